import type { RewriteRefusal } from '@klarsprak/swedish'

/** What a writer reads when there is no replacement that can be applied unseen. */
const SENTENCES: Readonly<Record<RewriteRefusal, string>> = {
  'no-form': 'Det rekommenderade ordet finns inte i den här formen, så meningen behöver skrivas om.',
  'ambiguous-form': 'Det går inte att säkert avgöra vilken form ordet har här, så välj själv den form som passar.',
  'ambiguous-context': 'Orden runt omkring kan behöva ändras, så läs igenom meningen efteråt.',
  anaphora: 'Ett ord längre fram syftar tillbaka hit och kan behöva ändras, till exempel ”den” till ”det”.',
  'phrase-in-compound': 'Det rekommenderade uttrycket kan inte ingå i ett sammansatt ord, så skriv om med flera ord.',
  'no-compound-form':
    'Vi vet inte hur det rekommenderade ordet ser ut i ett sammansatt ord, så skriv om med flera ord.',
  'guessed-grammar': 'Ordets böjning är inte fastställd i termbanken, så kontrollera formen.',
  'word-class': 'Orden hör till olika ordklasser, så meningen behöver skrivas om.',
}

export const refusalSentence = (refusal: RewriteRefusal): string => SENTENCES[refusal]
