import type { CellMeasure, CellsRequest } from '../analyses/cells.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { strategiesOf } from '../engine/plan.ts'
import { ALL } from '../engine/selection.ts'
import { limitsOf } from '../findings/limits.ts'
import type { MatrixFacts } from '../findings/matrix-facts.ts'
import { spreadOf } from '../findings/spread.ts'
import { selectionOf, type Where, whereWords } from '../findings/where.ts'
import { resolvedScenarios } from '../study/edits/resolved.ts'
import { areWeighed, sharesOf } from '../study/edits/shares.ts'
import { targetsOf } from '../study/edits/weights.ts'
import { isChoice, observedSelection, type ResolvedStudy, resolveStudy } from '../study/index.ts'
import { shareTexts } from '../words/index.ts'
import type { Asked } from '../workers/asked.ts'
import type { Runner } from '../workers/runner.ts'

/** Every scenario that a study offers, in its order. */
export function withAllScenarios(study: ResolvedStudy): ResolvedStudy {
  const scenarios = resolvedScenarios(study).map(
    ({ id }) => study.scenarios.find((one) => one.id === id) ?? id,
  )
  return resolveStudy({ ...study, scenarios })
}

/**
 * What a matrix is made from.
 *
 * @param asked cases of all scenarios, with the outcome and the one the condition is about
 */
export async function matrixFacts(
  runner: Runner,
  study: ResolvedStudy,
  asked: Asked,
  outcome: NumberOutcome,
  where: Where,
): Promise<MatrixFacts> {
  const { plan, trials } = asked
  const agreeing = study.observed ? observedSelection(study) : ALL
  const strategies = strategiesOf(plan).map(({ id, label, levers }) => {
    return { id, label, isChoice: isChoice(plan.vantage, { id, levers }) }
  })
  const ids = plan.worlds.map(({ id }) => id)
  const requestOf = (scenarios: readonly string[]): CellsRequest => ({
    cases: scenarios.flatMap((scenario) =>
      strategies.map(({ id: strategy }) => ({ strategy, scenario })),
    ),
    outcome: outcome.id,
    better: outcome.better,
    choices: strategies.filter((one) => one.isChoice).map(({ id }) => id),
    counted: selectionOf(where, agreeing),
    means: selectionOf(where, agreeing),
    common: where === 'observed' ? agreeing : ALL,
  })
  // What agrees is known by the draws, which are those of one scenario at a time.
  const groups = where === 'observed' ? ids.map((id) => [id]) : [ids]
  const cells = await Promise.all(ids.map((id) => runner.ask('cells', asked, requestOf([id]))))
  const spread = async (measure: CellMeasure) => {
    const found = await Promise.all(
      groups.map((group) => runner.ask('covariances', asked, { ...requestOf(group), measure })),
    )
    return [measure, spreadOf(strategies.length, found)] as const
  }
  const measures: readonly CellMeasure[] = ['mean', 'loss', 'regret']
  const shares = sharesOf(study, ids)
  const texts = shareTexts(shares)
  const counted = whereWords(where).counted
  return {
    outcome,
    measure: 'mean',
    scenarios: plan.worlds.map(({ id, label }, at) => ({
      id,
      label,
      share: shares[at],
      shareText: texts[at],
    })),
    found: {
      strategies,
      scenarios: ids,
      cells,
      spreads: Object.fromEntries(await Promise.all(measures.map(spread))),
    },
    areWeighed: areWeighed(study, ids),
    targets: targetsOf(study),
    limits: limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible),
    counted: { means: counted, risks: counted },
  }
}
