import { defineRule } from '../rule.js'

/** Reported by `findings/without-suppressed.ts`, which is the one to read the comments. */
export const disableComment = defineRule({
  id: 'disable-comment',
  summary: 'Stäng bara av regler som finns.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  messages: {
    unknownRule: 'Det finns ingen regel som heter ”{id}”.',
    unknownRuleNear: 'Det finns ingen regel som heter ”{id}”. Menar du ”{near}”?',
    unknownCommand: 'Kommentaren ”{command}” finns inte. Menar du ”klarsprak-disable-next-line”?',
    unused: 'Kommentaren stänger inte av någon anmärkning. Ta bort den.',
    unusedRule: 'Kommentaren stänger inte av någon anmärkning från ”{id}”. Ta bort regeln ur den.',
    expired: 'Kommentaren gällde till och med {date}. Rätta texten, eller sätt ett nytt datum.',
    noDate: '”{date}” är inget datum. Skriv som i until 2027-01-31.',
    noReason: 'Skriv varför regeln stängs av, efter två bindestreck: -- skäl.',
  },
  options: (z) =>
    z.strictObject({
      requireReason: z.boolean().default(false).describe('Kräv ett skäl efter `--`.'),
      unused: z
        .enum(['off', 'info', 'warning', 'error'])
        .default('info')
        .describe('Hur det anmärks på kommentarer som inte gör något: `off`, `info`, `warning` eller `error`.'),
    }),
  check() {},
})
