import { Late } from '../../state/late.svelte.ts'

/** Reads what is typed in place of a figure. */
export const reader = new Late(
  'The reader of figures',
  () => import('../../../findings/typed-figures.ts'),
)
