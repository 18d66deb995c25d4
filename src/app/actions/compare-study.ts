import { Late } from '../state/late.svelte.ts'
import type { Action } from './action.ts'

const comparing = new Late('What compares studies', () => import('../state/disagree.svelte.ts'))

/** Asks for a colleague's study or results file and shows what differs. */
export const compareStudy: Action = {
  id: 'compare-study',
  label: () => 'Compare with a colleague’s study …',
  keywords: ['difference', 'disagree', 'merge', 'file'],
  order: 212,
  menu: {
    id: 'study',
    help: () => 'What you disagree on, and what of it matters. Yours stays as it is.',
  },
  canDo: () => true,
  do: (app) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = '.json,application/json'
    field.onchange = async () => {
      const file = field.files?.[0]
      if (file) await (await app.need(comparing))?.disagreeOf(app).openFile(file)
    }
    field.click()
  },
}
