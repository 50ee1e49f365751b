import type { Services } from '../api/services.js'
import type { CheckRequest, CheckResult } from './checker.js'

/** Longer texts are checked apart. In UTF-16 code units: below this a check takes some milliseconds and a thread is no gain. */
export const LONG = 8_000

/**
 * Checks a text without holding up others.
 *
 * @throws {CheckTooSlow} when the time is up
 * @throws {ChecksBusy} when too many long texts wait already
 */
export async function checkText(
  request: CheckRequest,
  { checker, longChecks }: Pick<Services, 'checker' | 'longChecks'>,
): Promise<CheckResult> {
  return request.text.length > LONG && longChecks !== undefined ? longChecks.check(request) : checker.check(request)
}
