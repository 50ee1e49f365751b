import { z } from 'zod'
import { Links } from './common.js'
import { named } from './registry.js'

export const UnmetNeedList = named(
  'UnmetNeedList',
  z.object({
    since: z.string().describe('Från och med den här dagen.'),
    leastShown: z.int().describe('Ord som efterfrågats färre gånger än så visas inte.'),
    organisation: z.string().optional(),
    unmetNeeds: z
      .array(z.object({ word: z.string(), count: z.int().describe('Hur många gånger det har slagits upp.') }))
      .describe('Mest efterfrågade först.'),
    links: Links,
  }),
)
