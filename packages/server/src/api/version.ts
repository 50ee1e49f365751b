/** The version of the API; its first number is in every address. */
export const API_VERSION = '1.0.0'
