import type { Dossier } from '../../dossier/dossier.ts'

/** A file to be saved: words for its name, and what is in it. */
export interface FileMade {
  readonly name: readonly string[]
  readonly content: string | Uint8Array
}

/** What writes a format. */
export interface Writer {
  /** @throws where it cannot be written, in a sentence; the signal's reason if aborted */
  readonly write: (dossier: Dossier) => FileMade | Promise<FileMade>
}

/** A format of files, known before the code that writes it is loaded. */
export interface Format {
  /** What the command line calls it. */
  readonly id: string
  readonly label: string
  /** What is in it, in a sentence. */
  readonly about: string
  /** Other words somebody may look for it by. */
  readonly keywords: readonly string[]
  readonly extension: string
  readonly type: string
  readonly needsResults: boolean
  readonly load: () => Promise<Writer>
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
    id: 'snapshot',
    label: 'Snapshot of all scenarios',
    about:
      'The study and every figure of every scenario (JSON). Takes about as long as a run of each.',
    keywords: ['json', 'figures', 'verify', 'reproduce'],
    extension: 'json',
    type: 'application/json',
    needsResults: true,
    load: () => import('./snapshot-file.ts'),
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
