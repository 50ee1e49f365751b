#!/usr/bin/env node
'use strict'
// Starts the bundled command. The build has kept its code as this version of V8 compiles it, beside the bundle; where
// there is none, or V8 will not have it, the code is compiled as any other.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { Script } = require('node:vm')

const bundle = `${__dirname}/../dist/bundle/`
const kept = `${bundle}compiled/${process.versions.v8}-${process.arch}/`
const isKeeping = process.env.KLARSPRAK_KEEP_CODE === '1'
const loaded = new Map()
const scripts = new Map()

const importFrom = (specifier) => import(specifier)

/** A file of the bundle asks for another by its name, or for one of Node's modules. */
function requireFrom(name) {
  if (!name.startsWith('./')) return require(name)
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const file = bundle + name.slice(2)
  const cache = `${kept}${name.slice(2)}`
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname, importFrom) {${readFileSync(file, 'latin1')}\n})`,
    {
      filename: file,
      cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
    },
  )
  if (isKeeping) scripts.set(cache, script)
  script.runInThisContext()(module.exports, requireFrom, module, file, bundle, importFrom)
  return module.exports
}

if (isKeeping) {
  mkdirSync(kept, { recursive: true })
  process.once('exit', () => {
    for (const [cache, script] of scripts) writeFileSync(cache, script.createCachedData())
  })
}
if (isKeeping || existsSync(kept)) requireFrom('./klarsprak.cjs')
else if (!existsSync(`${bundle}klarsprak.cjs`)) {
  process.stderr.write('klarsprak is not built yet. In a checkout: npm run setup\n')
  process.exitCode = 2
} else {
  // From Node 22, Node can keep it for itself.
  enableCompileCache?.()
  require(`${bundle}klarsprak.cjs`)
}
