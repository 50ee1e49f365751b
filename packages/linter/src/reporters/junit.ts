import type { Finding } from '../findings/finding.js'
import { type Position, positionsIn } from '../findings/positions.js'
import type { Reporter } from './report.js'
import { reportPath } from './report-path.js'
import { block, element, xmlDocument, xmlText } from './xml.js'

/**
 * For CI servers that show test results: a suite for each file and a case for each finding. Errors
 * and warnings fail. Advice does not; it is shown as what the case wrote.
 */
export const junitReporter: Reporter = ({ files }) => {
  const suites = files.map(({ file, findings }) => {
    const path = reportPath(file.path)
    const positions = positionsIn(file.text)
    const cases = findings.map((finding) => testCase(finding, path, positions.at(finding.span.start)))
    const passed = element('testcase', { name: 'inga anmärkningar', classname: path, file: path, time: 0 })
    return { path, cases: cases.length === 0 ? [passed] : cases, failures: findings.filter(fails).length }
  })
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return xmlDocument(
    block(
      'testsuites',
      {
        name: 'Klarspråk',
        tests: sum(suites.map(({ cases }) => cases.length)),
        failures: sum(suites.map(({ failures }) => failures)),
        errors: 0,
        time: 0,
      },
      suites.map(({ path, cases, failures }) =>
        block('testsuite', { name: path, tests: cases.length, failures, errors: 0, skipped: 0, time: 0 }, cases),
      ),
    ),
  )
}

const fails = ({ severity }: Finding) => severity !== 'info'

function testCase(finding: Finding, path: string, { line, column }: Position): string {
  const { ruleId, severity, message, note, sources, url } = finding
  const more = [
    `${path}:${line}:${column}`,
    message,
    note,
    ...sources.map(({ name, url: address }) => `Källa: ${name}${address === undefined ? '' : ` ${address}`}`),
    url,
  ]
  const text = xmlText(more.filter((part) => part !== undefined).join('\n'))
  return element(
    'testcase',
    { name: `${ruleId} (rad ${line}, kolumn ${column})`, classname: path, file: path, line, time: 0 },
    [fails(finding) ? element('failure', { message, type: severity }, [text]) : element('system-out', {}, [text])],
  )
}
