import type { Action } from './action.ts'

/** Opens the list in which scenarios are renamed, ordered and deleted. */
export const showScenarios: Action = {
  id: 'show-scenarios',
  label: () => 'Change the scenarios …',
  keywords: ['rename', 'order', 'delete', 'manage'],
  order: 200,
  canDo: () => true,
  do: ({ view }) => {
    view.dialog = { kind: 'scenarios' }
  },
}
