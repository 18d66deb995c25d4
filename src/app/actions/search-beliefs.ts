import { catalogue } from '../belief/late-catalogue.ts'
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
    void app.need(catalogue).then((found) => {
      if (!found) return
      found.beliefsOf(app).wantsSearch = true
      app.route.go('beliefs')
    })
  },
}
