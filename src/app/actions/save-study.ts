import { writeStudy } from '../../study/index.ts'
import { download, fileName } from '../export/download.ts'
import type { Action } from './action.ts'

/** Saves the study, without the figures. */
export const saveStudy: Action = {
  id: 'save-study',
  label: () => 'Study as a file',
  keywords: ['export', 'download', 'json', 'backup'],
  order: 260,
  menu: {
    id: 'export',
    help: () => 'What you believe and decide, without the figures (JSON).',
  },
  canDo: () => true,
  do: ({ studies: { study } }) =>
    download(`${fileName(study.name, 'study')}.json`, 'application/json', writeStudy(study)),
}
