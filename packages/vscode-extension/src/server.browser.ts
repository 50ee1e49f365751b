import { startWorker } from '@klarsprak/language-server/browser'

// All that a web worker's bundle is: whoever starts it speaks LSP to it.
startWorker(globalThis as unknown as Parameters<typeof startWorker>[0])
