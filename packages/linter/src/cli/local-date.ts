/** The day where the computer is, as 2027-01-31. By hand, since the tables of the languages take longer to load than a page to lint. */
export function localDate(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
