// Patterns and sets of words that a module makes when it begins, and that many runs never ask, are made when they are
// first asked: `const LETTER = /\p{L}/u` becomes a function that makes it once, and each use of it a call.
// What it gives: docs/decisions/0022-start-of-the-command.md.

/** A plugin for the bundler. What it is unsure of it leaves as it is. */
export const lazyConstants = {
  name: 'lazy-constants',
  transform: {
    order: 'post',
    handler(code, id) {
      if (!/\.[cm]?js$/u.test(id)) return null
      return withLazyConstants(code, this.parse(code))
    },
  },
}

/** `code` with its constants made when they are first asked for, or null when it has none. */
export function withLazyConstants(code, ast) {
  const constants = new Map()
  for (const statement of ast.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    const [{ id, init }] = statement.declarations
    if (statement.declarations.length > 1 || id.type !== 'Identifier' || !isCostly(init)) continue
    constants.set(id.name, { statement, id, init, uses: [] })
  }
  if (constants.size === 0) return null
  visit(ast, [], undefined, (node, [parent, above], key) => {
    const constant = node.type === 'Identifier' ? constants.get(node.name) : undefined
    if (constant === undefined || node.start === constant.id.start || isName(parent, key)) return
    // Another of the same name, or one that others know: which is which is not worth finding out.
    if (above?.type !== 'ObjectPattern' && isUse(parent, key)) constant.uses.push({ node, parent })
    else constants.delete(node.name)
  })
  const edits = [...constants].flatMap(([name, { statement, init, uses }]) => [
    { start: statement.start, end: init.start, text: `var ${name}$made;function ${name}(){return ${name}$made??=` },
    { start: init.end, end: statement.end, text: '}' },
    ...uses.map(({ node: { start, end }, parent }) => ({
      start,
      end,
      text: parent.type === 'Property' && parent.shorthand ? `${name}:${name}()` : `${name}()`,
    })),
  ])
  if (edits.length === 0) return null
  let made = ''
  let at = 0
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    made += code.slice(at, start) + text
    at = end
  }
  return { code: made + code.slice(at), map: null }
}

/** What takes time to make, and is the same whenever it is made. */
function isCostly(node) {
  if (node?.type === 'Literal') return node.regex !== undefined
  return (
    node?.type === 'NewExpression' &&
    ['RegExp', 'Set'].includes(node.callee.name) &&
    node.arguments.every((argument) => isFixed(argument))
  )
}

function isFixed(node) {
  switch (node.type) {
    case 'Literal':
      return true
    case 'TemplateLiteral':
      return node.expressions.every(isFixed)
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isFixed(element))
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' &&
        node.callee.property.name === 'split' &&
        isFixed(node.callee.object) &&
        node.arguments.every(isFixed)
      )
    default:
      return false
  }
}

/** Whether what stands at `key` is only called so: a property, not the constant. */
const isName = (parent, key) =>
  (parent.type === 'MemberExpression' && key === 'property' && !parent.computed) ||
  (parent.type === 'Property' && key === 'key' && !parent.computed) ||
  (['MethodDefinition', 'PropertyDefinition'].includes(parent.type) && key === 'key' && !parent.computed)

const USES = {
  MemberExpression: ['object', 'property'],
  CallExpression: ['arguments', 'callee'],
  NewExpression: ['arguments'],
  Property: ['value'],
  ArrayExpression: ['elements'],
  BinaryExpression: ['left', 'right'],
  LogicalExpression: ['left', 'right'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  TemplateLiteral: ['expressions'],
  SpreadElement: ['argument'],
  ReturnStatement: ['argument'],
  VariableDeclarator: ['init'],
  ArrowFunctionExpression: ['body'],
  ForOfStatement: ['right'],
}
const isUse = (parent, key) => USES[parent.type]?.includes(key) === true

function visit(node, above, key, seen) {
  if (above.length > 0) seen(node, above, key)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visit(child, [node, above[0]], name, seen)
    }
  }
}
