import type { SourceFile } from '../documents/document.js'
import { type DocxFault, docxText, LARGEST_UNPACKED } from '../documents/docx/docx-text.js'
import type { Unreadable } from './read-source.js'

const MESSAGES: Readonly<Record<DocxFault, string>> = {
  'not-zip': 'Filen är inget Word-dokument, fast den heter .docx. Öppna den i Word och spara den som .docx.',
  'not-word': 'Filen är packad som ett Word-dokument, men har ingen text från Word. Kontrollera att det är rätt fil.',
  broken: 'Word-dokumentet är skadat och går inte att läsa. Öppna det i Word och spara det igen.',
  old: 'Word-dokumentet har lösenord eller är sparat i det gamla formatet .doc. Spara det som .docx utan lösenord.',
  protected: 'Word-dokumentet är packat med lösenord. Spara det i Word som .docx utan lösenord.',
  'too-large': `Word-dokumentet är för stort: det packas upp till mer än ${LARGEST_UNPACKED / 1_000_000} MB text eller har för många stycken. Dela upp det.`,
}

/** The text of a Word document, a line for each paragraph. */
export function readDocx(path: string, bytes: Uint8Array): SourceFile | Unreadable {
  if (/(?:^|[\\/])~\$[^\\/]*$/u.test(path)) {
    return {
      path,
      message: 'Filen säger bara vem som har dokumentet öppet i Word, så den hoppas över.',
      isSkipped: true,
    }
  }
  const read = docxText(bytes)
  return typeof read === 'string' ? { path, message: MESSAGES[read] } : { path, ...read }
}
