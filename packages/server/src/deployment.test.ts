import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

// The image and the compose file cannot be built without a registry of images, so what they name is looked at here:
// every file, command and variable in them is there.

const root = join(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const manifest = (file: string) => JSON.parse(read(file))

/** The instructions of a Dockerfile, in order. */
const instructions = (file: string) =>
  read(file)
    .replace(/\\\n/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, rest] = /^([A-Z]+) +(.*)$/u.exec(line)!
      return { name: name!, rest: rest! }
    })

describe('the image of the service', () => {
  const all = instructions('packages/server/Dockerfile')
  const of = (name: string) => all.filter((one) => one.name === name).map(({ rest }) => rest)

  test('is made of instructions that there are, and begins from images by name and version', () => {
    const known = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD'.split(' ')
    for (const { name } of all) expect(known).toContain(name)
    for (const image of of('FROM')) expect(image).toMatch(/^node:20-bookworm-slim(?: AS build)?$/u)
  })
  test('runs commands that there are', () => {
    const { scripts, packageManager } = manifest('package.json')
    const [setup, deploy] = of('RUN')
    expect(scripts).toHaveProperty(/^npm run (\w+)$/u.exec(setup!)![1]!)
    const [, manager, filter] = /^npx -y (pnpm@\S+) --filter (\S+) deploy --legacy --prod \/service$/u.exec(deploy!)!
    expect(manager).toBe(packageManager)
    expect(filter).toBe(manifest('packages/server/package.json').name)
  })
  test('starts a file that is part of the package, as a user without rights', () => {
    const [, file] = JSON.parse(of('CMD')[0]!)
    expect(existsSync(join(root, 'packages/server', file.replace('dist/bundle/', 'src/').replace('.js', '.ts')))).toBe(
      true,
    )
    expect(manifest('packages/server/package.json').files).toContain('dist')
    expect(of('USER')).toEqual(['node'])
  })
  test('sets variables that the service reads, or that Node and its C library do', () => {
    const settings = read('packages/server/src/settings.ts')
    for (const [, name] of of('ENV')
      .join(' ')
      .matchAll(/(\w+)=/gu))
      if (name !== 'NODE_ENV' && name !== 'MALLOC_ARENA_MAX') expect(settings).toContain(`'${name}'`)
  })
  test('asks an address for its health that there is', () => {
    expect(of('HEALTHCHECK')[0]).toContain('/ready')
    expect(read('packages/server/src/app/create-app.ts')).toContain("'/ready'")
  })
  test('has a build context of its own, unlike the image of the command, which is empty', () => {
    expect(read('.dockerignore').trim().split('\n')).toContain('*')
    expect(read('packages/server/Dockerfile.dockerignore')).not.toMatch(/^\*$/mu)
  })
})

describe('the compose file', () => {
  const { services, volumes } = parse(read('compose.yaml'))

  test('builds the image from a file that there is', () => {
    expect(existsSync(join(root, services.service.build.context, services.service.build.dockerfile))).toBe(true)
  })
  test('sets variables that the service reads, or that Node and its C library do', () => {
    const settings = read('packages/server/src/settings.ts')
    for (const name of Object.keys(services.service.environment)) expect(settings).toContain(`'${name}'`)
  })
  test('has no password of its own', () => {
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/u)
    expect(services.service.environment.DATABASE_URL).toContain('${POSTGRES_PASSWORD:?')
  })
  test('waits for the database, keeps what is written, and lets the service close in its own time', () => {
    expect(services.service.depends_on.database.condition).toBe('service_healthy')
    for (const { volumes: used = [] } of Object.values<{ volumes?: string[] }>(services))
      for (const volume of used) expect(volumes).toHaveProperty(volume.split(':')[0]!)
    expect(Number.parseInt(services.service.stop_grace_period, 10)).toBeGreaterThan(10)
  })
  test('gives the service no rights it does not need', () => {
    expect(services.service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(services.service.ports[0]).toMatch(/^127\.0\.0\.1:/u)
  })
})
