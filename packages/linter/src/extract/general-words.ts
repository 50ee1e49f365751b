const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Adjectives, in all their forms, that make no terms: they count, compare, point and judge. */
export const GENERAL_ADJECTIVES = words(`
  aktuell aktuella aktuellt all allmän allmänna allmänt alternativ alternativa alternativt annan annat andra ansvarig avgörande bestämd bestämda bestämt betydande bra bred breda brett bättre bäst bästa
  dålig dålig dåliga dåligt direkt direkta dylik dylika dylikt där egen eget egna ekonomiskt enda enkel enkla enkelt enskild enskilda enskilt enstaka ett extra exakt exakta
  faktisk faktiska faktiskt fel fin fina flera fler flest flesta framtida fria full fulla fullt färdig färdiga färdigt fast fasta få färre följande föregående första förste
  gemensam gemensamma gemensamt generell generella generellt given givet givna god goda gott gamla gammal gammalt grundläggande hel hela helt hittills hög höga högt högre högsta
  ingående inledande intressant intressanta jämn jämna kommande komplett kompletta konkret konkreta konkret kort korta kortare korrekt korrekta kvar känd kända känt
  lik lika liknande lilla liten litet lite lång långa långt längre lägsta lägre låg låga lågt lätt lätta löpande lämplig lämpliga lämpligt
  maximal många mindre minsta minst mera mest mesta möjlig möjliga möjligt mycket motsvarande
  nedan nuvarande ny nya nytt nyare nästa nära nödvändig nödvändiga nödvändigt närmaste närmast
  olik olika olikt omfattande ovanstående ovan ovannämnda pågående positiv positiva positivt negativ negativa relevant relevanta relativt respektive riktig riktiga riktigt rätt rimlig rimliga rimligt
  sagd sagda samma samtliga sen sena senare senaste sist sista själv själva slutlig slutliga små snabb snabba snabbt snarlik stor stora stort större störst största stark starka sådan sådana sådant säker
  sån särskild särskilda särskilt ständig ständiga svår svåra svårt specifik specifika specifikt speciell speciella speciellt så
  tidig tidiga tidigare tidigt tillgänglig tillgängliga tillgängligt tillräcklig tillräckliga tillräckligt total totala totalt trolig troliga tydlig tydliga tydligt tidsmässig total typisk typiska unik unika unikt
  ungefär ursprunglig ursprungliga ursprungligt utökad utökade utökat utförlig utförliga vald valda valt valfri valfria valfritt vanlig vanliga vanligt vanligaste vanligtvis varje vid vidare vida viktig viktiga viktigt viktigaste viss vissa visst
  yngre yngsta ytterligare äldre äldsta ändå önskad önskade önskat övergripande övrig övriga övrigt tom tomma tomt ledande befintlig befintliga befintligt respektive enhetlig enhetliga inkluderad
  ökad ökade ökat minskad minskade minskat förbättrad förbättrade förbättrat begränsad begränsade begränsat nämnd nämnda nämnt angiven angivna angivet berörd berörda berört lokal lokala lokalt
  svensk svenska svenskt norsk norska norskt dansk danska danskt finsk finska finskt engelsk engelska engelskt tysk tyska tyskt nordisk nordiska nordiskt europeisk europeiska europeiskt
`)

/** Nouns, in their base form, that say little of what a text is about: a phrase of one and an adjective is no term. */
export const GENERAL_NOUNS = words(`
  aktör aktörer alternativ andel anledning antal användning användare arbete aspekt avsikt bakgrund behov beskrivning bild bit början del delar detalj dag datum effekt exempel egenskap erfarenhet fall fel form fråga fråge förmån förslag förutsättning
  gång grad grund grupp gräns halva hand helhet hinder hjälp håll idé information inriktning insats instans krav kännedom led läge lösning längd mening metod minut mål månad människa möjlighet mängd nivå namn
  område omfattning orsak ord par period person plan plats problem process procent punkt rad resultat ruta roll sak sammanhang sammanfattning samband sida situation skede skillnad skäl skala slag slut slutsats sort steg storlek stycke stöd syfte synpunkt sätt
  text tid tidpunkt tillfälle ting typ underlag utgångspunkt utsträckning utveckling utmaning val variant verksamhet version vecka verktyg vikt villkor värde väg värld ämne ändamål ändring år åtgärd ålder art avsnitt kapitel tabell figur bilaga rubrik not bidrag faktor hantering
`)
