/** What a failed reading or writing means, and the way out. */
export function readError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: 'Filen finns inte. Kontrollera sökvägen.',
    EACCES: 'Filen går inte att läsa. Kontrollera filens rättigheter.',
    EPERM: 'Filen går inte att läsa. Kontrollera filens rättigheter.',
    EISDIR: 'Det är en mapp, inte en fil.',
    ENOTDIR: 'En del av sökvägen är en fil, inte en mapp. Kontrollera sökvägen.',
    ELOOP: 'Den symboliska länken leder i en ring.',
    ENAMETOOLONG: 'Sökvägen är för lång.',
    EMFILE: 'För många filer är öppna. Försök igen med färre filer.',
  }
  return sentences[code] ?? `Filen går inte att läsa (${code || 'okänt fel'}).`
}
