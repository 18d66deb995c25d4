import type { Action } from './action.ts'

/** Asks for another name or description. */
export const describeStrategy: Action = {
  id: 'describe-strategy',
  label: () => 'Rename or describe the strategy …',
  keywords: ['name', 'label', 'note', 'text'],
  order: 172,
  menu: { id: 'strategy', label: 'Rename or describe …' },
  canDo: ({ studies }) => !studies.readOnly,
  do: ({ route, view }, on = view.chosen) => {
    if (route.screen !== 'answer') route.go('answer')
    view.dialog = { kind: 'strategy', id: on }
  },
}
