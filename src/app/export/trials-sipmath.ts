import type { Sip, SipMeasure, Sips } from '../../analyses/trial-sips.ts'
import type { Dossier } from '../../dossier/dossier.ts'
import { support } from '../../engine/distributions/index.ts'
import { textDigest } from '../../engine/digest.ts'
import { strategiesOf } from '../../engine/plan.ts'
import { market } from '../../study/model.ts'
import type { FileMade } from './formats.ts'
import { aboutOf, type FuturesKnown } from './trials-table.ts'

/** Beliefs in the library: those that the outcome in sight goes with most. */
const MOST_INPUTS = 20

/** A figure of the library before it is one. */
interface Named {
  readonly measure: SipMeasure
  readonly name: string
  readonly label: string
  readonly unit: string
}

/**
 * A library of virtual trials (SIPmath 3.0 of ProbabilityManagement.org): the outcome in sight of each
 * strategy, every outcome of the chosen one, and the beliefs it goes with most, with a Gaussian copula.
 */
export async function write(dossier: Dossier): Promise<FileMade> {
  const results = await dossier.results()
  const named = [...outcomesOf(dossier), ...(await inputsOf(dossier))]
  const { signal, onProgress } = dossier.options
  const found = await dossier.runner.ask(
    'trialSips',
    results,
    { scenario: dossier.sight.scenario, measures: named.map(({ measure }) => measure) },
    { ...(signal && { signal }), ...(onProgress && { onProgress }) },
  )
  const about = { dossier, trials: results.trials, digest: results.digest ?? '' }
  const content = `${JSON.stringify(libraryOf(about, named, found), null, 1)}\n`
  const { study, sight } = dossier
  return { name: [study.name, sight.scenario, 'sipmath', about.digest.slice(0, 12)], content }
}

function outcomesOf({ outcome, sight, plan }: Dossier): Named[] {
  const numbers = market.outcomes.filter((one) => one.kind === 'number')
  return strategiesOf(plan).flatMap(({ id: strategy, label }) =>
    numbers
      .filter(({ id }) => strategy === sight.chosen || id === outcome.id)
      .map((one) => ({
        measure: { case: { strategy, scenario: sight.scenario }, id: one.id, range: EVERYWHERE },
        name: `${one.id}_${strategy}`,
        label: `${one.label}: ${label}`,
        unit: one.unit,
      })),
  )
}

const EVERYWHERE = [-Infinity, Infinity] as const

async function inputsOf(dossier: Dossier): Promise<Named[]> {
  const drivers = await dossier.drivers(dossier.sight.chosen)
  const [{ distributions }] = dossier.plan.worlds
  return drivers.slice(0, MOST_INPUTS).flatMap(({ id }) => {
    const one = market.assumptions.find((other) => other.id === id)
    if (!one) return []
    const measure = { id, range: support(distributions[id]) }
    return [{ measure, name: `belief_${id}`, label: one.label, unit: one.unit }]
  })
}

function libraryOf(about: FuturesKnown, all: readonly Named[], { sips, correlations }: Sips) {
  const { dossier } = about
  const names = uniqueNames(all.map(({ name }) => name))
  const there = sips.flatMap((sip, at) => (sip ? [{ ...all[at], name: names[at], sip }] : []))
  const columns = there.map(({ name }) => name)
  return {
    name: dossier.study.name,
    objectType: 'sipModel',
    libraryType: 'SIPmath_3_0',
    dateCreated: new Date().toISOString().slice(0, 10),
    version: '1',
    provenance: `Stakes, model ${dossier.plan.model.id} ${dossier.plan.model.version}, seed ${dossier.plan.seed}, digest ${about.digest}`,
    globalVariables: [
      {
        name: 'correlationMatrix',
        value: {
          columns,
          rows: columns,
          matrix: correlations.flatMap((row, at) =>
            row.map((value, other) => ({ row: columns[at], col: columns[other], value })),
          ),
        },
      },
    ],
    U01: {
      rng: columns.map((name, at) => ({
        name: `hdr${at + 1}`,
        function: 'HDR_2_0',
        arguments: {
          counter: 'PM_Index',
          entity: 1,
          varId: varIdOf(dossier.plan.seed, name),
          seed3: 0,
          seed4: 0,
        },
      })),
      copula: [
        {
          name: 'Gaussian',
          function: 'GaussianCopula',
          arguments: {
            correlationMatrix: { type: 'globalVariables', value: 'correlationMatrix' },
            rng: columns.map((_, at) => `hdr${at + 1}`),
          },
          copulaLayer: columns.map((_, at) => `c${at + 1}`),
        },
      ],
    },
    sips: there.map(({ name, label, unit, sip }, at) => ({
      name,
      ref: { source: 'copula', name: 'Gaussian', copulaLayer: `c${at + 1}` },
      ...functionOf(sip),
      metadata: { label, unit, ...figuresOf(sip, about.trials) },
    })),
    metadata: {
      ...aboutOf(about),
      notes: [
        'Distributions are fitted to the futures: what each misses by stands in its metadata as fit (its own figure less that of the futures).',
        'What has values that recur, such as an NPV of exactly 0 without a deal, is a Lookup_Table of shares and values; the rest are metalogs.',
        'How figures go together is kept as the correlations of their normal scores, in a Gaussian copula: other dependence is lost. Whoever needs the futures themselves takes the CSV or Parquet file.',
        `Beliefs are the ${MOST_INPUTS} that the outcome in sight goes with most; the outcome in sight is there for each strategy, all others for the chosen one.`,
      ],
      leftOut: all.flatMap(({ label }, at) =>
        sips[at] ? [] : [{ label, why: 'the same in every future' }],
      ),
    },
  }
}

function functionOf({ margin }: Sip) {
  if (margin.kind === 'steps')
    return { function: 'Lookup_Table', arguments: { value: margin.rows } }
  const { coefficients, lower, upper } = margin
  return {
    function: 'Metalog_1_0',
    arguments: {
      ...(lower !== undefined && { lowerBound: lower }),
      ...(upper !== undefined && { upperBound: upper }),
      aCoefficients: coefficients,
    },
  }
}

function figuresOf({ margin: { figures }, trials, density }: Sip, count: number) {
  return {
    count,
    mean: trials.mean,
    std: trials.deviation,
    min: trials.min,
    P10: trials.p10,
    P50: trials.p50,
    P90: trials.p90,
    max: trials.max,
    fit: {
      mean: figures.mean - trials.mean,
      P10: figures.p10 - trials.p10,
      P50: figures.p50 - trials.p50,
      P90: figures.p90 - trials.p90,
    },
    density,
  }
}

/** Names that a spreadsheet takes as well: letters, digits and _, each once. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/\W/g, '_')
    let free = plain
    for (let more = 2; taken.has(free); more++) free = `${plain}_${more}`
    taken.add(free)
    return free
  })
}

/** A number of eight digits of its own for each figure: the same seed gives the same virtual trials. */
function varIdOf(seed: string, name: string): number {
  return (parseInt(textDigest(JSON.stringify([seed, name])).slice(0, 8), 16) % 99_999_999) + 1
}
