import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Others have a condition "source" too: what leads to TypeScript in their packages has to be read by vitest. */
const READ_BY_VITEST = [/@modelcontextprotocol\//, /eventsource/]
/** They come without the sources that their maps name, which vitest would tell of file by file. */
const withoutMaps = {
  name: 'without-maps',
  load: (id: string) =>
    READ_BY_VITEST.some((pattern) => pattern.test(id)) && id.endsWith('.js')
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/mu, '')
      : undefined,
}

// Tests run on the sources (export condition "source"), so they need no build.
export default defineConfig({
  plugins: [withoutMaps],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself, vitest keeps one processor free: half of a machine that has two.
    maxWorkers: '100%',
    server: { deps: { inline: [/@klarsprak\//, ...READ_BY_VITEST] } },
  },
})
