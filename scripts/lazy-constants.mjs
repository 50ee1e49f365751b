// What a module makes when it begins, and many runs never ask for, is made when it is first asked for:
// `const LETTER = /\p{L}/u` becomes a function that makes it once, and each use of it a call.
// What it gives: docs/decisions/0022-start-of-the-command.md.

/**
 * `code`, a file of the bundle, with its constants made when they are first asked for, or null when it has none. What it is
 * unsure of it leaves as it is: a constant is moved only when it is worked out from literals, other such constants and
 * functions that do nothing else.
 */
export function withLazyConstants(code, ast) {
  const { constants, functions, uses, isChanged } = namesOf(ast)
  const known = new Map()
  /** Whether a constant says the same whenever it is made. */
  function isLasting(name) {
    if (!known.has(name)) {
      known.set(name, false)
      const { init } = constants.get(name) ?? {}
      known.set(name, init !== undefined && init !== null && !isChanged.has(name) && isFixed(init, new Set()))
    }
    return known.get(name)
  }
  const pure = new Map()
  /** Whether a function works its answer out from what it is given, and does nothing else. */
  function isPure(name) {
    if (!pure.has(name)) {
      // One that calls itself is not.
      pure.set(name, false)
      const made = functions.get(name) ?? constants.get(name)?.init
      pure.set(name, made !== undefined && isFunction(made) && answers(made, new Set()))
    }
    return pure.get(name)
  }
  /** @param locals the names that belong to the functions around it */
  function answers({ params, body, async, generator }, locals) {
    if (async || generator) return false
    const own = new Set([...locals, ...params.flatMap(namesIn)])
    if (!params.every((param) => param.type !== 'AssignmentPattern' || isFixed(param.right, own))) return false
    return body.type === 'BlockStatement' ? isStraight(body, own) : isFixed(body, own)
  }
  function isStraight(statement, locals) {
    switch (statement?.type) {
      case 'BlockStatement': {
        const own = new Set(locals)
        return statement.body.every((each) => isStraight(each, own))
      }
      case 'ReturnStatement':
        return statement.argument === null || isFixed(statement.argument, locals)
      case 'IfStatement':
        return (
          isFixed(statement.test, locals) &&
          isStraight(statement.consequent, locals) &&
          (statement.alternate === null || isStraight(statement.alternate, locals))
        )
      case 'VariableDeclaration':
        return (
          statement.kind === 'const' &&
          statement.declarations.every(({ id, init }) => {
            const isSo = isFixed(init, locals)
            for (const name of namesIn(id)) locals.add(name)
            return isSo
          })
        )
      default:
        return false
    }
  }
  function isFixed(node, locals) {
    switch (node?.type) {
      case 'Literal':
        return true
      case 'Identifier':
        return node.name === 'undefined' || locals.has(node.name) || isLasting(node.name)
      case 'TemplateLiteral':
        return node.expressions.every((each) => isFixed(each, locals))
      case 'ArrayExpression':
        return node.elements.every((each) => each !== null && isFixed(each, locals))
      case 'ObjectExpression':
        return node.properties.every((each) => isFixed(each, locals))
      case 'Property':
        return node.kind === 'init' && (!node.computed || isFixed(node.key, locals)) && isFixed(node.value, locals)
      case 'SpreadElement':
      case 'UnaryExpression':
        return node.operator !== 'delete' && isFixed(node.argument, locals)
      case 'BinaryExpression':
      case 'LogicalExpression':
        return isFixed(node.left, locals) && isFixed(node.right, locals)
      case 'ConditionalExpression':
        return [node.test, node.consequent, node.alternate].every((each) => isFixed(each, locals))
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return isFixed(node.expression, locals)
      case 'MemberExpression':
        return isFixed(node.object, locals) && (!node.computed || isFixed(node.property, locals))
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        // It may be called while the constant is made.
        return answers(node, locals)
      case 'NewExpression':
        return MADE.has(node.callee.name) && node.arguments.every((each) => isFixed(each, locals))
      case 'CallExpression':
        return isFixedCall(node.callee, locals) && node.arguments.every((each) => isFixed(each, locals))
      default:
        return false
    }
  }
  function isFixedCall(callee, locals) {
    if (callee.type === 'Identifier') return !locals.has(callee.name) && isPure(callee.name)
    if (callee.type !== 'MemberExpression' || callee.computed) return false
    const { object, property } = callee
    if (object.type === 'Identifier' && !locals.has(object.name) && !constants.has(object.name)) {
      return STATIC[object.name]?.includes(property.name) === true
    }
    return METHODS.has(property.name) && isFixed(object, locals)
  }
  const edits = []
  for (const [name, { statement, init }] of constants) {
    const those = uses.get(name) ?? []
    if (those.length === 0 || !those.every(mayBeCalled) || !isCostly(init) || !isLasting(name)) continue
    const isBare = init.type === 'ObjectExpression'
    edits.push(
      {
        start: statement.start,
        end: init.start,
        text: `var ${name}$made;function ${name}(){return ${name}$made??=${isBare ? '(' : ''}`,
      },
      { start: init.end, end: statement.end, text: isBare ? ')}' : '}' },
      ...those.map(({ node: { start, end }, parent }) => ({
        start,
        end,
        text: parent.type === 'Property' && parent.shorthand ? `${name}:${name}()` : `${name}()`,
      })),
    )
  }
  if (edits.length === 0) return null
  let made = ''
  let at = 0
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    made += code.slice(at, start) + text
    at = end
  }
  return { code: made + code.slice(at), map: null }
}

const MADE = new Set(['RegExp', 'Set', 'Map'])
/** Methods of strings, lists, sets and maps that change nothing. */
const METHODS = new Set(
  `at charCodeAt concat endsWith entries every filter flat flatMap get has includes indexOf join keys map repeat replace
  replaceAll slice some split startsWith toLowerCase toUpperCase trim values`.split(/\s+/u),
)
const STATIC = {
  Array: ['from'],
  Math: ['max', 'min'],
  Object: ['entries', 'fromEntries', 'keys', 'values'],
  String: ['fromCharCode'],
}
/** Methods that change what they are called on. */
const CHANGES = new Set('add clear copyWithin delete fill pop push reverse set shift sort splice unshift'.split(' '))

const isFunction = ({ type }) => /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/u.test(type)

/** Characters of a literal that is a table. */
const LARGE = 2_000

/** Whether it takes time to make: a pattern, a set, a large table, or something that is worked out. */
function isCostly(node) {
  if (isFunction(node)) return false
  if (/^(?:Array|Object)Expression$/u.test(node.type) && node.end - node.start > LARGE) return true
  if (node.type === 'Literal') return node.regex !== undefined && node.regex !== null
  return /^(?:New|Call)Expression$/u.test(node.type) || childrenOf(node).some(([, child]) => isCostly(child))
}

/** An export is no call, and `new A()` would call what A is made from. */
const mayBeCalled = ({ parent, key }) =>
  parent.type !== 'ExportSpecifier' && !(parent.type === 'NewExpression' && key === 'callee')

/**
 * What a file calls by name: its constants and functions, and where they are used; `isChanged` are those that are changed
 * after they are made.
 */
function namesOf(ast) {
  const constants = new Map()
  const functions = new Map()
  for (const statement of ast.body) {
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, statement)
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    const [{ id, init }] = statement.declarations
    if (statement.declarations.length === 1 && id.type === 'Identifier') constants.set(id.name, { statement, id, init })
  }
  const uses = new Map()
  const isChanged = new Set()
  visit(ast, [], [], (node, above) => {
    const [{ node: parent, key }, over] = above
    if (node.start === constants.get(node.name)?.id.start) return
    const those = uses.get(node.name) ?? []
    uses.set(node.name, those)
    those.push({ node, parent, key })
    if (parent.type !== 'MemberExpression' || key !== 'object') return
    const isAssigned = /^(?:Assignment|Update)Expression$/u.test(over.node.type) && over.key !== 'right'
    const isDeleted = over.node.type === 'UnaryExpression' && over.node.operator === 'delete'
    const isCalled = over.node.type === 'CallExpression' && over.key === 'callee'
    if (isAssigned || isDeleted || (isCalled && CHANGES.has(parent.property.name))) isChanged.add(node.name)
  })
  return { constants, functions, uses, isChanged }
}

/** Tells `seen` of every use of a name that belongs to the file, not to a function or block. */
function visit(node, above, scopes, seen) {
  const own = declaredIn(node)
  const inside = own === undefined || node.type === 'Program' ? scopes : [...scopes, own]
  if (node.type === 'Identifier') {
    if (!isOnlyName(above[0]) && !scopes.some((scope) => scope.has(node.name))) seen(node, above)
    return
  }
  for (const [key, child] of childrenOf(node)) visit(child, [{ node, key }, ...above.slice(0, 2)], inside, seen)
}

/** Whether what stands at `key` is only called so: a property or a label, not something that has been declared. */
function isOnlyName({ node, key }) {
  switch (node.type) {
    case 'MemberExpression':
      return key === 'property' && !node.computed
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return key === 'key' && !node.computed
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return true
    default:
      return false
  }
}

/** The names that a function or block declares for itself; undefined when it is neither. */
function declaredIn(node) {
  if (isFunction(node)) {
    const own = node.type === 'FunctionExpression' && node.id !== null ? [node.id.name] : []
    return new Set([...own, ...node.params.flatMap(namesIn), ...variablesIn(node.body), 'arguments'])
  }
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return new Set(node.body.flatMap(declaredBy))
    case 'SwitchStatement':
      return new Set(node.cases.flatMap(({ consequent }) => consequent.flatMap(declaredBy)))
    case 'ForStatement':
      return new Set(node.init === null ? [] : declaredBy(node.init))
    case 'ForInStatement':
    case 'ForOfStatement':
      return new Set(declaredBy(node.left))
    case 'CatchClause':
      return new Set(node.param === null ? [] : namesIn(node.param))
    case 'ClassExpression':
      return new Set(node.id === null ? [] : [node.id.name])
    default:
      return undefined
  }
}

function declaredBy(statement) {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id }) => namesIn(id))
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [statement.id.name]
    default:
      return []
  }
}

/** The names of `var`, which belong to the whole function. */
function variablesIn(node) {
  if (isFunction(node)) return []
  const own = node.type === 'VariableDeclaration' && node.kind === 'var' ? declaredBy(node) : []
  return [...own, ...childrenOf(node).flatMap(([, child]) => variablesIn(child))]
}

/** The names that a pattern such as `{ a, b: [c] }` declares. */
function namesIn(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn(each.type === 'Property' ? each.value : each))
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}

const childrenOf = (node) =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((child) => typeof child?.type === 'string')
      .map((child) => [key, child]),
  )
