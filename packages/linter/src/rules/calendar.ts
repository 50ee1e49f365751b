export const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const

export const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const

/** Whether there is such a day, leap days included. Months from 1. */
export const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!

/** 2 november 2024. Months from 1; `year` may be left out. */
export function writtenDate(day: number, month: number, year?: number): string {
  const date = `${day} ${MONTHS[month - 1]}`
  return year === undefined ? date : `${date} ${year}`
}
