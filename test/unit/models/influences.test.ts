import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import {
  influenceRows,
  influences,
  leverGroups,
  market,
  modules,
  outcomeGroups,
} from '../../../models/index.ts'
import { parse, type Source, sourcesIn, walk } from '../house-sources.ts'

const boxes = influenceRows.flat()
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort()

describe('the influence diagram', () => {
  it('has every lever, outcome and mechanism once', () => {
    const members = (groups: readonly { readonly members: readonly string[] }[]) =>
      groups.flatMap((one) => one.members).toSorted()
    expect(members(leverGroups)).toEqual(market.levers.map(({ id }) => id).toSorted())
    expect(members(outcomeGroups)).toEqual(market.outcomes.map(({ id }) => id).toSorted())
    const mechanisms = boxes.filter(({ kind }) => kind === 'mechanism').map(({ id }) => id)
    expect(mechanisms.toSorted()).toEqual(modules.map(({ id }) => id).toSorted())
  })

  it('has every belief as a dot', () => {
    const dots = boxes.reduce((sum, { beliefs }) => sum + (beliefs?.length ?? 0), 0)
    expect(dots).toBe(market.assumptions.filter(({ role }) => role !== 'luck').length)
  })

  it('joins all its boxes, and each two in one direction once', () => {
    expect(sorted(influences.flatMap(({ from, to }) => [from, to]))).toEqual(
      sorted(boxes.map(({ id }) => id)),
    )
    const pairs = influences.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

/** Who decides each part of a world that a mechanism may import. */
const deciders: Readonly<Record<string, string>> = {
  DemandState: 'demand',
  LabsState: 'models',
  SharesState: 'shares',
  ChipsState: 'chips',
  PartnershipState: 'partnership',
  Deal: 'partnership',
  RegulationState: 'regulation',
  Review: 'regulation',
  FinanceState: 'finance',
  Reference: 'finance',
  Value: 'finance',
}
/** Drawn, not decided. */
const drawn = new Set(['Shocks'])

/** Levers that a deal carries on under their own names, after any remedy. */
const carried = new Set(['exclusivity', 'codesign', 'access'])

/** What a source imports of `world.ts`. */
function importedOfWorld(source: Source): string[] {
  const found: string[] = []
  walk(parse(source), (node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return
    const named = node.importClause?.namedBindings
    if (node.moduleSpecifier.text !== './world.ts' || !named || !ts.isNamedImports(named)) return
    found.push(...named.elements.map(({ name, propertyName }) => (propertyName ?? name).text))
  })
  return found
}

/** Levers a source reads of the terms or of the deal, but for those it hands on to the deal. */
function leversRead(source: Source): string[] {
  const found: string[] = []
  const holds = (node: ts.Node) =>
    ts.isIdentifier(node) && (node.text === 'terms' || node.text === 'deal')
  const handedOn = (node: ts.Node, lever: string): boolean =>
    node.parent !== undefined &&
    ((ts.isBinaryExpression(node.parent) &&
      node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      node.parent.left.getText() === `deal.${lever}`) ||
      handedOn(node.parent, lever))
  const add = (holder: ts.Node, lever: string, at: ts.Node) => {
    const known = market.levers.some(({ id }) => id === lever)
    if (!known || !holds(holder) || handedOn(at, lever)) return
    if (holder.getText() === 'terms' || carried.has(lever)) found.push(lever)
  }
  walk(parse(source), (node) => {
    if (ts.isPropertyAccessExpression(node)) add(node.expression, node.name.text, node)
    if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return
    for (const { propertyName, name } of node.name.elements) {
      if (node.initializer) add(node.initializer, (propertyName ?? name).getText(), node)
    }
  })
  return found
}

describe.each(modules.map(({ id }) => id))('the lines that end in %s', (mechanism) => {
  const file = mechanism === 'models' ? 'models/labs.ts' : `models/${mechanism}.ts`
  const [source] = sourcesIn('models').filter(({ path }) => path === file)
  const ending = influences.filter(({ to }) => to === mechanism).map(({ from }) => from)
  const isLeverGroup = (id: string) => leverGroups.some((group) => group.id === id)

  it('come from the mechanisms whose parts of a quarter it imports', () => {
    const imported = importedOfWorld(source).filter((name) => !drawn.has(name))
    expect(imported.filter((name) => !Object.hasOwn(deciders, name))).toEqual([])
    const from = imported.map((name) => deciders[name]).filter((id) => id !== mechanism)
    expect(sorted(ending.filter((id) => !isLeverGroup(id)))).toEqual(sorted(from))
  })

  it('come from the levers it reads', () => {
    const read: readonly string[] = leversRead(source)
    const groups = leverGroups.filter(({ members }) => members.some((id) => read.includes(id)))
    expect(sorted(ending.filter(isLeverGroup))).toEqual(sorted(groups.map(({ id }) => id)))
  })
})
