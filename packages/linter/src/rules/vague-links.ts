/**
 * What a link or a button says when it does not say where it leads. Compared in lower case without
 * end marks. Source: WCAG 2.4.4, webbriktlinjer R5.
 */
const VAGUE =
  /^(?:(?:klicka|tryck|klicka gärna|läs(?: mer)?|se(?: mer)?|gå|titta|hämta|hämta den|ladda (?:ner|ned)|ladda (?:ner|ned) den|mer|öppna)\s+(?:här|hit)|här|hit|klicka|tryck|klick|läs mer(?: om (?:detta|det här|det))?|läs vidare|läs|läs hela|mer|se mer|visa|mer info|mer information|info|ytterligare information|länk|länken|(?:denna|den här|följande) länk(?:en)?|(?:följ|klicka på|se|öppna) (?:länken|denna länk|den här länken)|till (?:sidan|webbplatsen|webbsidan|länken)|(?:denna|den här) (?:sidan?|webbplats(?:en)?|webbsida[n]?)|webbplatsen|webbsidan|hemsidan|sidan|fortsätt läsa|här kan du läsa mer|läs mer på (?:webbplatsen|sidan|hemsidan)|via (?:länken|denna länk))$/u

/** Without what stands around the words: arrows, quotes, a full stop, doubled white space. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')

export const isVagueLink = (text: string): boolean => VAGUE.test(plain(text))

/** Words that tell how to use the mouse, not what happens. */
export const isVagueButton = (text: string): boolean =>
  /^(?:(?:klicka|tryck)(?: (?:här|på knappen|hit))?|här|knapp)$/u.test(plain(text))
