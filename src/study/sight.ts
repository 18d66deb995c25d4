import { isKnown, nearest } from './names.ts'
import { market } from './model.ts'
import { idOf, type Study, type StudySight } from './study.ts'

/** A study as files carry it: with what is in sight, in place of what was. */
export function withSight<S extends Study>(
  study: S,
  sight: { readonly [of in keyof StudySight]: string | undefined },
): S {
  const { scenario, outcome, chosen, rival } = sight
  const given = Object.entries({ scenario, outcome, chosen, rival })
  return { ...study, sight: Object.fromEntries(given.filter(([, id]) => id !== undefined)) }
}

/** A study as it is changed and kept: what is in sight of it is no part of it. */
export function withoutSight<S extends Study>(study: S): S {
  const { sight: _sight, ...rest } = study
  return rest as S
}

/** What of a study's sight is there: scenarios and strategies that somebody knows, outcomes that are numbers. */
export function sightIn({ sight = {}, strategies, scenarios }: Study): StudySight {
  const { scenario, outcome, chosen, rival } = sight
  const has = (among: Study['strategies'] | Study['scenarios'], id: string) =>
    among.some((one) => idOf(one) === id)
  const isScenario = (id: string) => isKnown('scenarios', id) || has(scenarios, id)
  return {
    ...(scenario !== undefined && isScenario(scenario) && { scenario }),
    ...(outcome !== undefined && numbers().includes(outcome) && { outcome }),
    ...(chosen !== undefined && has(strategies, chosen) && { chosen }),
    ...(rival !== undefined && has(strategies, rival) && { rival }),
  }
}

/** What of a study's sight is not there, one sentence each: it stays out of sight. */
export function unseenIn(study: Study): string[] {
  const { sight = {}, strategies, scenarios } = study
  const there = sightIn(study)
  const ids = [...market.scenarios.map(idOf), ...scenarios.map(idOf)]
  const all = strategies.map(idOf)
  const kinds = [
    ['scenario', 'scenario', ids],
    ['outcome', 'outcome', numbers()],
    ['chosen', 'strategy', all],
    ['rival', 'strategy', all],
  ] as const
  return kinds.flatMap(([field, word, known]) => {
    const id = sight[field]
    if (id === undefined || there[field] !== undefined) return []
    const meant = nearest(id, known)
    return [
      `sight: no ${word} here is called ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    ]
  })
}

function numbers(): string[] {
  return market.outcomes.filter(({ kind }) => kind === 'number').map(({ id }) => id)
}
