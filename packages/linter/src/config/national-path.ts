/** What stands for the national bank among paths. */
export const NATIONAL_PATH = 'national'
