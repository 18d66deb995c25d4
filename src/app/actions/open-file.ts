import type { Action } from './action.ts'

/** The field that a file is picked with. */
export const FILE_FIELD = 'study-file'

/** Asks for a study, a results file or a workbook to open. */
export const openFile: Action = {
  id: 'open-file',
  label: () => 'Open a file …',
  keywords: ['import', 'load', 'results', 'json', 'verify', 'excel'],
  order: 210,
  menu: {
    id: 'study',
    help: () =>
      'A study, results or an edited workbook; the present study is kept. Or drop a file anywhere.',
  },
  canDo: () => true,
  do: () => document.getElementById(FILE_FIELD)?.click(),
}
