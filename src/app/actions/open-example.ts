import type { AppState } from '../state/app.svelte.ts'
import { Late } from '../state/late.svelte.ts'
import type { Action } from './action.ts'

const example = new Late('The example', () => import('../../study/example.ts'))

/** Opens a study to learn from. */
export const openExample: Action = {
  id: 'open-example',
  label: () => 'Open the example',
  keywords: ['sample', 'demo', 'learn', 'trainium'],
  order: 230,
  menu: {
    id: 'study',
    help: () => '“Trainium disappoints”: changed beliefs, a deal and a scenario of its own.',
  },
  canDo: () => true,
  do: (app) => void open(app),
}

async function open(app: AppState): Promise<void> {
  const found = await app.need(example)
  if (found) await app.autosave.openNew(found.exampleStudy())
}
