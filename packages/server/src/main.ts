import { keepHeapSmall } from './small-heap.js'

// Before the rest is loaded: what is read meanwhile would have made the heap large.
keepHeapSmall()
const { readSettings, serve } = await import('./index.js')
await serve(readSettings(process.env))
