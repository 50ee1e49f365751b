const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Verbs before an infinitive. */
export const MODALS = words('ska skall kan måste bör får skulle kunde behöver')

/**
 * Verbs in -s that are no passive: what happens by itself (deponents), what several do to each other, and what
 * changes without anybody (utvecklas). Own list.
 */
export const NO_PASSIVE = words(`
  finnas återfinnas lyckas misslyckas hoppas minnas trivas saknas fattas hållas kännas synas märkas höras tyckas andas
  vistas låtsas svettas kräkas åldras skämmas blygas töras nalkas brottas envisas umgås slåss enas förenas skiljas
  samlas mötas träffas ses talas hjälpas kramas pussas kyssas bråkas retas turas följas återses förlikas jämkas
  utvecklas förändras ändras ökas minskas förbättras försämras fördjupas förvärras stärkas försvagas förlängas förkortas
  öppnas stängas fyllas tömmas spridas delas upprepas födas dödas gynnas drabbas skadas smittas påverkas berövas
  behövas krävas löna lönas rymmas inrymmas grundas baseras avslutas påbörjas lugnas glädjas roas förvånas förundras
  tillåtas lämpas avses förstås menas nyttjas vänjas nöjas brytas lossas lättas avtas upphöras härstammas tas`)

/** Words between the modal verb and the infinitive: adverbs, and a subject that has come after the verb. */
export const MOST_BETWEEN = 5

/** What a reader is to do, said without a reader: the present in -s after the thing. */
export const INSTRUCTIONS = words(
  'skickas lämnas lämnas görs bokas bifogas betalas beställs hämtas meddelas anmäls avbokas ifylls fylls undertecknas returneras insänds inlämnas besvaras sparas kontrolleras uppges anges läses laddas väljs klickas registreras',
)

/** The things, in the definite form. */
export const THINGS = words(
  'ansökan anmälan blanketten blanketterna avgiften tiden tider avbokning avbokningen bokning bokningen intyget formuläret fakturan kopian kopior handlingarna frågor frågorna svaret svaren uppgifterna betalning betalningen beställning beställningen ändringar provet proven enkäten kvittot kvitton avtalet underskriften överklagandet klagomål synpunkter',
)
