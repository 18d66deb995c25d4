import type { AssumptionId } from './assumptions/index.ts'

/** What an event does where it comes, by its id: beliefs that change nothing where it does not. */
export const severities = {
  aiCorrection: ['aiCorrectionYear', 'aiCorrectionDepth', 'aiCorrectionYears'],
  conditionalPaid: ['conditionalMonths'],
  anthropicConflict: ['conflictLoss'],
  microsoftResponds: ['responseCut'],
  openaiDistress: ['distressMultiple', 'distressFulfilment'],
  gatekeeperDesignated: ['gatekeeperYear', 'gatekeeperChurnFactor'],
} as const satisfies Readonly<Partial<Record<AssumptionId, readonly AssumptionId[]>>>
