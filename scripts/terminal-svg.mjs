// Draws what a command writes in a terminal as an SVG picture, for the docs. Knows the few colours that we use.

const COLOURS = { 31: '#ff8a80', 32: '#9ccc65', 33: '#ffd54f', 36: '#80deea', 90: '#b0bec5' }
const WIDTH = 8.4
const HEIGHT = 20
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One `<tspan>` for each stretch of a line that looks the same. */
function spans(line) {
  let style = {}
  const parts = []
  for (const part of line.split(/(\u001B\[[\d;]*m)/u)) {
    const codes = /^\u001B\[([\d;]*)m$/u.exec(part)?.[1]
    if (codes === undefined) {
      if (part !== '') parts.push({ text: part, ...style })
    } else
      for (const code of codes.split(';').map(Number)) {
        if (code === 0) style = {}
        else if (code === 1) style = { ...style, bold: true }
        else if (code === 2) style = { ...style, fill: COLOURS[90] }
        else if (code === 22) style = { ...style, bold: false, fill: undefined }
        else if (code === 39) style = { ...style, fill: undefined }
        else if (COLOURS[code] !== undefined) style = { ...style, fill: COLOURS[code] }
      }
  }
  return parts
    .map(({ text, bold, fill }) => {
      const look = `${fill === undefined ? '' : ` fill="${fill}"`}${bold === true ? ' font-weight="bold"' : ''}`
      return `<tspan${look}>${escaped(text)}</tspan>`
    })
    .join('')
}

/** @param title read aloud in place of the picture. */
export function terminalSvg(output, title) {
  const lines = output.replace(/\n+$/u, '').split('\n')
  const longest = Math.max(...lines.map((line) => line.replaceAll(/\u001B\[[\d;]*m/gu, '').length))
  const width = Math.ceil(longest * WIDTH) + 32
  const height = lines.length * HEIGHT + 28
  const rows = lines.map(
    (line, at) => `  <text x="16" y="${at * HEIGHT + 30}" xml:space="preserve">${spans(line)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#eceff1">
  <rect width="100%" height="100%" rx="8" fill="#1c2530"/>
${rows.join('\n')}
</svg>
`
}
