import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('Boka.vue')

describe('what is read in a Vue component', () => {
  const cases = [
    {
      name: 'the template',
      text: '<script setup>const a = "<p>En text</p>"</script>\n<template>\n<h1>Boka tid</h1><p :class="x > 2">Hej {{ namn }}!</p></template>\n<style>p{}</style>',
      sees: ['heading: Boka tid', 'paragraph: Hej □!'],
    },
    {
      name: 'components',
      text: '<template><BaseButton label="Sök här">Spara</BaseButton><v-btn>Avbryt</v-btn><p>Läs <RouterLink to="x">mer</RouterLink> <Icon /></p><Link>Se nu</Link></template>',
      sees: ['attribute: Sök här', 'button: Spara', 'button: Avbryt', 'paragraph: Läs mer □', 'link: Se nu'],
    },
    {
      name: 'texts in the file',
      text: '<template><p>{{ $t("a") }}</p></template>\n<i18n lang="json">{"sv": {"knapp": "Boka tid"}, "en": {"a": "Book"}}</i18n>',
      sees: ['button sv.knapp: Boka tid', 'text en.a [en]: Book', 'paragraph: □'],
    },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))
  test('and in a Svelte component', async () => {
    const text =
      '<script>let a = "<p>en text</p>"</script>\n{#if a > 2}<Button label="Sök här" on:click={() => f({a})}>Spara {a}</Button>{:else}<p class="{b}">Hej <b>{namn}</b>!</p>{/if}'
    expect(shown((await readerFor('a.svelte'))(text))).toEqual([
      'paragraph: □',
      'attribute: Sök här',
      'button: Spara □',
      'paragraph: □',
      'paragraph: Hej □!',
      'paragraph: □',
    ])
  })
  test('a word stands in the file as it is quoted', () => {
    expect(sourceOf(read('<template>\r\n<p>👩‍⚕️ {{ x }} hälsa</p></template>'), 'hälsa')).toBe('hälsa')
  })
})
