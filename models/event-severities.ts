import type { AssumptionId } from './assumptions/index.ts'

/** Events, each with the beliefs that decide when it comes and how severe it is. */
export const eventSeverities: readonly (readonly [event: AssumptionId, ...AssumptionId[]])[] = [
  ['aiCorrection', 'aiCorrectionYear', 'aiCorrectionDepth', 'aiCorrectionYears'],
  ['openaiDistress', 'openaiDistressYear', 'distressMultiple', 'distressFulfilment'],
  ['rightsReleased', 'accessWithoutRelease'],
  ['conditionalPaid', 'conditionalMonths'],
  ['anthropicConflict', 'conflictLoss'],
  ['microsoftResponds', 'responseCut'],
  ['gatekeeperDesignated', 'gatekeeperYear', 'gatekeeperChurnFactor'],
]
