import { defineConfig } from 'vitest/config'

// Tests run on the sources (export condition "source"), so they need no build.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
    testTimeout: 30_000,
    server: { deps: { inline: [/@klarsprak\//] } },
  },
})
