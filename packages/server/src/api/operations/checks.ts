import { findingAsJson, positionsIn } from '@klarsprak/linter'
import { z } from 'zod'
import { ChecksBusy } from '../../checks/apart-checker.js'
import { checkText as check } from '../../checks/check-text.js'
import { CheckTooSlow } from '../../checks/checker.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { CheckInput, CheckResource } from '../schemas/checks.js'
import { organisation } from '../schemas/editing.js'

export const tooSlow = refuse('check-too-slow', {
  sv: 'Dela upp texten och granska delarna var för sig.',
  en: 'Split the text and check the parts by themselves.',
})

const tooBusy = refuse(
  'unavailable',
  {
    sv: 'Många långa texter granskas just nu. Försök igen om en stund.',
    en: 'Many long texts are being checked. Try again in a while.',
  },
  { headers: { 'retry-after': '5' } },
)

export const checkText = defineOperation({
  id: 'checkText',
  method: 'post',
  path: '/checks',
  tag: 'checks',
  layered: true,
  summary: { sv: 'Granska en text', en: 'Check a text' },
  description:
    'The findings that klarsprak lint has in the text, with reasons and replacements, and how the text reads. Nothing of the text is kept or logged. Offsets are UTF-16 code units from 0, lines and columns are from 1.',
  query: z.strictObject(organisation),
  body: CheckInput,
  produces: [{ type: JSON_TYPE, schema: CheckResource, describe: 'The findings.' }],
  refuses: ['check-too-slow'],
  example: { body: { text: 'Logga in på hälsoportalen för att boka tid.', format: 'plain', preset: 'recommended' } },
  async handle({ body }, services) {
    try {
      const { findings, readability } = await check(body, services)
      const positions = positionsIn(body.text)
      const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
      const { words, sentences, lix, meanSentenceLength, sentenceLengths } = readability
      return answerJson(
        {
          release: services.bank.release,
          summary: { errors: count('error'), warnings: count('warning'), infos: count('info') },
          findings: findings.map((finding) => findingAsJson(finding, positions)),
          readability: {
            words,
            sentences,
            ...(lix === undefined ? {} : { lix: Math.round(lix * 10) / 10 }),
            ...(meanSentenceLength === undefined
              ? {}
              : { meanSentenceLength: Math.round(meanSentenceLength * 10) / 10 }),
            longestSentence: sentenceLengths.reduce((most, length) => Math.max(most, length), 0),
          },
          links: { self: { href: services.link('/v1/checks') } },
        },
        'none',
      )
    } catch (error) {
      if (error instanceof CheckTooSlow) return tooSlow
      if (error instanceof ChecksBusy) return tooBusy
      throw error
    }
  },
})
