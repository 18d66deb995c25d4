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
    id: 'pptx',
    label: 'Slides',
    about:
      'The pages of what is presented, with charts and tables that PowerPoint edits, and every belief in an appendix.',
    keywords: ['powerpoint', 'pptx', 'deck', 'presentation', 'committee'],
    extension: 'pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    needsResults: true,
    load: () => import('./pptx.ts'),
  },
  {
    id: 'html',
    label: 'Handout (one HTML file)',
    about:
      'Results that open in any browser without a network: charts, scenarios, beliefs and single futures to look into.',
    keywords: ['html', 'web page', 'mail', 'attachment', 'offline', 'share'],
    extension: 'html',
    type: 'text/html',
    needsResults: true,
    load: () => import('./html.ts'),
  },
  {
    id: 'report',
    label: 'Report to print',
    about:
      'Verdict, pages, decisions and beliefs with their sources in one HTML file, made for paper.',
    keywords: ['html', 'paper', 'print', 'pdf', 'memo'],
    extension: 'html',
    type: 'text/html',
    needsResults: true,
    load: () => import('./report.ts'),
  },
  {
    id: 'md',
    label: 'Report as text',
    about: 'The same report as Markdown, with tables: for a wiki, a ticket or a mail.',
    keywords: ['markdown', 'md', 'wiki', 'text'],
    extension: 'md',
    type: 'text/markdown',
    needsResults: true,
    load: () => import('./markdown.ts'),
  },
  {
    id: 'xlsx',
    label: 'Workbook (Excel)',
    about: 'Figures in sheets. Assumptions can be edited there and opened here again.',
    keywords: ['spreadsheet'],
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsResults: true,
    load: () => import('./xlsx.ts'),
  },
  {
    id: 'csv',
    label: 'Every future (CSV)',
    about: 'A row a future, 20,480 at most: all inputs, and outcomes of each strategy.',
    keywords: ['trials', 'pandas'],
    extension: 'csv',
    type: 'text/csv',
    needsResults: true,
    load: () => import('./trials-csv.ts'),
  },
  {
    id: 'parquet',
    label: 'Every future (Parquet)',
    about: 'As in the CSV, with each quarter of the two strategies in sight.',
    keywords: ['trials', 'duckdb'],
    extension: 'parquet',
    type: 'application/vnd.apache.parquet',
    needsResults: true,
    load: () => import('./trials-parquet.ts'),
  },
  {
    id: 'sipmath',
    label: 'SIPmath library',
    about: 'Outcomes and main beliefs as distributions for other models (SIPmath 3.0).',
    keywords: ['metalog', 'sip'],
    extension: 'json',
    type: 'application/json',
    needsResults: true,
    load: () => import('./trials-sipmath.ts'),
  },
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
