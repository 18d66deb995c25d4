import type { SignBelief } from '../analyses/sign-belief.ts'
import type { Signpost } from '../analyses/signpost-facts.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { capital, listed, sentences } from '../words/index.ts'
import { seriesWords, type SignWords } from './signpost-words.ts'

/** Signs that go with the same belief in the same way. */
interface Alike {
  readonly belief: SignBelief
  readonly signs: readonly Signpost[]
}

/** That signs are no causes, and which beliefs go with them and with what is explained; empty where there are none. */
export function signBeliefWords(all: readonly Signpost[], of: SignWords): string {
  const groups = groupsOf(all)
  if (all.length === 0) return ''
  return sentences([
    all.length === 1 ? 'This is a sign, not a cause.' : 'These are signs, not causes.',
    ...groups.map(({ belief, signs }) => {
      const names = [...new Set(signs.map((one) => nameOf(one)))]
      const isAll = signs.length === all.length && all.length > 1
      const who = isAll ? 'All of them' : listed(names)
      const go = isAll || names.length > 1 ? 'go' : 'goes'
      return `${capital(who)} ${go} with ${withWords(belief, of)}.`
    }),
  ])
}

function groupsOf(all: readonly Signpost[]): Alike[] {
  const groups = new Map<string, { belief: SignBelief; signs: Signpost[] }>()
  for (const one of all) {
    const { belief } = one
    if (!belief) continue
    const key = JSON.stringify(belief)
    const group = groups.get(key) ?? { belief, signs: [] }
    group.signs.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function nameOf({ series, side }: Signpost): string {
  return `a ${side === 'above' ? 'high' : 'low'} “${seriesWords(series).label}”`
}

function withWords({ id, isHigher, isMore }: SignBelief, of: SignWords): string {
  const way = isMore ? 'higher' : 'lower'
  const name = `“${labelOf(id)}”`
  if (assumptions.find((one) => one.id === id)?.role === 'event') {
    const [often, does] = isHigher ? ['more', 'does'] : ['less', 'does not']
    return `${name} happening ${often} often, and where that ${does}, ${of.brief} tends to be ${way}`
  }
  const as = isHigher ? 'higher' : 'lower'
  return `a ${as} ${name}, and the ${as} that is, the ${way} ${of.brief} tends to be`
}
