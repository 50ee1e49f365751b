import { strToU8, zipSync } from 'fflate'

/** A Word document of `body`, the content of its `<w:body>`. */
export function docx(
  body: string,
  options: { styles?: string; parts?: Readonly<Record<string, string>>; level?: 0 | 6 } = {},
): Uint8Array {
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="m" xmlns:mc="mc" xmlns:r="r"'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const parts = {
    '[Content_Types].xml': `${head}<Types/>`,
    'word/document.xml': `${head}<w:document ${names}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(options.styles === undefined
      ? {}
      : { 'word/styles.xml': `${head}<w:styles ${names}>${options.styles}</w:styles>` }),
    ...options.parts,
  }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  return zipSync(Object.fromEntries(files), { level: options.level ?? 6 })
}

export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`

/** `text` is XML. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
