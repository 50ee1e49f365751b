/** The mistakes that authors make, by the error codes of the library `yaml`. Others get the library's own sentence. */
const sentences: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Raden är indragen med tabb. Använd mellanslag.',
  BAD_INDENT: 'Raden är inte indragen lika mycket som raderna omkring. Rätta indraget.',
  DUPLICATE_KEY: 'Nyckeln står två gånger på samma nivå. Ta bort den ena.',
  MISSING_CHAR: 'Ett tecken saknas, ofta ett citationstecken eller en hakparentes. Kontrollera raden och raden före.',
  BLOCK_AS_IMPLICIT_KEY: 'Ett kolon följt av mellanslag betyder ny nyckel. Sätt texten inom citationstecken.',
  MULTILINE_IMPLICIT_KEY:
    'En nyckel får inte gå över flera rader. Saknas ett kolon, eller citationstecken runt texten?',
  BAD_ALIAS: 'Tecknet * har en egen betydelse i YAML. Sätt texten inom citationstecken.',
  BAD_SCALAR_START: 'Texten börjar med ett tecken som har en egen betydelse i YAML. Sätt texten inom citationstecken.',
  BAD_DQ_ESCAPE: 'Omvänt snedstreck har en egen betydelse inom "". Använd enkla citationstecken.',
  UNEXPECTED_TOKEN: 'Här står något som inte kan stå på den här platsen. Kontrollera indrag och citationstecken.',
}

export function syntaxSentence(error: Error & { readonly code?: string }): string {
  return sentences[error.code ?? ''] ?? `Filen kan inte läsas som YAML: ${error.message}`
}
