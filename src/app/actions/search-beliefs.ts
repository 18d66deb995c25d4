import { beliefsOf } from '../belief/catalogue.svelte.ts'
import type { Action } from './action.ts'

/** Goes to the beliefs and into their search field. */
export const searchBeliefs: Action = {
  id: 'search-beliefs',
  label: () => 'Search the beliefs',
  keywords: ['find', 'filter', 'assumptions'],
  order: 100,
  key: '/',
  canDo: () => true,
  do: (app) => {
    beliefsOf(app).wantsSearch = true
    app.route.go('beliefs')
  },
}
