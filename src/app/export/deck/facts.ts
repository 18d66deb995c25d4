import { designs } from '../../../engine/sampling/index.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import { STAKES_VERSION } from '../../../study/index.ts'
import { market, vantages } from '../../../study/model.ts'
import { CARRIED } from '../../../study/link.ts'
import { counted, remarks } from '../../../words/index.ts'
import type { RunResults } from '../../../workers/results.ts'
import { shortened } from './text-fit.ts'

/** How figures were computed, for whoever wants to compute them again. */
export interface Facts {
  readonly study: string
  readonly scenario: string
  /** How figures can be found again: seed, futures, digest and model, on one line. */
  readonly proof: string
  /** Study, scenario and proof on one line: it stands at the foot of every page. */
  readonly foot: string
  /** What was computed and how, as names and values. */
  readonly rows: readonly (readonly [name: string, value: string])[]
  /** How to compute it again, in sentences. */
  readonly check: readonly string[]
  /** The study as an address; null where none is known or it is too long for office programs. */
  readonly address: string | null
}

/** In ems. */
const LONGEST_SEED = 20

/** How the figures of a dossier were computed. */
export function factsOf(dossier: Dossier, { plan, trials, digest }: RunResults): Facts {
  const { study, scenarioLabel } = dossier
  const name = study.name || 'Study without a name'
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const model = `${market.id} ${market.version}`
  const futures = counted(trials, 'future')
  const hash = digest ?? 'none: the run had not finished'
  const address = addressOf(dossier)
  const proof = remarks([
    // A long one stands in full among the rows.
    `seed ${shortened(plan.seed, LONGEST_SEED)}`,
    futures,
    `digest ${hash.slice(0, 12)}`,
    `model ${model}`,
  ])
  return {
    study: name,
    scenario: scenarioLabel,
    proof,
    foot: remarks([name, scenarioLabel, proof]),
    rows: [
      ['Study', name],
      ['Scenario', scenarioLabel],
      ['Seen from', vantage],
      ['Futures', `${futures} of ${counted(plan.quarters, 'quarter')}`],
      ['Sampling', designs[plan.sampling].label],
      ['Seed', plan.seed],
      ['Model', model],
      ['Stakes', STAKES_VERSION],
      ['Digest', hash],
    ],
    check: checkWords(address !== null),
    address,
  }
}

/** The whole study as an address that office programs carry. */
function addressOf(dossier: Dossier): string | null {
  const { address } = dossier.options
  if (address === undefined) return null
  const whole = address + dossier.link()
  return whole.length <= CARRIED ? whole : null
}

function checkWords(hasAddress: boolean): string[] {
  return [
    hasAddress
      ? 'The link to the study opens it with every belief and decision as they were here.'
      : 'The study goes along as a file of its own (“Study as a file” in the menu Export, or --export study on the command line): Stakes opens it with every belief and decision as they were here.',
    'The same study, seed and number of futures give the same digest in every browser: “Results as a file” holds all figures, and npm run --silent simulate -- --verify FILE computes them again and says whether they are reproduced.',
    '± is one standard error of the simulation: it says how well these futures know a figure, not whether the beliefs hold.',
  ]
}
