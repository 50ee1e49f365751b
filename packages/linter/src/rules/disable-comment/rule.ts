import { z } from 'zod'
import { defineRule } from '../rule.js'

/** Reported by `findings/suppress.ts`, which is the one to read the comments. */
export const disableComment = defineRule({
  id: 'disable-comment',
  summary: 'Stäng bara av regler som finns.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  messages: {
    unknownRule: 'Det finns ingen regel som heter ”{id}”.',
    unknownRuleNear: 'Det finns ingen regel som heter ”{id}”. Menar du ”{near}”?',
    unknownCommand: 'Kommentaren ”{command}” finns inte. Menar du ”klarsprak-disable-next-line”?',
  },
  options: z.strictObject({}),
  check() {},
})
