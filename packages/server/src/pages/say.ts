/** A text in the language of the page. Both stand together, so that they are proofread together. */
export type Say = (sv: string, en: string) => string
