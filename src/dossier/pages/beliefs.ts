import { distributionKey, quantile } from '../../engine/distributions/index.ts'
import type { Assumption } from '../../engine/model.ts'
import { beliefWords } from '../../findings/belief-words.ts'
import { beliefOf, defaultBelief } from '../../study/edits/beliefs.ts'
import { basisOf } from '../../study/model.ts'
import { sourceLine } from '../../findings/source-line.ts'
import { capital, count, counted, value } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { type Page, pageNames } from '../page.ts'
import type { RangeRow } from '../plain-chart.ts'
import { basesWords, beliefs, beliefsOfScenario, changedBeliefs } from './changed.ts'
import { captionOf, strongestBeliefs } from './parts.ts'

/** Beliefs on the page: those that were changed, and those that matter most. */
const MOST = 8

/** What is believed: what was changed against the default, and what the outcome goes with. */
export async function beliefsPage(dossier: Dossier): Promise<Page> {
  const { study } = dossier
  const [changed, ofScenario] = [changedBeliefs(dossier), beliefsOfScenario(dossier)]
  const strongest = (await strongestBeliefs(dossier)).map(({ id }) => id)
  const other = [...changed, ...ofScenario].map(({ id }) => id)
  const ids = [...new Set([...other, ...strongest])].slice(0, MOST)
  const shown = ids.flatMap((id) => beliefs.find((one) => one.id === id) ?? [])
  const rows = shown.map((one) => rowOf(dossier, one))
  const unseen = changed.filter(({ id }) => !ids.includes(id)).length
  return {
    id: 'beliefs',
    name: pageNames.beliefs,
    headline: headlineOf(dossier, changed, ofScenario),
    measure: measureIn(dossier, other.length > 0, rows),
    numbers: [
      { label: 'Beliefs in the model', value: beliefs.length },
      { label: 'Changed in this study', value: changed.length },
      ...(ofScenario.length > 0
        ? [{ label: `Other ones in “${dossier.scenarioLabel}”`, value: ofScenario.length }]
        : []),
    ].map(({ label, value: found }) => ({ label, text: count(found), value: found, error: null })),
    chart:
      shown.length === 0
        ? null
        : {
            kind: 'ranges',
            axis: 'Each belief on its own scale',
            unit: '',
            together: false,
            rows,
          },
    table: {
      columns: ['Belief', 'Believed', 'Default', 'Source'],
      rows: shown.map((one) => [
        one.label,
        ...believedWords(dossier, one),
        sourceLine(basisOf(one, study.vantage)),
      ]),
    },
    lines: unseen > 0 ? [`${counted(unseen, 'more changed belief')} on the screen Beliefs.`] : [],
    caption: captionOf(dossier, await dossier.results()),
    note: 'Beliefs are what nobody decides. Each has a source or is called a judgement; the screen Beliefs says which.',
  }
}

/** What somebody changed, and what the scenario in sight is. */
function headlineOf(
  dossier: Dossier,
  changed: readonly Assumption[],
  ofScenario: readonly Assumption[],
): string {
  if (changed.length > 0)
    return `We changed ${counted(changed.length, 'belief')}: ${listed(changed)}`
  return ofScenario.length > 0
    ? `“${dossier.scenarioLabel}” is ${counted(ofScenario.length, 'other belief')}, and we changed none: ${listed(ofScenario)}`
    : `We changed none of the model’s ${counted(beliefs.length, 'belief')}: ${basesWords(dossier)}`
}

/** What is believed, and the model’s default where that is another. */
function believedWords({ study, sight }: Dossier, { id, unit }: Assumption): string[] {
  const [now, before] = [beliefOf(study, sight.scenario, id), defaultBelief(study, id)]
  const isSame = distributionKey(now) === distributionKey(before)
  return [capital(beliefWords(now, unit)), isSame ? 'the same' : capital(beliefWords(before, unit))]
}

/** What is shown, as far as there is any of it. */
function measureIn(dossier: Dossier, isOther: boolean, rows: readonly RangeRow[]): string {
  const strongest = `that ${dossier.labelOf(dossier.sight.chosen)} goes with most`
  const which = isOther
    ? `The beliefs that were changed, and those ${strongest}`
    : `The beliefs ${strongest}`
  const range = rows.some(({ isChance }) => !isChance) ? ': 10%, half and 90% are below' : ''
  const chance = rows.some(({ isChance }) => isChance) ? ' A bar from 0% is a chance.' : ''
  const grey = rows.some(({ before }) => before)
    ? ' Grey: the model’s default, where it is another.'
    : ''
  return `${which}${range}.${chance}${grey}`
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
  return {
    label,
    ...points(now),
    ...(now.kind === 'bernoulli' ? { isChance: true } : {}),
    ...(isSame ? {} : { before: points(before) }),
  }
}

function listed(all: readonly Pick<Assumption, 'label'>[]): string {
  const first = all.slice(0, 3).map(({ label }) => `“${label}”`)
  const rest = all.length - first.length
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}
