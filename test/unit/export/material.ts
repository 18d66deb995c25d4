import { Dossier, type DossierOptions, type Sight } from '../../../src/dossier/dossier.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

export const sight = {
  scenario: 'base',
  outcome: 'npv',
  chosen: 'deepTechnical',
  rival: 'exclusive',
} satisfies Sight

export const study = {
  ...defaultStudy(),
  trials: 256,
  scenarios: ['base', 'regulators', 'aiCorrection'],
} satisfies Study

const runner = marketRunner()

/** What is written from, on few futures; the runner is shared. */
export function dossierOf(
  given: Study = study,
  seen: Sight = sight,
  options: DossierOptions = {},
): Dossier {
  return new Dossier(runner, given, seen, options)
}

/** Names that would be markup, formulas or no XML at all if they were not kept as text. */
export const names = {
  study: '=HYPERLINK("x") <b>&"\' ]]> \u0000\u0007\uD800 | `code` # [a](b)',
  scenario: `@SUM(A1)|${'Very long scenario '.repeat(20)}`.slice(0, 200),
  chosen: '=1+1 <script>alert(1)</script> 🚀 שלום',
  rival: `-2 ${'Глубокое сотрудничество '.repeat(20)}`.slice(0, 200),
}

/** The study with names that would be something else than text. */
export const hostile: Study = {
  ...study,
  name: names.study,
  strategies: [
    'none',
    { id: 'deepTechnical', label: names.chosen },
    { id: 'exclusive', label: names.rival },
  ],
  scenarios: [{ id: 'base', label: names.scenario }, 'regulators'],
}
