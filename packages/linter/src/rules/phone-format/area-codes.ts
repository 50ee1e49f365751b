/**
 * Area codes by their length. Source: Post- och telestyrelsen, the Swedish numbering plan. 020
 * and 0200 are free of charge, 070–079 are mobile, 077 is one rate for the whole country.
 */
const TWO = new Set(['08'])
const THREE = new Set(
  '010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090'.split(
    ' ',
  ),
)
/** The first three figures of the codes that have four. */
const FOUR = new Set(
  (
    '012 014 015 017 020 022 024 025 027 028 029 030 032 034 037 038 039 041 043 045 047 048 049 050 051 052 053 055 056 057 ' +
    '058 059 061 062 064 065 066 067 068 069 077 091 092 093 094 095 096 097 098'
  ).split(' '),
)

/** How many of `digits`, which begin with 0, are the area code; `undefined` when there is no such code. */
export function areaCodeLength(digits: string): 2 | 3 | 4 | undefined {
  if (TWO.has(digits.slice(0, 2))) return 2
  if (THREE.has(digits.slice(0, 3))) return 3
  return digits.length >= 4 && FOUR.has(digits.slice(0, 3)) ? 4 : undefined
}

/** 123456 as 12 34 56. Source: Svenska skrivregler: pairs from the end, three first when there is one over. */
export function groupedSubscriber(digits: string): string | undefined {
  const groups = { 5: [3, 2], 6: [2, 2, 2], 7: [3, 2, 2], 8: [3, 3, 2] }[digits.length]
  if (groups === undefined) return undefined
  let at = 0
  return groups.map((length) => digits.slice(at, (at += length))).join(' ')
}
