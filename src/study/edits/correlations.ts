import type { Correlation } from '../../engine/model.ts'
import { areOfModel, correlationsOf, retiredPairs, type Study } from '../index.ts'
import { market } from '../model.ts'

/** Names a pair whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** The model's coefficient of a pair; null where it has none. */
export function modelCoefficient(a: string, b: string): number | null {
  return coefficientIn(market.correlations, a, b)
}

/** The study with every two of some beliefs moving together as strongly, whatever they did. */
export function withGroup(study: Study, ids: readonly string[], coefficient: number): Study {
  const group = ids.flatMap((b, i) => ids.slice(0, i).map((a): Correlation => [a, b, coefficient]))
  return withPairs(study, [...correlationsOf(study), ...group])
}

export function withoutPair(study: Study, a: string, b: string): Study {
  const key = pairKey(a, b)
  return withCorrelations(
    study,
    correlationsOf(study).filter(([c, d]) => pairKey(c, d) !== key),
  )
}

/** The study with some pairs on top of those it has; of a pair named twice the later holds. */
export function withPairs(study: Study, pairs: readonly Correlation[]): Study {
  return withCorrelations(study, [...correlationsOf(study), ...pairs])
}

/**
 * The study with these pairs and no others, but for those of beliefs that the model has no longer,
 * which nobody can see to take away; the model's own leave no trace.
 */
export function withCorrelations(study: Study, pairs: readonly Correlation[]): Study {
  const { correlations: _old, ...rest } = study
  const ordered = [...inOrder(pairs), ...retiredPairs(study)]
  return areOfModel(ordered) ? rest : { ...rest, correlations: ordered }
}

/**
 * The order decides who is drawn after whom, and so the draws: the model's pairs stand first and as it has
 * them, so that a pair taken away and put back leaves the very same futures.
 */
function inOrder(pairs: readonly Correlation[]): Correlation[] {
  const last = new Map<string, Correlation>()
  for (const pair of pairs) {
    const key = pairKey(pair[0], pair[1])
    const [a, b] = last.get(key) ?? pair
    last.set(key, [a, b, pair[2]])
  }
  const ofModel = market.correlations.flatMap(([a, b]): Correlation[] => {
    const found = last.get(pairKey(a, b))
    last.delete(pairKey(a, b))
    return found ? [[a, b, found[2]]] : []
  })
  return [...ofModel, ...last.values()]
}

/** Pairs of beliefs that hang together, directly or through others; the largest group first. */
export function groupsOf(pairs: readonly Correlation[]): (readonly Correlation[])[] {
  const groups: Correlation[][] = []
  for (const pair of pairs) {
    const touches = (group: readonly Correlation[]) =>
      group.some(([a, b]) => pair.includes(a) || pair.includes(b))
    const joined = groups.filter(touches)
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), pair])
  }
  return groups
    .map((group) => pairs.filter((pair) => group.includes(pair)))
    .toSorted((x, y) => y.length - x.length || pairs.indexOf(x[0]) - pairs.indexOf(y[0]))
}

/** Ids of the beliefs that some pairs are about, in the order in which they are named. */
export function membersOf(pairs: readonly Correlation[]): string[] {
  return [...new Set(pairs.flatMap(([a, b]) => [a, b]))]
}

export function coefficientIn(pairs: readonly Correlation[], a: string, b: string): number | null {
  const key = pairKey(a, b)
  return pairs.find(([c, d]) => pairKey(c, d) === key)?.[2] ?? null
}
