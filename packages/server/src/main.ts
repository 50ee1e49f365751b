import { serve } from './serve.js'
import { readSettings } from './settings.js'

await serve(readSettings(process.env))
