import { z } from 'zod'

// Zod tries whether it may make code of text. Under a strict Content-Security-Policy it may not, and the browser reports
// the attempt. Imported before any schema is made.
z.config({ jitless: true })
