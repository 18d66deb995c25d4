import type { Distribution } from '../src/engine/distributions/index.ts'
import type { Overrides, Scenario, Words } from '../src/engine/model.ts'
import type { AssumptionId } from './assumptions/index.ts'
import { allAtVantage, type ByVantage, type VantageId } from './vantages.ts'

type Changes = Readonly<Partial<Record<AssumptionId, Distribution>>>
interface MarketScenario extends Words {
  readonly id: string
  readonly overrides: Changes
  readonly overridesAt?: ByVantage<Changes>
  readonly wordsAt?: ByVantage<{ readonly label?: string; readonly story?: string }>
}

/** Named ways the world may turn out: sets of changed assumptions. */
export const scenarios = [
  {
    id: 'base',
    label: 'Base case',
    story: 'All assumptions at their defaults.',
    overrides: {},
  },
  {
    id: 'regulators',
    label: 'Regulatory challenge',
    story: "The article's fourth outcome: antitrust review limits the deal.",
    overrides: {
      interventionRate: { kind: 'pert', min: 0.25, mode: 0.45, max: 0.7 },
      blockShare: { kind: 'pert', min: 0.15, mode: 0.4, max: 0.7 },
      reviewMonths: { kind: 'pert', min: 6, mode: 14, max: 24 },
      gatekeeperDesignated: { kind: 'bernoulli', probability: 0.8 },
    },
    overridesAt: {
      '2026-10': {
        interventionRate: { kind: 'pert', min: 0.1, mode: 0.25, max: 0.45 },
        gatekeeperDesignated: { kind: 'bernoulli', probability: 0.95 },
        gatekeeperYear: { kind: 'pert', min: 0.5, mode: 0.9, max: 1.5 },
        gatekeeperChurnFactor: { kind: 'pert', min: 1.5, mode: 2.2, max: 4 },
      },
    },
  },
  {
    id: 'aiCorrection',
    label: 'AI spending correction',
    story: 'Spending on AI pauses within three years.',
    overrides: {
      aiCorrection: { kind: 'bernoulli', probability: 1 },
      aiCorrectionYear: { kind: 'uniform', min: 0.5, max: 3 },
      openaiDistress: { kind: 'bernoulli', probability: 0.45 },
      openaiReturn: { kind: 'normal', mean: -0.05, standardDeviation: 0.18 },
    },
  },
  {
    id: 'nvidiaPriceWar',
    label: 'Nvidia cuts prices',
    story: 'Merchant GPUs answer custom chips with price; CUDA lock-in holds.',
    overrides: {
      nvidiaResponse: { kind: 'pert', min: 0.4, mode: 0.65, max: 0.9 },
      awsCustomCeiling: { kind: 'pert', min: 0.15, mode: 0.25, max: 0.4 },
      trainingAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.25 },
      inferenceAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.25 },
    },
    overridesAt: {
      '2026-10': {
        nvidiaResponse: { kind: 'pert', min: 0.4, mode: 0.65, max: 0.9 },
        awsCustomCeiling: { kind: 'pert', min: 0.26, mode: 0.36, max: 0.48 },
        trainingAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.25 },
        inferenceAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.25 },
        gpuCostHalvingYears: { kind: 'pert', min: 1.3, mode: 1.8, max: 2.6 },
      },
    },
  },
  {
    id: 'openModels',
    label: 'Open models win',
    story: 'Open-weight models take demand from closed labs; access is worth less.',
    overrides: {
      openaiLabShare0: { kind: 'pert', min: 0.12, mode: 0.2, max: 0.3 },
      anthropicLabShare0: { kind: 'pert', min: 0.12, mode: 0.2, max: 0.3 },
      openaiDrift: { kind: 'normal', mean: -0.3, standardDeviation: 0.12 },
      openaiReturn: { kind: 'normal', mean: -0.08, standardDeviation: 0.15 },
      modelPullServices: { kind: 'pert', min: 0.3, mode: 0.8, max: 1.6 },
    },
    overridesAt: {
      '2024-03': {
        openaiLabShare0: { kind: 'pert', min: 0.25, mode: 0.35, max: 0.48 },
        anthropicLabShare0: { kind: 'pert', min: 0.03, mode: 0.07, max: 0.13 },
      },
      '2026-10': {
        openaiLabShare0: { kind: 'pert', min: 0.1, mode: 0.18, max: 0.28 },
        anthropicLabShare0: { kind: 'pert', min: 0.16, mode: 0.26, max: 0.38 },
      },
    },
  },
  {
    id: 'microsoftHoldsOn',
    label: 'Microsoft holds its rights',
    story: 'Azure keeps the exclusive licence and cuts prices.',
    overrides: {
      rightsReleased: { kind: 'bernoulli', probability: 0.1 },
      accessWithoutRelease: { kind: 'pert', min: 0.1, mode: 0.2, max: 0.35 },
      microsoftResponds: { kind: 'bernoulli', probability: 0.85 },
      responseCut: { kind: 'pert', min: 0.05, mode: 0.1, max: 0.2 },
    },
    overridesAt: {
      '2024-03': {
        rightsReleased: { kind: 'bernoulli', probability: 0.05 },
        accessWithoutRelease: { kind: 'pert', min: 0, mode: 0.04, max: 0.12 },
      },
      '2026-10': {
        microsoftResponds: { kind: 'bernoulli', probability: 0.85 },
        responseCut: { kind: 'pert', min: 0.05, mode: 0.1, max: 0.2 },
        rightsReleased: { kind: 'bernoulli', probability: 1 },
      },
    },
    wordsAt: {
      '2026-10': {
        label: 'Microsoft fights on price',
        story: 'Exclusivity is gone; Microsoft answers with prices.',
      },
    },
  },
  {
    id: 'chipSqueeze',
    label: 'Chip supply squeeze',
    story:
      'Export controls and scarce capacity keep merchant chips dear and split the market by region.',
    overrides: {
      gpuCostHalvingYears: { kind: 'pert', min: 2.5, mode: 3.5, max: 5 },
      nvidiaResponse: { kind: 'pert', min: 0, mode: 0.05, max: 0.2 },
      othersMomentum: { kind: 'pert', min: 0, mode: 0.2, max: 0.4 },
      aiGrowth0: { kind: 'pert', min: 0.25, mode: 0.45, max: 0.7 },
      customAdoptionRate: { kind: 'pert', min: 0.5, mode: 1, max: 1.6 },
    },
    overridesAt: {
      '2024-03': {
        othersMomentum: { kind: 'pert', min: -0.3, mode: -0.05, max: 0.2 },
        aiGrowth0: { kind: 'pert', min: 0.4, mode: 0.65, max: 0.95 },
      },
      '2026-10': {
        gpuCostHalvingYears: { kind: 'pert', min: 3, mode: 4.5, max: 7 },
        othersMomentum: { kind: 'pert', min: -0.15, mode: 0.05, max: 0.25 },
        aiGrowth0: { kind: 'pert', min: 0.25, mode: 0.5, max: 0.75 },
      },
    },
  },
  {
    id: 'chipBreakthrough',
    label: 'Trainium delivers',
    story:
      'The vendor claims hold: up to 50% cheaper training and 45% cheaper inference, widely ported.',
    overrides: {
      trainingAdvantage: { kind: 'pert', min: 0.3, mode: 0.42, max: 0.5 },
      inferenceAdvantage: { kind: 'pert', min: 0.25, mode: 0.38, max: 0.45 },
      awsCustomCeiling: { kind: 'pert', min: 0.5, mode: 0.7, max: 0.85 },
    },
    overridesAt: {
      '2026-10': {
        awsCustomCeiling: { kind: 'pert', min: 0.55, mode: 0.72, max: 0.88 },
      },
    },
  },
] as const satisfies readonly MarketScenario[]

export type ScenarioId = (typeof scenarios)[number]['id']

/**
 * What a scenario changes at a vantage: what `overridesAt` says there, or at the vantage it inherits
 * from, takes the place of `overrides`, assumption by assumption.
 */
export function resolveScenario(scenario: Scenario, vantage: string): Overrides {
  const said: ByVantage<Overrides> = scenario.overridesAt ?? {}
  return { ...scenario.overrides, ...allAtVantage(said, vantage as VantageId) } as Overrides
}
