/** What moved figures from one version of the model to the next. */
export interface ModelVersion {
  readonly version: string
  /** In sentences, for whoever opens a file of an older version. */
  readonly changes: readonly string[]
}

/** Versions of the model, newest first; `CHANGELOG.md` has the figures. */
export const versions: readonly ModelVersion[] = [
  {
    version: '1.1.0',
    changes: [
      'A contract that ends at the horizon keeps its machines.',
      'What is asked of OpenAI must be agreed to, a promise counts half, and distress has a date.',
      'A return of the stake above its hurdle or below it does not last.',
      'Co-design costs what it adds to a programme that runs anyway, while the contract runs.',
      'What more models on a cloud bring settles instead of compounding for ever.',
      'Deliveries and the second payment have dates of their own, and a deal may have closed.',
    ],
  },
  { version: '1.0.0', changes: [] },
]
