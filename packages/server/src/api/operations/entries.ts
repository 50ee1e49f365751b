import type { Concept, Problem } from '@klarsprak/termbank'
import { z } from 'zod'
import { mayEdit } from '../../auth/caller.js'
import { applyPatch } from '../../editing/apply-patch.js'
import { startOf, withFreeId } from '../../editing/new-entry.js'
import { authorOf, type Change, saveEntry } from '../../editing/save-entry.js'
import {
  type Entry,
  type EntryKey,
  type EntryKind,
  type Revision,
  subjects,
  type Versioned,
} from '../../storage/storage.js'
import { noSuchOrganisation } from '../create-api.js'
import { type Answer, answerJson, defineOperation, JSON_TYPE, type Operation } from '../operation.js'
import { type Bilingual, type Refusal, refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import * as schemas from '../schemas/editing.js'
import type { Services } from '../services.js'
import { inOrganisation } from './organisations.js'
import { pageFrom, pageOf } from './page-of.js'
import { answerEdit, answerVersion, nothing } from './show-version.js'

/** A list of entries that are edited: of an organisation's layer, or of the coming changes to the national bank. */
interface EntryList {
  readonly kind: EntryKind
  readonly tag: string
  /** Below `/v1`. */
  readonly path: string
  /** For ids of operations, in the singular and plural: `Overlay`, `Overlays`. */
  readonly one: string
  readonly many: string
  readonly names: { readonly one: Bilingual; readonly many: Bilingual }
  readonly about: string
  /** The key of the entry in what is sent and answered. */
  readonly key: 'overlay' | 'concept'
  /** The key of the entries in a list. */
  readonly keys: 'overlays' | 'concepts'
  readonly resource: z.ZodType
  readonly list: z.ZodType
  readonly input: z.ZodObject<{ reason: z.ZodString }>
  /** An entry for the examples. */
  readonly example: { readonly id: string; readonly removed: string; readonly body: object }
}

const OVERLAYS: EntryList = {
  kind: 'overlay',
  tag: 'organisations',
  path: '/organisations/{organisation}/overlays',
  one: 'Overlay',
  many: 'Overlays',
  names: {
    one: { sv: 'en organisations ändring av ett begrepp', en: 'an organisation’s change to a concept' },
    many: { sv: 'en organisations ändringar av begrepp', en: 'an organisation’s changes to concepts' },
  },
  about:
    'What an organisation does otherwise than the national bank: prefer, admit, forbid, add, change and set, as in a bank file. What is not named follows the national bank.',
  key: 'overlay',
  keys: 'overlays',
  resource: schemas.OverlayResource,
  list: schemas.OverlayList,
  input: schemas.OverlayInput,
  example: {
    id: 'c-0001',
    removed: 'c-0003',
    body: { concept: 'c-0001', reason: 'Vår tjänst heter så och är inarbetad.', admit: ['hälsoportal'] },
  },
}

const OWN_CONCEPTS: EntryList = {
  kind: 'concept',
  tag: 'organisations',
  path: '/organisations/{organisation}/concepts',
  one: 'OwnConcept',
  many: 'OwnConcepts',
  names: {
    one: { sv: 'ett begrepp som en organisation har själv', en: 'a concept of an organisation’s own' },
    many: { sv: 'en organisations egna begrepp', en: 'an organisation’s own concepts' },
  },
  about: 'Concepts that the national bank does not have, as in a bank file. Their ids begin at c-9001.',
  key: 'concept',
  keys: 'concepts',
  resource: schemas.OwnConceptResource,
  list: schemas.OwnConceptList,
  input: schemas.OwnConceptInput,
  example: {
    id: 'c-9001',
    removed: 'c-9002',
    body: { id: 'c-9001', terms: [{ label: 'mottagningsapp', status: 'preferred', gender: 'common' }] },
  },
}

const DRAFTS: EntryList = {
  kind: 'concept',
  tag: 'drafts',
  path: '/drafts',
  one: 'Draft',
  many: 'Drafts',
  names: {
    one: { sv: 'en kommande ändring av den nationella termbanken', en: 'a coming change to the national bank' },
    many: { sv: 'kommande ändringar av den nationella termbanken', en: 'coming changes to the national bank' },
  },
  about:
    'Concepts as they are to be in a coming release. Releases never change; drafts are exported as concept files, reviewed and released.',
  key: 'concept',
  keys: 'concepts',
  resource: schemas.OwnConceptResource,
  list: schemas.OwnConceptList,
  input: schemas.OwnConceptInput,
  example: {
    id: 'c-0002',
    removed: 'c-0003',
    body: {
      id: 'c-0002',
      subject: 'resor',
      definition: { public: { sv: 'Resor för den som inte kan åka med buss eller tåg på egen hand.' } },
      sources: [{ name: 'Lag (1997:736) om färdtjänst', relation: 'based-on' }],
      terms: [{ label: 'färdtjänst', status: 'preferred', gender: 'common', plural: 'färdtjänster' }],
    },
  },
}

const noDraft = (id: string): Refusal =>
  refuse('not-found', {
    sv: `Det finns inget sparat för ${id}. Lägg till det med PUT.`,
    en: `Nothing is saved for ${id}. Add it with PUT.`,
  })

const wordsFor = (text: Bilingual, { sv, en }: Bilingual): Bilingual => ({
  sv: `${sv} ${text.sv}`,
  en: `${en} ${text.en}`,
})

const listPath = ({ path }: EntryList, layer: string): string => `/v1${path.replace('{organisation}', layer)}`
export const entryPath = ({ layer, kind, id }: EntryKey): string =>
  `${listPath(layer === 'national' ? DRAFTS : kind === 'overlay' ? OVERLAYS : OWN_CONCEPTS, layer)}/${id}`

function operationsOf(list: EntryList): readonly Operation[] {
  const { kind, tag, path, one, many, names, about, key, keys, example } = list
  const isNational = !path.includes('{organisation}')
  const conceptId = {
    conceptId: z
      .string()
      .max(20)
      .regex(/^c-\d{4,12}$/u)
      .describe('Begreppets id.')
      .meta({ example: example.id }),
  }
  const ofLayer: z.ZodObject = z.strictObject(isNational ? {} : inOrganisation)
  const ofEntry = ofLayer.extend(conceptId)
  const ofRevision = ofEntry.extend({
    version: z.int().min(1).max(1_000_000_000).describe('Versionen.').meta({ example: 1 }),
  })
  const exampleLayer = isNational ? {} : { organisation: 'region-x' }
  const exampleEntry = { ...exampleLayer, conceptId: example.id }
  const reasonGiven = 'Våra läsare känner igen ordet.'

  const layerOf = (params: object): string =>
    isNational ? 'national' : (params as { organisation: string }).organisation
  const keyOf = (params: object): EntryKey => ({
    layer: layerOf(params),
    kind,
    id: (params as { conceptId: string }).conceptId,
  })
  /** Why there is no such layer, or why the caller may not edit it. */
  const unknownLayer = async (layer: string, { storage }: Services): Promise<Refusal | undefined> =>
    isNational || (await storage.organisation(layer)) !== undefined ? undefined : noSuchOrganisation(layer)
  const mayNot = async (
    layer: string,
    caller: Parameters<typeof mayEdit>[0],
    services: Services,
  ): Promise<Refusal | undefined> => {
    if (!mayEdit(caller, layer))
      return refuse('not-allowed', {
        sv: isNational
          ? 'Bara en administratör ändrar här. Lämna ett förslag i stället: /v1/proposals.'
          : `Din nyckel gäller inte för ${layer}. Lämna ett förslag i stället: /v1/proposals.`,
        en: isNational
          ? 'Only an administrator edits here. Make a proposal instead: /v1/proposals.'
          : `Your key is not for ${layer}. Make a proposal instead: /v1/proposals.`,
      })
    return unknownLayer(layer, services)
  }

  const show = ({ version, value, updatedAt }: Versioned<Entry>, services: Services, warnings?: readonly Problem[]) => {
    const own = `${listPath(list, value.layer)}/${value.id}`
    return {
      conceptId: value.id,
      layer: value.layer,
      version,
      updatedAt,
      [key]: value.body as object,
      ...(warnings === undefined ? {} : { warnings: warnings.map(({ code, message }) => ({ code, message })) }),
      links: {
        self: { href: services.link(own) },
        collection: { href: services.link(listPath(list, value.layer)) },
        revisions: { href: services.link(`${own}/revisions`) },
      },
    }
  }
  const showRevision = (of: EntryKey, { version, value, author }: Revision, isKnown: boolean, services: Services) => {
    const own = `${listPath(list, of.layer)}/${of.id}`
    return {
      version,
      at: author.at,
      reason: author.reason,
      ...(isKnown ? { actor: author.actor } : {}),
      removed: value === undefined,
      value: (value ?? null) as Record<string, unknown> | null,
      links: {
        self: { href: services.link(`${own}/revisions/${version}`) },
        collection: { href: services.link(`${own}/revisions`) },
      },
    }
  }
  /** Saves what `change` makes of an entry, for operations that answer with the entry. */
  const edit = async (
    of: EntryKey,
    change: Change,
    {
      caller,
      conditions,
      reason,
    }: { caller: Parameters<typeof mayEdit>[0]; conditions: { ifMatch?: string | undefined }; reason: string },
    services: Services,
  ): Promise<Answer | Refusal> => {
    const refused = await mayNot(of.layer, caller, services)
    if (refused !== undefined) return refused
    const done = await saveEntry(
      { ...of, change, ifMatch: conditions.ifMatch },
      authorOf(caller!, reason, services),
      services,
    )
    if ('code' in done) return done
    // The words of an example may be in another draft, so one that fails is told of and saved all the same.
    const saved = done.saved.value.body as Concept | null
    const examples = isNational && saved !== null ? services.tryExamples(saved) : []
    return answerEdit(
      show(done.saved, services, [...done.warnings, ...examples]),
      done.saved.version,
      done.isNew ? { location: services.link(`${listPath(list, of.layer)}/${of.id}`) } : {},
    )
  }
  const access = isNational ? 'administrator' : 'editor'
  const tried = isNational
    ? ' The sentences it carries (flags and allows) are tried; those that do not hold are told of in warnings.'
    : ''
  /** An operation that makes a new version of an entry and answers with it. */
  const editOperation = <Body extends z.ZodType<{ readonly reason: string }>>({
    summary,
    refuses = [],
    example: exampleBody,
    change,
    ...declared
  }: {
    readonly id: string
    readonly method: 'post' | 'put' | 'patch'
    readonly path: string
    /** What is done, before what it is done to. */
    readonly summary: Bilingual
    readonly description: string
    readonly body: Body
    readonly refuses?: readonly Refusal['code'][]
    readonly example: z.input<Body>
    /** What the body makes of the entry. */
    change(of: EntryKey, body: z.output<Body>, services: Services): Change | Refusal | Promise<Change | Refusal>
  }): Operation =>
    defineOperation({
      ...declared,
      description: `${declared.description}${tried}`,
      tag,
      summary: wordsFor(names.one, summary),
      access,
      heeds: ['ifMatch'],
      mayCreate: true,
      params: ofEntry,
      produces: [{ type: JSON_TYPE, schema: list.resource, describe: 'It, with its new version.' }],
      refuses: ['not-found', ...refuses],
      example: { params: exampleEntry, body: exampleBody },
      async handle({ params, body, caller, conditions }, services) {
        const of = keyOf(params)
        const made = await change(of, body, services)
        if (typeof made !== 'function') return made
        return edit(of, made, { caller, conditions, reason: body.reason }, services)
      },
    })

  return [
    defineOperation({
      id: `list${many}`,
      method: 'get',
      path,
      tag,
      summary: wordsFor(names.many, { sv: 'Lista', en: 'List' }),
      description: about,
      params: ofLayer,
      query: z.strictObject(paging),
      produces: [{ type: JSON_TYPE, schema: list.list, describe: 'A page of them.' }],
      refuses: ['not-found'],
      example: { params: exampleLayer },
      async handle({ params, query }, services) {
        const layer = layerOf(params)
        const unknown = await unknownLayer(layer, services)
        if (unknown !== undefined) return unknown
        const all = (await services.storage.entries(layer)).filter(({ value }) => value.kind === kind)
        const page = pageOf(all, query, listPath(list, layer), services)
        if ('code' in page) return page
        return answerJson({ [keys]: page.items.map((entry) => show(entry, services)), ...page.paging }, 'state', {
          headers: page.headers,
        })
      },
    }),
    defineOperation({
      id: `get${one}`,
      method: 'get',
      path: `${path}/{conceptId}`,
      tag,
      summary: wordsFor(names.one, { sv: 'Hämta', en: 'Get' }),
      description: `${about} The ETag is what an edit names in If-Match.`,
      params: ofEntry,
      produces: [{ type: JSON_TYPE, schema: list.resource, describe: 'It, with its version.' }],
      refuses: ['not-found'],
      example: { params: exampleEntry },
      async handle({ params }, services) {
        const of = keyOf(params)
        const found = await services.storage.entry(of)
        if (found !== undefined) return answerVersion(show(found, services), found.version)
        return (await unknownLayer(of.layer, services)) ?? noDraft(of.id)
      },
    }),
    ...(kind === 'concept'
      ? [
          defineOperation({
            id: `create${one}`,
            method: 'post',
            path,
            tag,
            summary: wordsFor(names.one, { sv: 'Lägg till', en: 'Add' }),
            description: `The service gives it an id that has never been used; leave id out of the concept.${tried}`,
            access,
            params: ofLayer,
            body: list.input,
            status: 201,
            produces: [{ type: JSON_TYPE, schema: list.resource, describe: 'It, with its id and version.' }],
            refuses: ['not-found'],
            example: {
              params: exampleLayer,
              body: {
                [key]: {
                  subject: 'kommunikation',
                  definition: { public: { sv: 'Samtal i bild mellan dig och vården.' } },
                  sources: [{ name: 'Klarspråk' }],
                  terms: [{ label: 'videobesök', status: 'preferred', gender: 'neuter', plural: 'videobesök' }],
                },
                reason: 'Ordet saknas.',
              } as never,
            },
            async handle({ params, body, caller }, services) {
              const layer = layerOf(params)
              const content = (body as unknown as Record<string, object>)[key]
              return withFreeId(layer, services, (id) =>
                edit(
                  { layer, kind, id },
                  () => ({ value: { ...content, id } }),
                  { caller, conditions: {}, reason: body.reason },
                  services,
                ),
              )
            },
          }),
        ]
      : []),
    editOperation({
      id: `put${one}`,
      method: 'put',
      path: `${path}/{conceptId}`,
      summary: { sv: 'Spara', en: 'Save' },
      description:
        'Adds it (201), or replaces the version that If-Match names. It is refused, with what is wrong, when the bank would not hold together.',
      body: list.input,
      example: { [key]: example.body, reason: reasonGiven } as never,
      change: (_, body) => () => ({ value: (body as unknown as Record<string, unknown>)[key] }),
    }),
    editOperation({
      id: `patch${one}`,
      method: 'patch',
      path: `${path}/{conceptId}`,
      summary: { sv: 'Ändra delar av', en: 'Change parts of' },
      description: 'JSON Patch (RFC 6902) in operations: all steps are taken, or none.',
      body: schemas.PatchInput,
      refuses: ['patch-fails'],
      example: {
        operations: [
          kind === 'overlay'
            ? { op: 'replace', path: '/reason', value: 'Vår tjänst heter så sedan länge.' }
            : { op: 'add', path: '/notes', value: ['Ses över i vår.'] },
        ],
        reason: reasonGiven,
      },
      change:
        (of, { operations }, services) =>
        (current) => {
          const start = current ?? (isNational ? startOf(of, services) : undefined)
          return start === undefined ? noDraft(of.id) : applyPatch(start, operations)
        },
    }),
    defineOperation({
      id: `delete${one}`,
      method: 'delete',
      path: `${path}/{conceptId}`,
      tag,
      summary: wordsFor(names.one, { sv: 'Ta bort', en: 'Take away' }),
      description: 'Its history remains, and any version can be restored. Say why with reason.',
      access,
      heeds: ['ifMatch'],
      params: ofEntry,
      query: z.strictObject({ reason: schemas.reason.optional() }),
      status: 204,
      produces: [{ type: JSON_TYPE, describe: 'It has been taken away.' }],
      refuses: ['not-found', 'missing-parameter'],
      example: { params: { ...exampleLayer, conceptId: example.removed }, query: { reason: 'Behövs inte längre.' } },
      async handle({ params, query, caller, conditions }, services) {
        const of = keyOf(params)
        if (query.reason === undefined)
          return refuse('missing-parameter', {
            sv: 'Ange varför, till exempel ?reason=Behövs inte längre.',
            en: 'Say why, for example ?reason=No longer needed.',
          })
        const done = await edit(
          of,
          (current) => (current === undefined ? noDraft(of.id) : { value: undefined }),
          { caller, conditions, reason: query.reason },
          services,
        )
        return 'code' in done ? done : nothing
      },
    }),
    defineOperation({
      id: `list${one}Revisions`,
      method: 'get',
      path: `${path}/{conceptId}/revisions`,
      tag,
      summary: wordsFor(names.one, { sv: 'Visa historiken för', en: 'Show the history of' }),
      description: 'Every version it has had, latest first: when, why, and, for those with a key, by whom.',
      access: 'optional',
      params: ofEntry,
      query: z.strictObject(paging),
      produces: [{ type: JSON_TYPE, schema: schemas.RevisionList, describe: 'A page of versions.' }],
      refuses: ['not-found'],
      example: { params: exampleEntry },
      async handle({ params, query, caller }, services) {
        const of = keyOf(params)
        const page = await pageFrom(
          (asked) => services.storage.revisions(subjects.entry(of), asked),
          query,
          `${listPath(list, of.layer)}/${of.id}/revisions`,
          services,
        )
        if ('code' in page) return page
        if (page.paging.total === 0) return (await unknownLayer(of.layer, services)) ?? noDraft(of.id)
        const revisions = page.items.map((revision) => showRevision(of, revision, caller !== undefined, services))
        return answerJson({ revisions, ...page.paging }, caller === undefined ? 'state' : 'private', {
          headers: page.headers,
        })
      },
    }),
    defineOperation({
      id: `get${one}Revision`,
      method: 'get',
      path: `${path}/{conceptId}/revisions/{version}`,
      tag,
      summary: wordsFor(names.one, { sv: 'Hämta en tidigare version av', en: 'Get an earlier version of' }),
      description: 'As it was then.',
      access: 'optional',
      params: ofRevision,
      produces: [{ type: JSON_TYPE, schema: schemas.RevisionResource, describe: 'The version.' }],
      refuses: ['not-found'],
      example: { params: { ...exampleEntry, version: 1 } },
      async handle({ params, caller }, services) {
        const of = keyOf(params)
        const version = (params as unknown as { version: number }).version
        const found = await services.storage.revision(subjects.entry(of), version)
        if (found === undefined) return noVersion(of.id, version)
        return answerJson(
          showRevision(of, found, caller !== undefined, services),
          caller === undefined ? 'state' : 'private',
        )
      },
    }),
    editOperation({
      id: `restore${one}`,
      method: 'post',
      path: `${path}/{conceptId}/revisions`,
      summary: { sv: 'Gå tillbaka till en tidigare version av', en: 'Restore an earlier version of' },
      description: 'Makes a new version that is like the earlier one. Send If-Match when there is something now.',
      body: schemas.RestoreInput,
      example: { version: 1, reason: 'Det förra var bättre.' },
      async change(of, { version }, services) {
        const found = await services.storage.revision(subjects.entry(of), version)
        return found?.value === undefined ? noVersion(of.id, version) : () => ({ value: found.value })
      },
    }),
  ]
}

const noVersion = (id: string, version: number): Refusal =>
  refuse('not-found', {
    sv: `${id} har ingen version ${version} att visa. Se listan över versioner.`,
    en: `${id} has no version ${version} to show. See the list of versions.`,
  })

/** Everything about the entries of layers: their states, their edits and their history. */
export const ENTRY_OPERATIONS: readonly Operation[] = [OVERLAYS, OWN_CONCEPTS, DRAFTS].flatMap(operationsOf)
