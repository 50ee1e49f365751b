import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { paths } from './needs.mjs'
import { until } from './until.mjs'

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.colorTheme': 'Default Light Modern',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // In a browser it saves by itself after a while: a slow test would find its files changed.
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.codeActionsOnSave': { 'source.fixAll.klarsprak': 'explicit' },
}

/** A VS Code of its own under `home`, with the packaged extension in it. Asks nothing of the network. */
export function installVsCode(home) {
  mkdirSync(join(home, 'ud/User'), { recursive: true })
  writeFileSync(join(home, 'cfg.yaml'), '')
  writeFileSync(join(home, 'ud/User/settings.json'), JSON.stringify(SETTINGS))
  const options = ['--extensions-dir', join(home, 'ext'), '--user-data-dir', join(home, 'ud')]
  options.push('--config', join(home, 'cfg.yaml'))
  const env = { ...process.env, CODE_SERVER_CONFIG: join(home, 'cfg.yaml'), EXTENSIONS_GALLERY: '{"serviceUrl":""}' }
  const run = spawnSync(process.execPath, [paths.codeServer, '--install-extension', paths.vsix, ...options], {
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`The extension could not be installed. ${run.stdout}${run.stderr}`)
  const installed = readdirSync(join(home, 'ext')).find((entry) => entry.startsWith('klarsprak.'))
  return { home, options, env, extension: join(home, 'ext', installed) }
}

/** Starts it; `stop` ends it with all its processes, and saves what it said. */
export async function startVsCode({ options, env }, { name, flags = [] }) {
  const port = await freePort()
  const address = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`]
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override']
  const server = spawn(process.execPath, [paths.codeServer, ...address, ...quiet, ...flags, ...options], {
    env,
    // A group of its own: the editor's other processes would outlive it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += chunk))
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    writeFileSync(join(paths.out, `${name}.log`), log)
    try {
      process.kill(-server.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
    await ended
  }
  try {
    await until('VS Code to start', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, stop }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
