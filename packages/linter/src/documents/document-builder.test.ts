import { expect, test } from 'vitest'
import { createDocument } from './document-builder.js'
import { createHtmlProse } from './html-prose.js'

test('what is made for each file has no getters of its own, with which V8 would keep the file', () => {
  const builder = createDocument('Boka tid')
  for (const made of [builder, createHtmlProse(builder, { lang: () => 'sv' })]) {
    const properties = Object.entries(Object.getOwnPropertyDescriptors(made))
    expect(properties.filter(([, { get, set }]) => get ?? set).map(([name]) => name)).toEqual([])
  }
})
