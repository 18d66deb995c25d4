import { distributionKey, quantile } from '../../engine/distributions/index.ts'
import type { Assumption } from '../../engine/model.ts'
import { beliefsAmong } from '../../findings/drivers.ts'
import { beliefWords } from '../../findings/belief-words.ts'
import { beliefOf, defaultBelief } from '../../study/edits/beliefs.ts'
import { assumptions, basisOf } from '../../study/model.ts'
import { sourceLine } from '../../findings/source-line.ts'
import { capital, counted, value } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Page } from '../page.ts'
import type { RangeRow } from '../plain-chart.ts'
import { captionOf } from './parts.ts'

/** Beliefs on the page: those that were changed, and those that matter most. */
const MOST = 8

/** What is believed: what was changed against the default, and what the outcome goes with. */
export async function beliefsPage(dossier: Dossier): Promise<Page> {
  const { study, sight } = dossier
  const changed = assumptions.filter(({ id, role }) => role !== 'luck' && isChanged(dossier, id))
  const strongest = beliefsAmong(await dossier.drivers(sight.chosen)).map(({ id }) => id)
  const ids = [...new Set([...changed.map(({ id }) => id), ...strongest])].slice(0, MOST)
  const shown = ids.flatMap((id) => assumptions.find((one) => one.id === id) ?? [])
  const numbers = [
    { label: 'Beliefs in the model', value: assumptions.length },
    { label: 'Changed in this study', value: changed.length },
  ].map(({ label, value: found }) => ({ label, text: String(found), value: found, error: null }))
  return {
    id: 'beliefs',
    name: 'What we believe',
    headline:
      changed.length === 0
        ? 'We believe what the model’s sources say: no belief was changed'
        : `We changed ${counted(changed.length, 'belief')}: ${listed(changed)}`,
    measure: `The beliefs that were changed and those that ${dossier.labelOf(sight.chosen)} goes with most: 10%, half and 90% are below. Grey: the model’s default where it is another.`,
    numbers,
    chart: {
      kind: 'ranges',
      axis: 'Each belief on its own scale',
      unit: '',
      together: false,
      rows: shown.map((one) => rowOf(dossier, one)),
    },
    table: {
      columns: ['Belief', 'Believed', 'Default', 'Source'],
      rows: shown.map((one) => {
        const now = beliefOf(study, sight.scenario, one.id)
        const default_ = defaultBelief(study, one.id)
        const { unit } = one
        return [
          one.label,
          capital(beliefWords(now, unit)),
          isChanged(dossier, one.id) ? capital(beliefWords(default_, unit)) : 'the same',
          sourceLine(basisOf(one, study.vantage)),
        ]
      }),
    },
    lines: [],
    caption: captionOf(dossier, await dossier.results()),
    note: 'Beliefs are what nobody decides. Each has a source or is called a judgement; all are in the sheet of assumptions.',
  }
}

function isChanged({ study, sight }: Dossier, id: string): boolean {
  return (
    distributionKey(beliefOf(study, sight.scenario, id)) !==
    distributionKey(defaultBelief(study, id))
  )
}

function rowOf({ study, sight }: Dossier, { id, label, unit }: Assumption): RangeRow {
  const now = beliefOf(study, sight.scenario, id)
  const before = defaultBelief(study, id)
  const points = (d: typeof now) => {
    const at = quantile(d)
    const figure = (p: number) => ({ value: at(p), text: value(at(p), unit) })
    // What happens or not has a chance, and nothing between.
    if (d.kind === 'bernoulli') {
      const chance = { value: d.probability, text: value(d.probability, 'fraction') }
      return { low: chance, middle: chance, high: chance }
    }
    return { low: figure(0.1), middle: figure(0.5), high: figure(0.9) }
  }
  const isSame = distributionKey(now) === distributionKey(before)
  return { label, ...points(now), ...(isSame ? {} : { before: points(before) }) }
}

function listed(all: readonly Pick<Assumption, 'label'>[]): string {
  const first = all.slice(0, 3).map(({ label }) => `“${label}”`)
  const rest = all.length - first.length
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}
