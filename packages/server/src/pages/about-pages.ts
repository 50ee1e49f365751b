import { html } from '@klarsprak/linter/markup'
import type { MakePage } from './page.js'
import { unbroken } from './unbroken.js'

export const aboutPage: MakePage = ({ say, href, services }) => ({
  title: say('Om Klarspråk', 'About Klarspråk'),
  description: say(
    'En gemensam termbank och verktyg för klarspråk i vård och omsorg.',
    'A shared term bank and tools for plain Swedish in health and social care.',
  ),
  main: html`<h1>${say('Om Klarspråk', 'About Klarspråk')}</h1>
<p class="lead">${say('Den som läser om vård och omsorg möter många ord för samma sak. Klarspråk hjälper den som skriver att välja ett, och ett som läsaren förstår.', 'Those who read about health and social care meet many words for the same thing. Klarspråk helps those who write to choose one, and one that the reader understands.')}</p>
<h2>${say('Det här finns', 'What there is')}</h2>
<ul>
<li><strong>${say('Termbanken.', 'The term bank.')}</strong> ${say(`${services.bank.concepts.length} begrepp med rekommenderade ord, ord att undvika, skäl och källor. Termerna är fria att använda (CC0).`, `${services.bank.concepts.length} concepts with words that are recommended, words to avoid, reasons and sources. The terms are free to use (CC0).`)}</li>
<li><strong>${say('Granskningen.', 'The linter.')}</strong> ${say('Hittar ord i alla böjningar och i sammansättningar, och föreslår ord i rätt form. Den finns här på webben, som kommando och i redigerare.', 'Finds words in every form and in compounds, and suggests words in the right form. It is here on the web, as a command and in editors.')}</li>
<li><strong>${say('API.', 'API.')}</strong> <a href="${href('/api')}">${say('Öppet för alla system.', 'Open to every system.')}</a></li>
</ul>
<h2>${say('Varifrån orden kommer', 'Where the words come from')}</h2>
<p>${unbroken(say('Varje begrepp har sina källor på sin sida, till exempel rapporter från E-hälsomyndigheten och språkråd från Institutet för språk och folkminnen. Definitionerna är skrivna för termbanken.', 'Each concept has its sources on its page, such as reports of the Swedish eHealth Agency and advice of the Institute for Language and Folklore. The definitions are written for the term bank.'))}</p>
<p>${say('Granskningen använder ett lexikon som bygger på den svenska ordlistan i paketet', 'The linter uses a lexicon built from the Swedish word list in the package')} <a href="https://www.npmjs.com/package/dictionary-sv" rel="noreferrer">dictionary-sv</a> (LGPL-3.0).</p>
<h2>${say('Begränsningar', 'Limits')}</h2>
<p>${say('Klarspråk är ett stöd, inte ett facit. En del råd passar inte i ditt sammanhang, och allt som är svårt att läsa syns inte i orden. Läs alltid texten själv, och låt gärna någon av läsarna göra det.', 'Klarspråk is a support, not a key. Some advice does not fit your context, and not all that is hard to read shows in the words. Always read the text yourself, and let a reader do so too.')}</p>`,
})

export const accessibilityPage: MakePage = ({ say, href }) => ({
  title: say('Tillgänglighet', 'Accessibility'),
  main: html`<h1>${say('Tillgänglighet för Klarspråk', 'Accessibility of Klarspråk')}</h1>
<p class="lead">${say('Alla ska kunna använda webbplatsen, hur de än läser och styr den. Målet är WCAG 2.2, nivå AA.', 'Everybody should be able to use the site, however they read and control it. The aim is WCAG 2.2, level AA.')}</p>
<h2>${say('Så är det', 'How it is')}</h2>
<ul>
<li>${say('Alla sidor fungerar med tangentbord, utan skript och med text i 200 procents storlek.', 'All pages work by keyboard, without scripts and with text at 200 per cent.')}</li>
<li>${say('Sidorna följer dina inställningar för mörkt läge, höga kontraster och mindre rörelse.', 'The pages follow your settings for dark mode, high contrast and less motion.')}</li>
<li>${say('Diagram har samma uppgifter i text intill.', 'Drawings have the same in words beside them.')}</li>
</ul>
<h2>${say('Kända brister', 'Known faults')}</h2>
<ul>
<li>${say('Beskrivningarna av API:et finns bara på engelska, och definitioner av begrepp finns inte alltid på engelska.', 'The descriptions of the API are in English only, and definitions of concepts are not always in English.')}</li>
<li>${say('Filerna för program (TBX, SKOS och andra) är inte gjorda för att läsas av människor.', 'The files for programs (TBX, SKOS and others) are not made for people to read.')}</li>
</ul>
<h2>${say('Hur vi har provat', 'How it has been tried')}</h2>
<p>${say('Varje sida provas automatiskt med axe-core i Chromium, på svenska och engelska, i ljust och mörkt läge och i smala och breda fönster. Det viktigaste provas också med bara tangentbord och utan skript. Automatiska prov hittar inte allt. Någon granskning av en oberoende part eller prov med skärmläsaranvändare har inte gjorts än.', 'Every page is tried automatically with axe-core in Chromium, in Swedish and English, light and dark, narrow and wide. The most important is also tried by keyboard alone and without scripts. Automatic tests do not find everything. No independent audit and no tests with users of screen readers have been made yet.')}</p>
<h2>${say('Hittar du hinder?', 'Do you find obstacles?')}</h2>
<p>${say('Berätta för den organisation som driver webbplatsen.', 'Tell the organisation that runs the site.')} ${say('Offentliga organisationer i Sverige ska svara dig, och du kan anmäla brister till Myndigheten för digital förvaltning (Digg).', 'Public organisations in Sweden have to answer, and you can report faults to the Agency for Digital Government (Digg).')} ${say('Fel i programmet kan också anmälas', 'Faults in the program can also be reported')} <a href="https://github.com/klarsprak/klarsprak/issues" rel="noreferrer">${say('på GitHub', 'on GitHub')}</a>.</p>
<p><a href="${href('/integritet')}">${say('Integritet', 'Privacy')}</a></p>`,
})

export const privacyPage: MakePage = ({ say }) => ({
  title: say('Integritet', 'Privacy'),
  main: html`<h1>${say('Integritet', 'Privacy')}</h1>
<p class="lead">${say('Webbplatsen har inga kakor, ingen spårning och inget innehåll från andra.', 'The site has no cookies, no tracking and no content from others.')}</p>
<h2 id="granska">${say('När du granskar en text', 'When you check a text')}</h2>
<p>${say("Granskningen körs i din webbläsare. Sidan hämtar först termbanken och ordlistan, och granskar sedan utan att texten skickas någonstans. Webbläsaren håller oss till det: sidan får inte ansluta till något (Content-Security-Policy: connect-src 'none'), och den del som granskar får bara hämta filer från /statisk/ på samma server, och orden för den organisation som du har valt.", "The check runs in your browser. The page first fetches the term bank and the word list, and then checks without the text being sent anywhere. The browser holds us to it: the page may not connect to anything (Content-Security-Policy: connect-src 'none'), and the part that checks may only fetch files from /statisk/ on the same server, and the words of the organisation that you have chosen.")}</p>
<p>${say('Utan skript i webbläsaren skickas texten till servern när du väljer Granska. Den granskas i minnet, svaret skickas till dig och inget sparas eller loggas. Skicka ändå inga personuppgifter.', 'Without scripts in the browser, the text is sent to the server when you choose Check. It is checked in memory, the answer is sent to you and nothing is kept or logged. Still, do not send personal data.')}</p>
<h2>${say('När du slår upp ord', 'When you look up words')}</h2>
<p>${say('Det du skriver blir en del av adressen, och finns därför i webbläsarens historik. Skriv inga personuppgifter.', 'What you write becomes part of the address, and is therefore in the history of the browser. Do not write personal data.')}</p>
<p>${say('Ord som inte finns i termbanken räknas per dag, så att de kan läggas till. Bara det som ser ut som ord räknas, aldrig siffror, och inte vem som har frågat.', 'Words that are not in the term bank are counted by day, so that they can be added. Only what looks like words is counted, never figures, and not who asked.')}</p>
<h2 id="forslag">${say('När du lämnar ett förslag', 'When you make a proposal')}</h2>
<p>${unbroken(say('Vi sparar det du skriver, vilken dag det kom och svaret. Vi frågar inte vem du är och sparar ingen adress. Lämnar du förslaget med en nyckel sparas vems nyckel det är. Förslaget läses av dem som ändrar i termbanken. På webben visas det först när det är antaget. Personnummer, e-postadresser och telefonnummer tas inte emot.', 'We keep what you write, the day it came and the answer. We do not ask who you are and keep no address. If you use a key, we keep whose key it is. The proposal is read by those who edit the term bank. On the web it is shown first when it has been accepted. Personal identity numbers, e-mail addresses and telephone numbers are not taken.'))}</p>
<h2>${say('Loggar', 'Logs')}</h2>
<p>${say('Servern loggar vilken sorts sida som har visats, tiden det tog och om det gick bra. Den loggar inte adresser, sökord eller texter. IP-adresser används i högst en minut, för att hindra att någon överlastar tjänsten.', 'The server logs what kind of page was shown, how long it took and whether it went well. It does not log addresses, words or texts. IP addresses are used for at most a minute, to keep anybody from overloading the service.')}</p>`,
})

export const embedPage: MakePage = ({ say, origin }) => {
  const address = `${origin}/klarsprak-begrepp.js`
  const shown = (code: string) => html`<pre tabindex="0"><code>${code}</code></pre>`
  return {
    title: say('Visa begrepp på din webbplats', 'Show concepts on your website'),
    description: say(
      'Ett litet skript som förklarar ord på vilken webbplats som helst.',
      'A small script that explains words on any website.',
    ),
    scripts: ['klarsprak-begrepp.js'],
    main: html`<h1>${say('Visa begrepp på din webbplats', 'Show concepts on your website')}</h1>
<p class="lead">${say('Med ett litet skript kan läsarna få ord förklarade där de står. Inget om läsarna sparas, och inga kakor används.', 'With a small script, readers get words explained where they stand. Nothing about the readers is kept, and no cookies are used.')}</p>
<h2>${say('Så ser det ut', 'What it looks like')}</h2>
<p class="example" lang="sv">Du kan få en <klarsprak-begrepp ord="remiss">remiss</klarsprak-begrepp> till sjukhuset. Logga in på din <klarsprak-begrepp begrepp="c-0001">digitala ingång</klarsprak-begrepp> för att läsa den.</p>
<p>${say('Välj ett av de understrukna orden, med musen eller med tangentbordet. Stäng med Escape.', 'Choose one of the underlined words, by mouse or keyboard. Close it with Escape.')}</p>
<h2>${say('Så gör du', 'How to do it')}</h2>
<ol>
<li><p>${say('Lägg till skriptet på sidan:', 'Add the script to the page:')}</p>${shown(`<script type="module" src="${address}"></script>`)}</li>
<li><p>${say('Märk ut orden, med begreppets id eller med ordet självt:', 'Mark the words, by the id of the concept or by the word itself:')}</p>${shown('<klarsprak-begrepp begrepp="c-0001">digitala ingång</klarsprak-begrepp>\n<klarsprak-begrepp ord="remiss">remissen</klarsprak-begrepp>')}</li>
</ol>
<p>${say('Utan skript, eller om tjänsten inte svarar, står orden kvar som vanlig text. Använder ni Content-Security-Policy behöver script-src och connect-src innehålla tjänstens adress.', 'Without scripts, or when the service does not answer, the words stand as ordinary text. If you use Content-Security-Policy, script-src and connect-src must hold the address of the service.')}</p>
<h2>${say('Attribut', 'Attributes')}</h2>
<dl><div><dt><code>begrepp</code></dt><dd>${say('Begreppets id, till exempel c-0001. Säkrast.', 'The id of the concept, such as c-0001. Surest.')}</dd></div><div><dt><code>ord</code></dt><dd>${say('Ett ord att slå upp, i vilken form som helst. Utelämnas båda, slås texten själv upp.', 'A word to look up, in any form. Left out, the text itself is looked up.')}</dd></div><div><dt><code>organisation</code></dt><dd>${say('En organisations namn, till exempel region-x. Då förklaras ordet som organisationen använder det.', 'The name of an organisation, such as region-x. The word is then explained as the organisation uses it.')}</dd></div></dl>`,
  }
}
