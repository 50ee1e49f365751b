import { once } from '../once.js'

// Verbs that do not follow the first conjugation. Own compilation. Verbs with a prefix follow their
// last part: erhålla ← hålla.

/** What is listed of a verb; several forms of a cell are separated by `/`, the one to write first. */
export interface ListedVerb {
  readonly infinitive: string
  readonly present: string
  readonly past: string
  readonly supine: string
  /** Common gender of the past participle; '' when there is none, undefined when by rule. */
  readonly participle?: string | undefined
  readonly imperative?: string | undefined
}

/**
 * infinitive present past supine [participle [imperative]]. `-`: none; `.`: by rule.
 * Present by rule: the stem and -er, or -r after a vowel.
 */
const STRONG = `
be ber bad bett bedd
betala betalar betalade betalat/betalt betald
binda . band bundit
bita . bet bitit
bjuda . bjöd bjudit
bli blir blev blivit
brinna . brann brunnit
brista . brast brustit
bryta . bröt brutit
bära bär bar burit
böra bör borde bort - -
dra drar drog dragit
dricka . drack druckit
driva . drev drivit
drypa . dröp drupit
duga . dög/dugde dugt -
dyka . dök/dykte dykt
dö dör dog dött -
dölja döljer dolde dolt dold
falla . föll fallit
fara far for farit
finna . fann funnit
flyga . flög flugit
flyta . flöt flutit
frysa . frös/fryste frusit/fryst
få får fick fått -
förnimma . förnam förnummit
försvinna . försvann försvunnit
gala gal gol galit
ge ger gav gett/givit given
gitta . gitte gittat -
gjuta . göt gjutit
glida . gled glidit
glädja gläder gladde glatt gladd
gnida . gned gnidit
gripa . grep gripit
gråta . grät gråtit
gå går gick gått gången
göra gör gjorde gjort
ha har hade haft -
heta . hette hetat -
hinna . hann hunnit
hugga . högg huggit
hålla . höll hållit
kliva . klev klivit
klyva . klöv kluvit
klä klär klädde klätt
knipa . knep knipit
knyta . knöt knutit
komma . kom kommit . kom
krypa . kröp krupit
kunna kan kunde kunnat - -
kvida . kved kvidit -
ladda laddar laddade laddat
le ler log lett -
leva lever levde levt/levat
lida . led lidit
ligga . låg legat - .
ljuda . ljöd ljudit -
ljuga . ljög ljugit
lyda . lydde/löd lytt
låta . lät låtit
lägga . lade/la lagt lagd
löpa . löpte/lopp löpt
mala mal malde malt mald/malen
måste måste måste måst - -
niga . neg nigit -
njuta . njöt njutit
nypa . nöp/nypte nupit/nypt
nysa . nös/nyste nyst/nysit -
pipa . pep pipit -
rida . red ridit
rinna . rann runnit
riva . rev rivit
ryta . röt rutit -
se ser såg sett
simma simmar simmade/sam simmat/summit
sitta . satt suttit sutten
sjuda . sjöd sjudit
sjunga . sjöng sjungit
sjunka . sjönk sjunkit
skina . sken skinit -
skita . sket skitit
skjuta . sköt skjutit
skola ska/skall skulle skolat - -
skilja skiljer skilde skilt skild
skrida . skred skridit
skrika . skrek skrikit
skriva . skrev skrivit
skryta . skröt skrutit
skära skär skar skurit
slinka . slank slunkit
slinta . slant sluntit
slippa . slapp sluppit -
slita . slet slitit
sluta slutar slutade/slöt slutat/slutit
slå slår slog slagit
slåss slåss slogs slagits - .
smita . smet smitit
smyga . smög smugit
smälla . smällde/small smällt
smälta . smälte/smalt smält/smultit
smörja smörjer smorde smort smord
snyta . snöt snutit
sova . sov sovit
spinna . spann spunnit
sprida . spred/spridde spridit/spritt spridd
springa . sprang sprungit
sprätta . sprätte sprätt
spricka . sprack spruckit
spörja spörjer sporde sport spord
stiga . steg stigit
sticka . stack stuckit
stinka . stank stunkit -
stjäla stjäl stal stulit
strida . stred/stridde stridit/stritt stridd
stryka . strök strukit
strypa . strypte/ströp strypt
stå står stod stått -
stödja stöder/stödjer stödde stött stödd stöd/stödj
suga . sög sugit
supa . söp supit
svida . sved svidit -
svika . svek svikit
svälja sväljer svalde/sväljde svalt/sväljt svald
svälta . svalt/svälte svultit/svält
svär svär svor svurit
svära svär svor svurit
svärja svär svor svurit
säga säger sade/sa sagt sagd
sälja säljer sålde sålt såld
sätta . satte satt satt
ta tar tog tagit
tiga . teg tigit
tillåta tillåter tillät tillåtit
tjuta . tjöt tjutit -
tryta . tröt trutit -
tvinga tvingar tvingade/tvang tvingat/tvungit tvingad/tvungen
tälja täljer täljde tält
töras törs tordes torts - -
vara är var varit - var
veta vet visste vetat - vet
vika . vek vikit/vikt viken/vikt
vilja vill ville velat - -
vina . ven vinit -
vinna . vann vunnit
vrida . vred vridit
välja väljer valde valt vald
vänja vänjer vande vant vand
växa . växte växt/vuxit växt/vuxen
äta . åt ätit
utge utger utgav utgett/utgivit utgiven
besluta beslutar beslutade/beslöt beslutat/beslutit beslutad/besluten
avsluta avslutar avslutade avslutat avslutad
ansluta ansluter anslöt anslutit ansluten
innesluta innesluter inneslöt inneslutit innesluten
utesluta utesluter uteslöt uteslutit utesluten
omsluta omsluter omslöt omslutit omsluten
uppsluta uppsluter uppslöt uppslutit uppsluten
tillsluta tillsluter tillslöt tillslutit tillsluten
bringa bringar/bringer bringade/bragte bringat/bragt bringad/bragt
umgås umgås umgicks umgåtts - umgås
trivas trivs trivdes trivts - -
synas syns syntes synts - -
blygas blygs blygdes blygts - -
kräkas kräks kräktes kräkts - -
vämjas vämjs vämjdes vämjts - -
idas ids iddes itts - -
brås brås bråddes bråtts - brås
förgås förgås förgicks förgåtts - .
hoppas hoppas hoppades hoppats - hoppas
avvara avvarar avvarade avvarat
bevara bevarar bevarade bevarat
försvara försvarar försvarade försvarat
förvara förvarar förvarade förvarat
besvara besvarar besvarade besvarat
tillvara tillvarar tillvarade tillvarat
närvara närvarar närvarade/närvar närvarat -
övervara övervarar övervarade/övervar övervarat -
medverka medverkar medverkade medverkat
motverka motverkar motverkade motverkat
återställa . återställde återställt
begrava begraver begravde begravt/begravat begravd/begraven
städja städjer stadde statt stadd
tämja tämjer tämjde tämjt
vandra vandrar vandrade vandrat
slutta sluttar sluttade sluttat
tomta tomtar tomtade tomtat
undvara undvarar undvarade undvarat
samvara samvarar samvarade samvarat
hushålla hushållar hushållade hushållat
ådra ådrar ådrog ådragit
betala betalar betalade betalat/betalt betald/betalad
koka kokar/koker kokade/kokte kokat/kokt kokad/kokt
lyckönska lyckönskar lyckönskade lyckönskat
motta/mottaga mottar mottog mottagit
påta påtar påtade påtat
beta betar betade betat
hämta hämtar hämtade hämtat
avhämta avhämtar avhämtade avhämtat
fråga frågar frågade frågat
bläddra bläddrar bläddrade bläddrat
råka råkar råkade råkat
inneha innehar innehade innehaft innehavd
handha handhar handhade handhaft handhavd
bekläda bekläder beklädde beklätt
avkläda avkläder avklädde avklätt
ihågkomma . ihågkom ihågkommit . ihågkom
vörda vördar vördade vördat
ålägga . ålade/ålade ålagt ålagd
`

/**
 * The second conjugation: past in -te after k, p, s, t, x, else -de. Present in -er, but no ending
 * after r, or after a single l following a long vowel (tål).
 */
const SECOND = `
köpa läsa åka söka tycka tänka röka läka steka leka byta mäta möta sköta stöta släcka täcka väcka räcka sträcka trycka rycka knäcka
märka stärka värka tränka sänka skänka kränka blänka smeka väcka hjälpa klippa släppa döpa stöpa knäppa krympa skärpa stjälpa välta
lyfta fästa gifta mista lysa mysa resa låsa lösa blåsa väsa ösa pösa rysa fnysa kyssa väta bräka spräcka sticka- klämma
leda råda föda betyda antyda tyda breda kläda lyda- löda nöda träda sända vända tända använda hända känna bränna spänna ränna
glömma drömma skrämma gömma bestämma stämma tömma rymma skämma fördöma döma klämma utdöma bedöma
höra köra föra lära hyra styra störa snöra tära nära begära förtära tåla kyla- fylla ställa fälla gälla hälla skälla svälla välla
följa bygga hänga stänga ringa svänga slänga spränga tränga mänga böja höja röja nöja väga äga behöva söva väva kräva gräva
sörja skölja plöja dröja hölja flytta- låna- vidga- beröra röra göra- erfara- bära- föra medföra införa genomföra utföra
stöta rätta- utrusta- lyckas- tysta- häva sträva- skeva- hyfsa- fela- dela- stela- spela- hela- visa- mena- väcka
frambringa- sända påverka- anlita- hysa vansköta klaga- rensa- snöpa stödja- tävla- skymma lysa lykta- kläcka bräcka släppa häkta-
häcka- peka- sluka- bleka läcka stöka- öka- skrika- dyrka- styrka verka- täppa skvätta- sätta- blänka skänka
fläka bräda- uppskatta- sprätta- tillhöra avhöra förhöra upphöra avlida- behaga- klä- slippa- syna- påminna minna förlänga förtränga
belysa avlysa förlösa avlösa tillsända översända beställa fastställa anställa inställa framställa förställa tillställa inrätta-
förvända bevända anföra överföra jämföra avgöra- avrätta- ge- tillföra bidra- förkunna-
undersöka ansöka försöka besöka eftersöka uppsöka genomsöka upptäcka avtäcka inräkna- tillräcka utsträcka uttrycka påtrycka intrycka förtrycka
avbeställa nå- sakna- läsa avläsa uppläsa hänvända tillämpa- 
avkräva utkräva överklaga- upphäva vidgå- bygga lägra- erkänna bekänna godkänna underkänna tillerkänna känna
avböja fördröja förhöja upphöja förnöja avväga överväga uppväga bortse- genomlysa bespruta- snärja svärja- smörja- tämja-
avfärda- åstadkomma- bebygga utbygga förebygga tilläga- inhysa inrymma utrymma avstämma överensstämma förutbestämma instämma
välta smälta förgylla vika- skyla- syfta- häfta- lyfta upplyfta stifta- häfta- rikta- vigga- viga tigga snegla-
lossna- skälva välva tröska- kika- sänka försänka nedsänka befrämja- främja- hämja- klinga- häkta- påkalla- avskilja- särskilja-
tvätta- klyfta- hetsa- trivas- trängas- avhjälpa behjälpa bemöta tillmöta förmäta utmäta avmäta genomskåda- snöa-
tillskynda- söndra- vålla- hindra- mangla- bränna förbränna utspänna avspänna tillspänna frambära- förbjuda-
tysta- spisa- kraxa- väcka uppväcka framkalla- öppna- befria- 
sälla- kvälja tälja- skilja- stämma slänga avstänga utestänga uppringa omringa- 
skymta- leja- väja böja vörda- viga kröna- löna- belöna-
angå- dväljas- slicka- 
synas- frysa- mista vränga skrymma förtöja drämma vräka svepa fräta dränka skylla utskylla- pryda göda blöda gnälla kränga klänga flänga
gräma härröra kväka glänsa lända anlända bända snäppa reda- utreda bereda inreda anreda skymma förskylla förblöda överblöda undskylla
skänka sväva- nämna benämna utnämna förnämna- omnämna hämna- lämna- gnissla- inskränka övertänka betänka sänka- lysa- vänta-
verka- stödja- inse- sträcka förskräcka väva jäsa strömma- trösta- krama- flyta- gäcka skräda
`

const CLASS_TE = /[kpstx]$/u

function secondConjugation(infinitive: string): ListedVerb {
  const stem = infinitive.slice(0, -1)
  const present = /[aeiouyåäö](?:r|l)$/u.test(stem) ? stem : `${stem}er`
  // mm and nn are written once before a consonant (glömde, kände); so is the t of byta: bytte.
  const short = /mm$|nn$/u.test(stem) ? stem.slice(0, -1) : stem
  if (CLASS_TE.test(stem)) {
    const t = /[^aeiouyåäö]t$/u.test(stem) ? stem : `${stem}t`
    return { infinitive, present, past: `${t}e`, supine: t, participle: t }
  }
  if (/d$/u.test(stem)) {
    // leda, ledde, lett, ledd; sända, sände, sänt, sänd
    if (/[aeiouyåäö]d$/u.test(stem)) {
      return { infinitive, present, past: `${stem}de`, supine: `${stem.slice(0, -1)}tt`, participle: `${stem}d` }
    }
    return { infinitive, present, past: `${stem}e`, supine: `${stem.slice(0, -1)}t`, participle: stem }
  }
  return { infinitive, present, past: `${short}de`, supine: `${short}t`, participle: `${short}d` }
}

function strong(line: string): ListedVerb {
  const [name = '', present = '.', past = '', supine = '', participle = '.', imperative = '.'] = line.split(' ')
  const infinitive = name.split('/')[0] as string
  const stem = infinitive.endsWith('a') ? infinitive.slice(0, -1) : infinitive
  const optional = (cell: string) => (cell === '.' ? undefined : cell === '-' ? '' : cell)
  return {
    infinitive,
    present: present === '.' ? `${stem}er` : present,
    past,
    supine,
    participle: optional(participle),
    imperative: optional(imperative),
  }
}

function compile(): ReadonlyMap<string, ListedVerb> {
  const verbs = new Map<string, ListedVerb>()
  for (const infinitive of SECOND.trim().split(/\s+/u)) {
    if (!infinitive.endsWith('-')) verbs.set(infinitive, secondConjugation(infinitive))
  }
  for (const line of STRONG.trim().split('\n')) {
    const verb = strong(line)
    verbs.set(verb.infinitive, verb)
  }
  return verbs
}

const verbs = once(compile)

/** What may stand before a listed verb. */
const prefixes = once(
  (): ReadonlySet<string> =>
    new Set(
      `an av be bi bort bak delge efter emot en ent er fast fort fram frikost fram från full för före förut genom gen god hand hem hop hopp hän
   i igen ihop ihåg in ini inne inom inrätta intill isär kring kungör kvar ljud loss lös man med mellan miss mot när ned ner ner om omkring
   omhänder ombe ombud på rund råd rätt sam samman själv slut stad stats sär sönder till tillbaka tillgodo tillhanda tillkänna tillrätta tillvara
   tredje u um und undan under upp ur ut ute utför utom van ve ved veder vid vidare vidmakt värn å ådaga åsido åstad åter över överens
   våld tillfånga beslag hår kall frita fri emot seg
   o des ianspråk iakt del offentlig möjlig nyttig tillgänglig synlig tydlig klar klock levande lev fri mång hög låg små stor lång kort
   åt opp neder bered föran förplikt förhands bekant fäst gott grov halv hel hård icke ill jäm kartl karta nyan ny riks rums
   schema sakta skatte snabb stäm sätt tjänste tom väl växel åter`.split(/\s+/u),
    ),
)

/** Four letters, but no verb of the first conjugation ends in them after another word. */
const SAFE = new Set('föra köra göra höra söka läsa leda suga'.split(' '))

/** Short verbs that so many words end in that only the prefixes above may stand before them. */
const ONLY_AFTER_PREFIX = new Set(
  'ta ha dra få dö le be åka öva äga äta ösa vika leka resa vara nära lära läka rida lida fara väga tära råda'.split(
    ' ',
  ),
)
const LONGEST = 12

/** The listed verb that `infinitive` is or ends in, and what stands before it. */
export function listedVerb(infinitive: string): readonly [prefix: string, verb: ListedVerb] | undefined {
  for (let start = Math.max(0, infinitive.length - LONGEST); start < infinitive.length; start++) {
    const head = infinitive.slice(start)
    const verb = verbs().get(head)
    if (verb && (start === 0 || canPrecede(infinitive.slice(0, start), head))) return [infinitive.slice(0, start), verb]
  }
  return undefined
}

function canPrecede(prefix: string, head: string): boolean {
  if (prefixes().has(prefix) || prefix.endsWith('-')) return true
  if (ONLY_AFTER_PREFIX.has(head)) return false
  // gå, stå, se, ge end no other verbs; a long verb is safe after any first part.
  const safe = /[åeö]$/u.test(head) ? prefix.length >= 3 : prefix.length >= 3 && (head.length >= 5 || SAFE.has(head))
  return safe && /[aeiouyåäö]/u.test(prefix)
}
