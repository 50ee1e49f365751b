/** e-words that are names of what they are, not a service's own name. */
export const E_WORDS = new Set(
  'e-post e-postadress e-tjänst e-tjänster e-tjänsten e-tjänsterna e-legitimation e-legitimationer e-hälsa e-faktura e-fakturor e-recept e-handel e-bok e-böcker e-signatur e-förvaltning e-arkiv e-delegationen e-samhället e-hälsomyndigheten e-vitamin e-nummer e-cigaretter e-cigarett e-sport'.split(
    ' ',
  ),
)

/** Names that everybody knows already. */
export const KNOWN = new Set(['mina sidor', 'mina meddelanden', 'min sida'])
