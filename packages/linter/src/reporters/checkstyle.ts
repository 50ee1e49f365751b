import { positionsIn } from '../findings/positions.js'
import type { Reporter } from './report.js'
import { reportPath } from './report-path.js'
import { block, element, xmlDocument } from './xml.js'

/** For tools that read Checkstyle's XML. Files without findings are left out. */
export const checkstyleReporter: Reporter = ({ files }) =>
  xmlDocument(
    block(
      'checkstyle',
      { version: '4.3' },
      files
        .filter(({ findings }) => findings.length > 0)
        .map(({ file, findings }) => {
          const positions = positionsIn(file.text)
          return block(
            'file',
            { name: reportPath(file.path) },
            findings.map(({ span, severity, message, ruleId }) => {
              const { line, column } = positions.at(span.start)
              return element('error', { line, column, severity, message, source: `klarsprak.${ruleId}` })
            }),
          )
        }),
    ),
  )
