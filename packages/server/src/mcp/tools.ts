import { z } from 'zod'
import { isRefusal, JSON_TYPE, type Operation } from '../api/operation.js'
import { checkText } from '../api/operations/checks.js'
import { guide, lookUpWord, word } from '../api/operations/lookups.js'
import { replace } from '../api/operations/replacements.js'
import { CheckInput } from '../api/schemas/checks.js'
import type { Services } from '../api/services.js'

/** What a tool says, and the words that it was asked for in vain. */
export interface ToolAnswer {
  readonly text: string
  readonly isError: boolean
  readonly missing: readonly string[]
}

/** A tool for assistants: an operation of the API with what it must be given. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  call(input: unknown, services: Services): Promise<ToolAnswer>
}

function tool({
  operation,
  ...told
}: Pick<Tool, 'name' | 'description' | 'input'> & { readonly operation: Operation }): Tool {
  return {
    ...told,
    title: operation.summary.sv,
    async call(input, services) {
      const values = input as Readonly<Record<string, unknown>>
      const reply = await operation.handle(
        { params: {}, query: values, body: values, type: JSON_TYPE, caller: undefined, conditions: {} },
        services,
      )
      return isRefusal(reply)
        ? { text: `${reply.detail.sv} / ${reply.detail.en}`, isError: true, missing: [] }
        : { text: String(reply.body), isError: false, missing: reply.missing ?? [] }
    },
  }
}

/** Read only, all of them. The limits are those of the operations. */
export const TOOLS: readonly Tool[] = [
  tool({
    name: 'lookup',
    operation: lookUpWord,
    description:
      'Look up a Swedish word or phrase in the plain-language term bank for health and social care, in any inflected form. Gives every sense with its status (preferred, admitted, deprecated), what to write instead, why, and concept ids to cite.',
    input: z.object({ word: word.min(1).describe('A Swedish word or phrase in any form.') }),
  }),
  tool({
    name: 'replacement',
    operation: replace,
    description:
      'What to write instead of a Swedish word, in the same inflected form, best first, with the reason and when not to replace. Only replacements marked safe can be made without reading the sentence.',
    input: z.object({ word: word.min(1).describe('A Swedish word or phrase in any form, as it stands in the text.') }),
  }),
  tool({
    name: 'guide',
    operation: guide,
    description:
      'From everyday words, as a citizen would say it in Swedish, to what it is called and what to do next. Advice to call 112 comes first when it seems to be about an emergency.',
    input: z.object({
      query: z.string().min(1).max(500).describe('What somebody says, in Swedish, in their own words.'),
      limit: z.int().min(1).max(20).default(5).describe('At most this many answers.'),
    }),
  }),
  tool({
    name: 'check',
    operation: checkText,
    description:
      'Check a Swedish text for jargon, advised-against terms, unexplained abbreviations and other things that make it hard to read. Gives findings with places, reasons and replacements. Nothing of the text is kept.',
    input: z.object(CheckInput.shape),
  }),
]
