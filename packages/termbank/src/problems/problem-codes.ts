/**
 * Every kind of problem that bank data can have. The table also makes the docs page.
 *
 * `error`: the entry, or the part of it that is wrong, is left out or cannot be trusted.
 * `warning`: the bank works, but somebody should look.
 * `nationalOnly`: asked of the national bank and in strict mode, not of an organisation's or a project's own file.
 */
interface ProblemKind {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly message: string
  readonly nationalOnly?: true
}

export const problemCodes = {
  'BANK-YAML': {
    severity: 'error',
    summary: 'Filen följer inte YAML:s skrivregler.',
    message: '{what}',
  },
  'BANK-SCHEMA': {
    severity: 'error',
    summary: 'En uppgift saknas, är okänd eller har fel slags värde. Begreppet är inte med i banken.',
    message: '{where}: {what}',
  },
  'BANK-DUPLICATE-ID': {
    severity: 'error',
    summary: 'Två begrepp har samma id. Det första gäller.',
    message: '{id} används redan i {other}. Ge det här begreppet ett id som aldrig har använts.',
  },
  'BANK-DUPLICATE-TERM': {
    severity: 'error',
    summary: 'Samma term är rekommenderad i två begrepp inom samma ämne.',
    message:
      '”{label}” är rekommenderad även i {other}. Slå ihop begreppen, eller ge dem olika ämnen (subject) om de betyder olika saker.',
  },
  'BANK-REPEATED-TERM': {
    severity: 'error',
    summary: 'Samma term står två gånger i ett begrepp.',
    message: '”{label}” står två gånger i begreppet. Behåll en av dem.',
  },
  'BANK-STATUS-OVERLAP': {
    severity: 'error',
    summary: 'Samma term är både tillåten och avrådd i ett begrepp.',
    message: '”{label}” är både {first} och {second} i samma begrepp. Välj en status.',
  },
  'BANK-DANGLING-RELATION': {
    severity: 'error',
    summary: 'En relation pekar på ett begrepp som inte finns.',
    message: '{type} pekar på {target}, som inte finns i banken. Rätta id:t eller ta bort relationen.',
  },
  'BANK-CYCLE': {
    severity: 'error',
    summary: 'Relationer går i cirkel.',
    message: 'Relationerna ({type}) går i cirkel: {chain}. Ta bort eller vänd en av dem.',
  },
  'BANK-NO-PREFERRED': {
    severity: 'warning',
    summary: 'Begreppet har avrådda termer men inget att skriva i stället.',
    message:
      'Begreppet säger inte vad man ska skriva i stället för ”{label}”. Lägg till en rekommenderad term, citizenWording eller replacedBy.',
  },
  'BANK-MANY-PREFERRED': {
    severity: 'warning',
    summary: 'Begreppet har flera rekommenderade termer på samma språk.',
    message: 'Både ”{label}” och ”{other}” är rekommenderade. Behåll en och gör den andra tillåten (admitted).',
  },
  'BANK-NO-PARADIGM': {
    severity: 'warning',
    summary: 'Böjningen är gissad. Termen hittas, men rättas inte automatiskt.',
    message: 'Böjningen av ”{label}” är gissad: {guessed}. Ange {missing}.',
  },
  'BANK-NO-EXPANSION': {
    severity: 'warning',
    summary: 'En förkortning saknar utskriven form.',
    message: 'Det framgår inte vad ”{label}” står för. Ange abbreviationOf.',
  },
  'BANK-NO-REASON': {
    severity: 'warning',
    summary: 'En avrådd term saknar skäl.',
    message: '”{label}” är avrådd utan skäl. Skriv i reason varför, så att skribenten förstår.',
  },
  'BANK-NO-EXAMPLE': {
    severity: 'warning',
    nationalOnly: true,
    summary: 'Begreppet har inga exempelmeningar som prövar det.',
    message: '{what}',
  },
  'BANK-SILENT-EXAMPLE': {
    severity: 'error',
    summary: 'En mening i flags rapporteras inte.',
    message: 'Inget i begreppet rapporteras i ”{sentence}”. Rätta meningen, eller termernas former och status.',
  },
  'BANK-REPORTED-EXAMPLE': {
    severity: 'error',
    summary: 'En mening i allows rapporteras.',
    message: '”{text}” rapporteras i ”{sentence}”. Rätta meningen, eller lägg till ett undantag i unless.',
  },
  'BANK-MISSING': {
    severity: 'error',
    nationalOnly: true,
    summary: 'Begreppet saknar en uppgift som den nationella banken kräver.',
    message: '{key} saknas. Den nationella banken kräver definition och källor för varje begrepp.',
  },
  'BANK-PAST-REVIEW': {
    severity: 'warning',
    summary: 'Uppgiften skulle ha setts över.',
    message: '{what} skulle ha setts över senast {date}. Se över och sätt ett nytt datum i reviewBy.',
  },
  'BANK-LONG-DEFINITION': {
    severity: 'warning',
    summary: 'Definitionen är för lång för att läsas i ett svep.',
    message: 'Definitionen har {count} ord. Korta den till högst {limit}, och lägg resten i notes.',
  },
  'BANK-CIRCULAR-DEFINITION': {
    severity: 'warning',
    summary: 'Definitionen förklarar termen med termen själv.',
    message: 'Definitionen innehåller ”{label}”, som den ska förklara. Förklara med andra ord.',
  },
  'BANK-IDLE-EXCEPTION': {
    severity: 'warning',
    summary: 'Ett undantag (unless) innehåller inte termen och får därför aldrig effekt.',
    message:
      'Undantaget ”{phrase}” innehåller ingen form av ”{label}” och får därför aldrig effekt. Rätta eller ta bort det.',
  },
  'BANK-NEAR-ITSELF': {
    severity: 'warning',
    summary: 'Ett ord i nearWords eller notNearWords finns i termen själv och avgör därför ingenting.',
    message:
      '”{part}” finns i ”{label}” själv och säger därför inget om sammanhanget. Välj ett ord som brukar stå intill.',
  },
  'BANK-MIXED-ADVICE': {
    severity: 'warning',
    summary: 'En term är rekommenderad i ett begrepp och avrådd i ett annat.',
    message:
      '”{label}” är avrådd här men rekommenderad eller tillåten i {other}. Sätt homograph: true om orden bara råkar se lika ut, annars välj en status.',
  },
  'BANK-FILE-NAME': {
    severity: 'warning',
    nationalOnly: true,
    summary: 'Filens namn eller mapp stämmer inte med begreppet.',
    message: 'Filen bör heta {expected}.',
  },
  'BANK-OVERLAY-TARGET': {
    severity: 'error',
    summary: 'En ändring gäller ett begrepp eller en term som inte finns i lagren under.',
    message: '{what}',
  },
  'BANK-OVERLAY-CONFLICT': {
    severity: 'error',
    summary: 'Två ändringar i samma lager sätter samma uppgift. Den första gäller.',
    message: '{value} i {id} ändras två gånger i lagret {layer}. Den första ändringen gäller; ta bort en av dem.',
  },
  'BANK-LAYER-OVERRIDE': {
    severity: 'warning',
    summary: 'Två lager ändrar samma uppgift. Det lager som ligger överst gäller.',
    message: '{value} i {id} ändras av både {below} och {above}. {above} gäller.',
  },
  'BANK-LAYER-ID': {
    severity: 'warning',
    summary:
      'Ett eget begrepp har samma id som ett begrepp i ett annat lager. Båda finns kvar, skilda åt av lagrets namn.',
    message:
      '{id} finns redan i lagret {below} och betyder något annat där. Begreppen hålls isär, men byt helst id. Ska det andra begreppet ändras, så skriv en overlay.',
  },
  'BANK-LAYER-TERM': {
    severity: 'warning',
    summary: 'Samma term finns i begrepp i två lager. Det lager som ligger överst bestämmer.',
    message: '”{label}” är {statusAbove} här men {statusBelow} i {other} i lagret {below}. Här gäller {above}.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof problemCodes

/** Asked of the national bank, and of any bank in strict mode. */
export const isNationalOnly = (code: ProblemCode): boolean => 'nationalOnly' in problemCodes[code]
