// Writes what is generated from the sources and committed: schemas and the tables of the docs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declaredSettings } from '../packages/language-server/dist/settings.js'
import { configJsonSchema } from '../packages/linter/dist/config/schema.js'
import { withSettingsTable } from '../packages/linter/dist/config/settings-table.js'
import { RULES } from '../packages/linter/dist/rules/index.js'
import { optionsTable, withOptionsTable } from '../packages/linter/dist/rules/options-table.js'
import { INTEROP_API, openApiJson } from '../packages/server/dist/openapi.js'
import { bankFileJsonSchema, conceptJsonSchema, problemCodes } from '../packages/termbank/dist/index.js'
import { root } from './lib.mjs'
import { terminalSvg } from './terminal-svg.mjs'

const json = (value) => `${JSON.stringify(value, null, 2)}\n`
const LEVELS = { error: 'fel', warning: 'varning', info: 'råd' }
const generated = '<!-- Skriven av scripts/generate.mjs. Ändra inte här. -->'

const rulePages = RULES.map((rule) => {
  const path = `packages/linter/src/rules/${rule.id}/rule.md`
  return { path, text: withOptionsTable(readFileSync(join(root, path), 'utf8'), optionsTable(rule)) }
})

const ruleList = `# Regler

${generated}

Utan inställningar kör \`klarsprak lint\` reglerna i **recommended**: de som så gott som aldrig har fel. **strict** lägger till
fler, och **all** är alla. En enskild regel körs med \`--rule\`.

| Regel | Vad den säger | Nivå | Ingår i |
| --- | --- | --- | --- |
${RULES.map(
  ({ id, summary, severity, presets = [] }) =>
    `| [${id}](../../packages/linter/src/rules/${id}/rule.md) | ${summary} | ${LEVELS[severity]} | ${[...presets, 'all'].filter((name, at, all) => all.indexOf(name) === at).join(', ')} |`,
).join('\n')}
`

const problemList = `# Fel i termbankens filer

${generated}

\`klarsprak bank check\` namnger fil, rad och väg ut för vart och ett. En *varning* gör inte banken oanvändbar, men någon bör titta.

| Kod | Vad det betyder | Nivå | Gäller |
| --- | --- | --- | --- |
${Object.entries(problemCodes)
  .map(
    ([code, { summary, severity, nationalOnly }]) =>
      `| ${code} | ${summary} | ${LEVELS[severity]} | ${nationalOnly ? 'den nationella banken' : 'alla'} |`,
  )
  .join('\n')}
`

/** The first findings on the sample page, as a terminal shows them. */
function pictureOfLint() {
  const command = 'npx klarsprak lint examples/boka-tid.md'
  const { stdout } = spawnSync(process.execPath, ['packages/linter/bin/klarsprak.js', 'lint', 'examples/boka-tid.md'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
  })
  const shown = stdout.split('\n\n').slice(1, 5).join('\n\n')
  return terminalSvg(`$ ${command}\n\n${shown}`, `Terminal: ${command}, med de första fynden`)
}

/** The extension's manifest, with the settings that the server reads. */
function extensionManifest() {
  const manifest = JSON.parse(readFileSync(join(root, 'packages/vscode-extension/package.json'), 'utf8'))
  manifest.contributes.configuration.properties = declaredSettings()
  return manifest
}

/** The guide to editors, with a table of the settings that the server reads. */
function editorGuide() {
  const guide = readFileSync(join(root, 'docs/guide/editorer.md'), 'utf8')
  const rows = Object.entries(declaredSettings()).map(
    ([name, { default: value, description }]) => `| \`${name}\` | \`${JSON.stringify(value)}\` | ${description} |`,
  )
  const table = ['| Inställning | Förvalt | Vad den gör |', '| --- | --- | --- |', ...rows].join('\n')
  return guide.replace(
    /(<!-- inställningar -->\n)[\s\S]*?(<!-- \/inställningar -->)/u,
    (_, start, end) => `${start}${generated}\n\n${table}\n\n${end}`,
  )
}

/** Every generated file: its path and its text. One entry a file; CI fails when one is not current. */
const files = [
  { path: 'docs/schemas/concept.schema.json', text: json(conceptJsonSchema()) },
  { path: 'docs/schemas/bank-file.schema.json', text: json(bankFileJsonSchema()) },
  { path: 'docs/schemas/config.schema.json', text: json(configJsonSchema()) },
  {
    path: 'docs/guide/installningar.md',
    text: withSettingsTable(readFileSync(join(root, 'docs/guide/installningar.md'), 'utf8')),
  },
  { path: 'docs/guide/editorer.md', text: editorGuide() },
  { path: 'packages/vscode-extension/package.json', text: json(extensionManifest()) },
  { path: 'docs/api/openapi.json', text: await openApiJson() },
  { path: 'docs/api/interop.json', text: await openApiJson({ of: INTEROP_API }) },
  { path: 'docs/rules/README.md', text: ruleList },
  { path: 'docs/termbank-problems.md', text: problemList },
  { path: 'docs/images/lint.svg', text: pictureOfLint() },
  ...rulePages,
]

for (const { path, text } of files) {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
console.log(`${files.length} generated files are current.`)
