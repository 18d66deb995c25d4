import { canonicalJson } from '../engine/cases.ts'
import type { DiffEntry, Words } from './diff-entry.ts'
import { resolvedScenarios, resolvedStrategies } from './edits/resolved.ts'
import { labelOf } from './model.ts'
import { idOf, type Study } from './study.ts'

/** Fields that are compared entry by entry, or that name a study and its format. */
const APART = [
  'format',
  'version',
  '$schema',
  'name',
  'overrides',
  'correlations',
  'strategies',
  'scenarios',
  'scenarioOrder',
  'scenarioWeights',
  'assumptionNotes',
  'sight',
]
const fieldLabels: Readonly<Record<string, string>> = {
  notes: 'Note on the study',
  vantage: 'Seen from',
  seed: 'Seed',
  trials: 'Futures',
  horizonQuarters: 'Horizon',
  sampling: 'Sampling',
  negligible: 'What is negligible',
  observed: 'Futures that agree with what came in',
  scenarioTargets: 'What is asked in a scenario',
  scenarioWeightsNote: 'Why scenarios weigh as they do',
  openQuestions: 'Beliefs to be asked about',
  presentation: 'What is made of its pages for a talk',
  signposts: 'What is watched',
  rules: 'What would have to be true',
  targets: 'What is aimed at',
}

/** An entry where it holds. */
export function when(holds: boolean, entry: DiffEntry): DiffEntry[] {
  return holds ? [entry] : []
}

/** How two studies look at what they believe and decide. */
export function settingsBetween(mine: Study, theirs: Study): DiffEntry[] {
  return [
    ...fieldsBetween(mine, theirs),
    ...wordsBetween(mine, theirs, 'strategies'),
    ...wordsBetween(mine, theirs, 'scenarios'),
    ...orderBetween(mine, theirs, 'strategies'),
    ...orderBetween(mine, theirs, 'scenarios'),
    ...notesBetween(mine, theirs),
  ]
}

function fieldsBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [mine, theirs].map((one) => one as unknown as Readonly<Record<string, unknown>>)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !APART.includes(field))
    .filter((field) => canonicalJson(a[field] ?? null) !== canonicalJson(b[field] ?? null))
    .map((field) => ({
      id: `field ${field}`,
      side: 'setting',
      kind: 'field',
      label: fieldLabels[field] ?? field,
      field,
      mine: a[field],
      theirs: b[field],
    }))
}

function wordsBetween(mine: Study, theirs: Study, of: 'strategies' | 'scenarios'): DiffEntry[] {
  const isSame = mine.vantage === theirs.vantage
  const all = (study: Study) =>
    of === 'strategies' ? resolvedStrategies(study) : resolvedScenarios(study)
  const said = (study: Study, id: string): Words => {
    const found = study[of].find((one) => idOf(one) === id)
    return typeof found === 'object' ? { label: found.label, story: found.story } : {}
  }
  return all(mine).flatMap((one): DiffEntry[] => {
    const other = all(theirs).find(({ id }) => id === one.id)
    if (!other) return []
    const [a, b] = [said(mine, one.id), said(theirs, one.id)]
    const words = ({ label, story }: Words) => canonicalJson([label ?? null, story ?? null])
    return when(isSame ? words(one) !== words(other) : words(a) !== words(b), {
      id: `words ${of} ${one.id}`,
      side: 'setting',
      kind: 'words',
      label: `What “${one.label}” is called and about`,
      of,
      entry: one.id,
      mine: a,
      theirs: b,
    })
  })
}

/** The order of those that both have; what is added comes where the other study has it. */
function orderBetween(mine: Study, theirs: Study, of: 'strategies' | 'scenarios'): DiffEntry[] {
  const [a, b] = [mine, theirs].map((study) => idsOf(study, of))
  const common = [a.filter((id) => b.includes(id)), b.filter((id) => a.includes(id))]
  return when(common[0].join() !== common[1].join(), {
    id: `order ${of}`,
    side: 'setting',
    kind: 'order',
    label: `The order of ${of}`,
    of,
    mine: a,
    theirs: b,
  })
}

/** Ids of what a study offers, in their order. */
export function idsOf(study: Study, of: 'strategies' | 'scenarios'): string[] {
  const all = of === 'strategies' ? resolvedStrategies(study) : resolvedScenarios(study)
  return all.map(({ id }) => id)
}

function notesBetween(mine: Study, theirs: Study): DiffEntry[] {
  const [a, b] = [mine, theirs].map(({ assumptionNotes }) => assumptionNotes ?? {})
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((id) => canonicalJson(a[id] ?? null) !== canonicalJson(b[id] ?? null))
    .map((id) => ({
      id: `note ${id}`,
      side: 'setting',
      kind: 'note',
      label: `Note on ${labelOf(id)}`,
      assumption: id,
      mine: a[id] ?? null,
      theirs: b[id] ?? null,
    }))
}
