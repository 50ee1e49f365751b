import spectralCore from '@stoplight/spectral-core'
import { expect, test } from 'vitest'
import { openApiJson } from '../openapi.js'
import { nationalProfile } from '../testing/national-profile.js'

const spectral = new spectralCore.Spectral()
spectral.setRuleset(nationalProfile)

const faults = async (document: object) =>
  (await spectral.run(document as Record<string, unknown>)).map(
    ({ code, path, message }) => `${String(code)} ${path.join('.')}: ${message}`,
  )

test('the description follows the national REST API profile', async () => {
  expect(await faults(JSON.parse(await openApiJson()))).toEqual([])
})

test('the rules find what they should', async () => {
  const document = JSON.parse(await openApiJson())
  const { info, paths, components, servers } = document
  const lookUp = paths['/lookups'].get
  delete info.contact // DOK.03
  delete lookUp.responses[200].content['application/json'].example // DOK.15
  delete lookUp.description // DOK.19
  components.schemas.Sense.properties.match_type = {} // AME.05
  delete components.schemas.Problem.properties.instance // FEL.01
  lookUp.responses[400] = { description: 'x', content: { 'text/plain': {} } } // FEL.02
  paths['/lookups'].parameters = [] // SPA.02
  lookUp.parameters[0].required = true // FNS.05
  lookUp.parameters[0].name = '_word' // FNS.03
  paths['/concepts'].get.parameters.find(({ name }: { name: string }) => name === 'limit').schema.default = 50 // FNS.09
  paths['/Sök_ord'] = lookUp // RES.06, UFN.08, MOG.01
  delete paths['/api-info'] // VER.06
  servers[0].url = 'http://example.se/v1' // UFN.01, UFN.02
  const found = new Set((await faults(document)).map((fault) => fault.split(' ')[0]))
  for (const rule of [
    'DOK.03',
    'DOK.15',
    'DOK.19',
    'AME.05',
    'FEL.01',
    'FEL.02',
    'SPA.02',
    'FNS.03',
    'FNS.05',
    'FNS.09',
    'RES.06',
    'UFN.08',
    'MOG.01',
    'VER.06',
    'UFN.01',
    'UFN.02',
  ])
    expect(found).toContain(rule)
})
