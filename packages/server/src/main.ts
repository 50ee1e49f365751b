import { keepHeapSmallInService } from '@klarsprak/linter/small-heap'

// Before the rest is loaded: what is read meanwhile would have made the heap large.
keepHeapSmallInService()
const { readSettings, serve } = await import('./index.js')
await serve(readSettings(process.env))
