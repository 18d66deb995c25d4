import type { Correlation } from '../src/engine/model.ts'
import type { AssumptionId } from './assumptions/index.ts'

/** Correlations of the normal scores of two assumptions; within a group later ones follow earlier ones. */
export const correlations = [
  ['openaiDrift', 'openaiReturn', 0.5],
  ['openaiReturn', 'commitmentFulfilment', 0.5],
  ['aiCorrection', 'openaiDistress', 0.4],
  ['openaiDrift', 'openaiDistress', -0.4],
  ['aiGrowth0', 'aiGrowthHalfLife', -0.3],
  ['trainingAdvantage', 'awsCustomCeiling', 0.4],
  ['trainingAdvantage', 'inferenceAdvantage', 0.6],
  ['capitalIntensityAi', 'cashMarginAi', 0.4],
] as const satisfies readonly (Correlation & readonly [AssumptionId, AssumptionId, number])[]
