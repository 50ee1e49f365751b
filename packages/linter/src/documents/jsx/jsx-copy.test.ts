import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('Boka.tsx')
const component = (jsx: string) =>
  `import x from 'x'\nconst a: string = 'En text'\nexport const B = () => (\n  ${jsx}\n)\n`

describe('what is read in JSX', () => {
  const cases = [
    {
      name: 'text between tags',
      jsx: '<main><h1>Boka tid</h1><p>Hej <b>du</b>, {namn}!</p></main>',
      sees: ['heading: Boka tid', 'paragraph: Hej du, □!'],
    },
    { name: 'lines', jsx: '<p>\n  Boka\n  tid &amp; mer\n</p>', sees: ['paragraph: Boka tid & mer'] },
    {
      name: 'attributes that are seen or heard',
      jsx: '<input placeholder="Kim Ek" className="boka tid" aria-label={"Sök \\"här\\""} title={`Till ${namn}`} />',
      sees: ['attribute: Kim Ek', 'attribute: Sök "här"', 'attribute: Till □'],
    },
    { name: 'strings in braces', jsx: "<p>{'Boka'}{' '}tid {`om ${n} år`}</p>", sees: ['paragraph: Boka tid om □ år'] },
    {
      name: 'strings to choose between',
      jsx: "<button>{ok ? 'Boka tid' : fel && 'Avboka tid'}</button>",
      sees: ['button: Boka tid', 'button: Avboka tid', 'button: □'],
    },
    {
      name: 'no other strings',
      jsx: "<p onClick={() => log('En text')}>{t('bokning.knapp')} {f('Hej du')}</p>",
      sees: ['paragraph: □ □'],
    },
    {
      name: 'elements in braces',
      jsx: '<ul>{tider.map((tid) => <li key={tid}>Tid: {tid}</li>)}</ul>',
      sees: ['paragraph: □', 'list-item: Tid: □'],
    },
    {
      name: 'components by their names',
      jsx: '<Card title="Din tid"><PrimaryButton>Spara</PrimaryButton><Button>Avbryt</Button><Card.Title>Tid</Card.Title></Card>',
      sees: ['attribute: Din tid', 'button: Spara', 'button: Avbryt', 'heading: Tid'],
    },
    {
      name: 'components in running text',
      jsx: '<p>Läs <Link to="/a b">mer</Link> om <Icon name="x" /> <Trans>det</Trans></p>',
      sees: ['paragraph: Läs mer om □ det'],
    },
    { name: 'fragments', jsx: '<>Boka <i>tid</i></>', sees: ['paragraph: Boka tid'] },
    { name: 'another language', jsx: '<div lang="en"><p>Book now</p></div>', sees: ['paragraph [en]: Book now'] },
  ]
  for (const { name, jsx, sees } of cases) test(name, () => expect(shown(read(component(jsx)))).toEqual(sees))

  test('comments are kept for the linter', () => {
    const { comments } = read(
      component('<p>{/* klarsprak-disable-line */}Hej</p>').replace(/^/u, '// klarsprak-enable\n'),
    )
    expect(comments.map(({ text }) => text)).toEqual([' klarsprak-enable', ' klarsprak-disable-line '])
  })
  test('a word stands in the file as it is quoted', () => {
    const document = read(
      component("<p>👩‍⚕️ Fr&aring;ga <b>e-</b>tjänsten {'h\\u00e4r \\'nu\\''}</p>").replace(/\n/gu, '\r\n'),
    )
    expect(sourceOf(document, 'Fråga')).toBe('Fr&aring;ga')
    expect(sourceOf(document, 'e-tjänsten')).toBe('e-</b>tjänsten')
    expect(sourceOf(document, 'här')).toBe('h\\u00e4r')
  })
  test('a file that is no program has no text', () => expect(shown(read('<p>Boka tid</'))).toEqual([]))
  test('a program that nests too deep has no text', () => {
    expect(shown(read(`const a = ${'('.repeat(50_000)}<p>Boka tid</p>`))).toEqual([])
    expect(shown(read('<a>'.repeat(50_000)))).toEqual([])
  })
  test('types of Flow', async () => {
    expect(shown((await readerFor('a.jsx'))('type A = {| b: ?string |}\nconst c = <p>Boka tid</p>'))).toEqual([
      'paragraph: Boka tid',
    ])
  })
})
