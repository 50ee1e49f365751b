import type { Finding } from '../findings/finding.js'

/** In the order of weight. */
export const SEVERITY_ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info']

export const SEVERITY_NAMES: Readonly<Record<Finding['severity'], string>> = {
  error: 'fel',
  warning: 'varning',
  info: 'råd',
}

/** ”1 fel, 2 varningar och 3 råd”; levels without any are left out. */
export function severityCounts({
  errors,
  warnings,
  infos,
}: {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}): string {
  const counts = [
    ...(errors > 0 ? [`${errors} fel`] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 varning' : `${warnings} varningar`] : []),
    ...(infos > 0 ? [`${infos} råd`] : []),
  ]
  return counts.length < 2 ? counts.join('') : `${counts.slice(0, -1).join(', ')} och ${counts.at(-1)}`
}
