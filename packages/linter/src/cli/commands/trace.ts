import { type Match, type Rejection, type Trace, trace } from '@klarsprak/termbank'
import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { openWords } from '../open-words.js'
import { senseAsJson, senseLines } from '../show-sense.js'

export const traceCommand: Command = {
  name: 'trace',
  usage: 'TEXT',
  summary: 'Visa hur ett ord eller en mening förstås: ord, grundformer, delar och begrepp.',
  options: { ...BANK_OPTION, ...FORMAT_OPTION },
  examples: ['klarsprak trace hälsoportalernas'],
  async run(args, io) {
    const text = args.positionals.join(' ').trim()
    if (text === '') throw new UserError('Ange ett ord eller en mening: klarsprak trace hälsoportalernas.')
    const { index, isWhole } = await openWords(args, io)
    const traced = trace(index, text)
    io.out(args.one('format') === 'json' ? `${JSON.stringify(asJson(traced), null, 2)}\n` : show(traced))
    return isWhole ? ExitCode.Clean : ExitCode.Failure
  },
}

const REASONS: Readonly<Record<Rejection['why'], string>> = {
  case: 'stora och små bokstäver skiljer sig',
  unless: 'uttrycket är i sin ordning här',
  near: 'orden omkring talar för en annan betydelse',
  longer: 'en längre term tar över',
  layer: 'ett lager ovanför säger något annat',
}

const KINDS: Readonly<Record<Trace['tokens'][number]['kind'], string>> = {
  Word: 'ord',
  Number: 'tal',
  Punctuation: 'skiljetecken',
  Symbol: 'tecken',
  Slot: 'inte språk',
}

function show({ text, tokens, matches, rejections }: Trace): string {
  const lines: string[] = []
  for (const token of tokens) {
    const key = token.key === token.text ? '' : `, jämförs som ${token.key}`
    lines.push(`${token.text}  (${KINDS[token.kind]}${key})`)
    for (const sense of token.senses) lines.push(...senseLines(sense).map((line) => `  ${line}`))
    if (token.kind === 'Word' && token.senses.length === 0) lines.push('  Finns inte i termbanken.')
  }
  lines.push('', matches.length === 0 ? 'Inga träffar.' : 'Träffar:')
  for (const { span, part, senses } of matches) {
    const ids = senses.map(({ concept, term }) => `${term.label} (${concept.id})`).join(', ')
    lines.push(
      `  ”${text.slice(span.start, span.end)}” ${{ whole: 'är', head: 'slutar på', modifier: 'börjar med' }[part]} ${ids}`,
    )
  }
  for (const { span, concept, term, why } of rejections) {
    lines.push(`  Inte ”${text.slice(span.start, span.end)}” som ${term.label} (${concept.id}): ${REASONS[why]}.`)
  }
  return `${lines.join('\n')}\n`
}

function asJson({ text, tokens, senses, matches, rejections }: Trace) {
  return {
    text,
    tokens: tokens.map((token) => ({ ...token, senses: token.senses.map(senseAsJson) })),
    senses: senses.map(senseAsJson),
    matches: matches.map((match) => matchAsJson(match, text)),
    rejections: rejections.map(({ span, concept, term, why }) => ({
      text: text.slice(span.start, span.end),
      ...span,
      conceptId: concept.id,
      label: term.label,
      why,
    })),
  }
}

const matchAsJson = ({ span, part, senses }: Match, text: string) => ({
  text: text.slice(span.start, span.end),
  ...span,
  part,
  senses: senses.map(({ concept, term, features, guess }) => ({
    conceptId: concept.id,
    label: term.label,
    status: term.status,
    features,
    guess,
  })),
})
