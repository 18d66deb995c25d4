import { defaultStudy, type Study } from './study.ts'

/** A study to learn from: changed beliefs, a strategy and a scenario of its own, and why. */
export function exampleStudy(): Study {
  return {
    ...defaultStudy(),
    name: 'Trainium disappoints',
    notes: [
      'What is the deal worth if our own chips stay behind their data sheets?',
      'Changed in every scenario: Trainium and Inferentia are about a tenth cheaper than GPUs in practice, and less of the work ever ports to them.',
      'Added: “Access without chips”, the deal stripped of co-design and of half the price, to see what the models alone are worth.',
      'Added: “Chips stall and Nvidia answers”, in which GPUs also become cheap quickly.',
      'Compare it with “Deep technical collaboration” on Answer, then put the chip beliefs back one at a time to see which of them decides.',
    ].join('\n\n'),
    overrides: {
      trainingAdvantage: { kind: 'pert', min: 0, mode: 0.08, max: 0.25 },
      inferenceAdvantage: { kind: 'pert', min: 0, mode: 0.1, max: 0.25 },
      awsCustomCeiling: { kind: 'pert', min: 0.15, mode: 0.28, max: 0.45 },
    },
    strategies: [
      'none',
      'deepTechnical',
      {
        id: 'accessWithoutChips',
        label: 'Access without chips',
        levers: {
          invest: true,
          upfront: 8,
          conditional: 10,
          exclusivity: 0,
          codesign: 0,
          access: 0.9,
          commitment: 60,
          commitmentYears: 8,
        },
      },
      'openEcosystem',
    ],
    scenarios: [
      'base',
      {
        id: 'chipsStall',
        label: 'Chips stall and Nvidia answers',
        overrides: {
          nvidiaResponse: { kind: 'pert', min: 0.3, mode: 0.55, max: 0.85 },
          gpuCostHalvingYears: { kind: 'pert', min: 1, mode: 1.6, max: 2.4 },
          customAdoptionRate: { kind: 'pert', min: 0.2, mode: 0.4, max: 0.8 },
        },
      },
    ],
  }
}
