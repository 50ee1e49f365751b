/** The notification that tells our own client the figures of a checked text. */
export const STATUS = 'klarsprak/status'
