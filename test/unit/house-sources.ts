import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { filesBelow } from '../../.ci/sources.mjs'
import { at } from '../../.ci/paths.mjs'

export interface Source {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly specifier: string
  /** From the project's folder for a relative import; undefined for a package. */
  readonly target: string | undefined
  /** Whether it is gone once types are. */
  readonly typesOnly: boolean
}

/** Every source below folders or files of the project. */
export function sourcesIn(...folders: readonly string[]): Source[] {
  return folders.flatMap(filesBelow).map((file) => ({
    path: file.replaceAll('\\', '/'),
    text: readFileSync(at(file), 'utf8'),
  }))
}

export const isCode = ({ path }: Source): boolean => /\.(ts|svelte)$/.test(path)

const trees = new WeakMap<Source, ts.SourceFile>()

/** The syntax tree of a module, or of the scripts of a component. */
export function parse(source: Source): ts.SourceFile {
  const tree = trees.get(source) ?? parseAfresh(source)
  trees.set(source, tree)
  return tree
}

function parseAfresh({ path, text }: Source): ts.SourceFile {
  const scripts = /<script[^>]*>([\s\S]*?)<\/script>/g
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(scripts)].map(([, script]) => script).join('\n')
    : text
  // Of tests imports alone are looked at, which need not know what they lie in.
  const withParents = !path.startsWith('test/')
  return ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, withParents, ts.ScriptKind.TS)
}

/** Calls back for every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

const imports = new WeakMap<Source, readonly Import[]>()

/** What a source imports, exports from elsewhere or loads later. */
export function importsOf(source: Source): readonly Import[] {
  const found = imports.get(source) ?? importsIn(source)
  imports.set(source, found)
  return found
}

/** Where a source may import within a statement, or in a block of its own. */
const deep = /\bimport\s*\(|\bdeclare\s+(module|global|namespace)\b/

function importsIn(source: Source): Import[] {
  const found: Import[] = []
  const add = (name: ts.Node | undefined, typesOnly: boolean) => {
    if (!name || !ts.isStringLiteral(name)) return
    const specifier = name.text
    const relative = specifier.startsWith('.')
    const target = relative ? posix.join(posix.dirname(source.path), specifier) : undefined
    found.push({ specifier, target, typesOnly })
  }
  const look = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    }
  }
  const tree = parse(source)
  if (deep.test(source.text)) walk(tree, look)
  else tree.statements.forEach(look)
  return found
}

function onlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = importClause.namedBindings
  if (importClause.name || !named || !ts.isNamedImports(named)) return false
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly)
}
