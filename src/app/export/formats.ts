import type { Study } from '../../study/index.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import type { RunResults } from '../../workers/results.ts'

/** All that can be written of what is in view. */
export interface Dossier {
  readonly study: Study
  /** Id of the scenario in view. */
  readonly scenario: string
  /** Of the finished run of that scenario; null until it has finished. */
  readonly results: RunResults | null
  /** The series of cases of these results, which workers work out when a file needs them. */
  readonly series: (results: RunResults) => Promise<readonly CaseSeries[]>
}

/** A file to be saved: words for its name, and its text. */
export interface FileText {
  readonly name: readonly string[]
  readonly text: string
}

/** A format of files, known before the code that writes it is loaded. */
export interface Format {
  readonly id: string
  readonly label: string
  /** What is in it, in a sentence. */
  readonly about: string
  /** Other words somebody may look for it by. */
  readonly keywords: readonly string[]
  readonly extension: string
  readonly type: string
  readonly needsResults: boolean
  readonly load: () => Promise<{
    readonly write: (dossier: Dossier) => FileText | Promise<FileText>
  }>
}

/** In the order of the menu. One more: a file that exports `write`, and an entry here. */
export const formats: readonly Format[] = [
  {
    id: 'results',
    label: 'Results as a file',
    about:
      'The study and every figure of the scenario in view (JSON). Anyone can run it again and compare.',
    keywords: ['json', 'figures', 'snapshot'],
    extension: 'json',
    type: 'application/json',
    needsResults: true,
    load: () => import('./results-file.ts'),
  },
  {
    id: 'study',
    label: 'Study as a file',
    about: 'What you believe and decide, without the figures (JSON).',
    keywords: ['json', 'backup'],
    extension: 'json',
    type: 'application/json',
    needsResults: false,
    load: () => import('./study-file.ts'),
  },
]
