/** The key that says who the texts beside and below it are written to: `"klarsprak-audience": "staff"`. */
export const AUDIENCE_KEY = 'klarsprak-audience'
