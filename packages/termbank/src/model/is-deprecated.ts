/** Whether a term of this status is to be avoided. */
export const isDeprecated = (status: string): boolean => status === 'deprecated' || status === 'superseded'
