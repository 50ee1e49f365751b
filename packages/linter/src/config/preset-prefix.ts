/** The preset names that `extends` knows: `klarsprak:strict`. */
export const PRESET_PREFIX = 'klarsprak:'
