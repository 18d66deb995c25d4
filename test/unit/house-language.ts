import ts from 'typescript'
import { parse, type Source, walk } from './house-sources.ts'

/** Of Math, only what gives the same bits in every engine. */
const exact = new Set(
  [
    'abs ceil clz32 floor fround imul max min round sign sqrt trunc',
    'E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2',
  ]
    .join(' ')
    .split(' '),
)

/** Chance, clock, page, place and anything else of the outer world. */
const outer = new Set(
  [
    'Date performance Intl document window globalThis navigator location localStorage indexedDB',
    'setTimeout setInterval requestAnimationFrame fetch crypto process Worker eval alert',
  ]
    .join(' ')
    .split(' '),
)

/** Whether an identifier only names a member, such as `b` in `a.b` or `{ b: 1 }`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  )
}

function complaint(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) {
    if (/^(toLocale|localeCompare)/.test(node.text)) return `${node.text} depends on the place`
    if (isMemberName(node)) return
    if (outer.has(node.text)) return `${node.text} belongs to the outer world`
    if (node.text !== 'Math') return
    const access = node.parent
    if (!ts.isPropertyAccessExpression(access)) return 'Math may only be used as Math.name'
    if (!exact.has(access.name.text)) {
      return `Math.${access.name.text} is not the same in every engine: use src/engine/math.ts`
    }
    return
  }
  if (
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
  ) {
    return '** is not the same in every engine: multiply, or use pow of src/engine/math.ts'
  }
  return
}

/** What would make `models/` and `src/engine/` depend on chance, clock, page, place or engine. */
export function impure(source: Source): string[] {
  const tree = parse(source)
  const found: string[] = []
  walk(tree, (node) => {
    const text = complaint(node)
    if (!text) return
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
    found.push(`${source.path}:${line}: ${text}`)
  })
  return found
}

const longest = 300
const isData =
  /^(models\/(assumptions\/|history\.ts$|sources\.ts$)|test\/fixtures\/)|\.(md|png|schema\.json)$/

/** Files that want splitting. */
export function tooLong({ path, text }: Source): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length
  if (isData.test(path) || lines <= longest) return []
  return [`${path} has ${lines} lines: split it, ${longest} are the most`]
}

/** Names and depth of files. */
export function misnamed({ path }: Source): string[] {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const found: string[] = []
  if (name.endsWith('.svelte') && !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)) {
    found.push(`${path}: a component's file is named in PascalCase`)
  }
  if (name.endsWith('.ts') && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(name)) {
    found.push(`${path}: a module's file is named in kebab-case`)
  }
  if (parts.length > 4) found.push(`${path} lies more than three folders below ${parts[0]}`)
  return found
}

/** Engine and models know no words: what they say in errors they round themselves. */
const knowsNoWords = /^(models|src\/(engine|certificate|words))\//

/** Rounding and writing of numbers that belongs to `src/words/`; in markup as in scripts. */
export function writesNumbers({ path, text }: Source): string[] {
  if (knowsNoWords.test(path)) return []
  const found = text.matchAll(
    /\.(toFixed|toPrecision|toExponential|toLocale\w*)\b|\b(Intl)\.(?!Collator)/g,
  )
  return [...found].map(({ 0: all, 1: call = all, index }) => {
    const line = text.slice(0, index).split('\n').length
    return `${path}:${line}: ${call} rounds or writes a number, which belongs to src/words`
  })
}
