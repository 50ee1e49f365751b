import { expect, test } from 'vitest'
import { isFromElsewhere } from './from-elsewhere.js'

const OWN = 'https://termer.exempel.se'
test.each([
  { name: 'our own page', headers: { 'sec-fetch-site': 'same-origin', origin: 'null' }, expected: false },
  { name: 'an address that somebody has typed', headers: { 'sec-fetch-site': 'none' }, expected: false },
  { name: 'another site', headers: { 'sec-fetch-site': 'cross-site', origin: 'null' }, expected: true },
  { name: 'another host of the same domain', headers: { 'sec-fetch-site': 'same-site', origin: OWN }, expected: true },
  { name: 'an older browser on our page', headers: { origin: OWN }, expected: false },
  { name: 'an older browser on another site', headers: { origin: 'https://annan.se' }, expected: true },
  { name: 'a program', headers: {}, expected: false },
])('a form from $name is from elsewhere: $expected', ({ headers, expected }) => {
  expect(isFromElsewhere(headers, OWN)).toBe(expected)
})
