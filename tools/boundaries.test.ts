import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What a folder must never import. The longest matching folder decides nothing alone: all that match apply. */
const boundaries: readonly { folder: string; except?: RegExp; never: RegExp; why: string }[] = [
  {
    folder: 'packages/swedish/src',
    never: /^(@klarsprak\/|node:)/u,
    why: 'swedish is pure: no workspace package, no node:*',
  },
  {
    folder: 'packages/termbank/src',
    never: /^(unified|unist|nlcst|mdast|remark|retext|express|vscode|commander)/u,
    why: 'termbank knows nothing of unified, express or vscode',
  },
  {
    folder: 'packages/termbank/src',
    except: /^packages\/termbank\/src\/store\//u,
    never: /^node:fs/u,
    why: 'termbank touches files only in store/',
  },
  {
    folder: 'packages/termbank/src',
    never: /^@klarsprak\/(?!swedish$)/u,
    why: 'swedish <- termbank',
  },
  {
    folder: 'packages/linter/src',
    except: /^packages\/linter\/src\/(cli|testing|config\/load)/u,
    never: /^node:/u,
    why: 'linter outside cli/ and config loading runs in a browser',
  },
  {
    folder: 'packages/linter/src/words',
    never: /(cli|config\/load)|^@klarsprak\/lexicon-sv/u,
    why: 'words from bytes are made where there is no disk',
  },
  {
    folder: 'packages/linter/src',
    never: /^@klarsprak\/(server|language-server|vscode)/u,
    why: 'linter <- language-server, server',
  },
  {
    folder: 'packages/language-server/src',
    never: /^(vscode$|vscode-languageclient|@klarsprak\/(server|lexicon-sv)|express)/u,
    why: 'language-server <- linter, termbank; it serves any editor',
  },
  {
    folder: 'packages/language-server/src',
    except: /^packages\/language-server\/src\/(node|testing)\//u,
    never: /^(node:|@klarsprak\/linter\/words)/u,
    why: 'language-server outside node/ runs in a web worker',
  },
  {
    folder: 'packages/linter/src/rules',
    never: /(reporters|config\/load|cli)\//u,
    why: 'a rule imports no reporter, config loading or command',
  },
  {
    folder: 'packages/server/src',
    never: /^@klarsprak\/(?!(linter|termbank|swedish)(\/|$))/u,
    why: 'server -> linter, termbank, swedish',
  },
  {
    folder: 'packages/server/src',
    except: /^packages\/server\/src\/storage\//u,
    never: /^(kysely|libsql|pg)$/u,
    why: 'the server knows its database only through the port in storage/',
  },
  {
    folder: 'packages/server/client',
    never:
      /^(node:|express|@klarsprak\/(?!(linter|linter\/browser|swedish)$))|\.\.\/src\/(?!pages\/(apply-suggestion|check-result|say)|checks\/text-file)/u,
    why: 'scripts of the pages run in a browser',
  },
  {
    folder: 'packages/server/src/api',
    never: /^(express|node:(http|fs))|\.\.\/(app|start)\//u,
    why: 'what the API answers does not depend on how it is served',
  },
]

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) {
      if (name !== 'node_modules' && name !== 'dist') yield* sources(path)
    } else if (/\.ts$/u.test(name) && !/\.(test|bench)\.ts$/u.test(name)) yield path
  }
}

const importsOf = (code: string): string[] =>
  [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"]*?)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gu,
    ),
  ].map((match) => (match[1] ?? match[2])!)

test('no file imports what its folder must not', () => {
  const broken: string[] = []
  for (const { folder, except, never, why } of boundaries)
    for (const path of sources(join(root, folder))) {
      const name = relative(root, path).replaceAll('\\', '/')
      if (except?.test(name)) continue
      for (const imported of importsOf(readFileSync(path, 'utf8')))
        if (never.test(imported)) broken.push(`${name} imports ${imported}: ${why}`)
    }
  expect(broken).toEqual([])
})

test('packages import each other only through their public entry', () => {
  const broken: string[] = []
  for (const path of sources(join(root, 'packages')))
    for (const imported of importsOf(readFileSync(path, 'utf8')))
      if (/^@klarsprak\/[^/]+\/(src|dist)\//u.test(imported)) broken.push(`${relative(root, path)} imports ${imported}`)
  expect(broken).toEqual([])
})

test('no source uses `export *`', () => {
  const broken = [...sources(join(root, 'packages'))].filter((path) => /^export \*/mu.test(readFileSync(path, 'utf8')))
  expect(broken.map((path) => relative(root, path))).toEqual([])
})
