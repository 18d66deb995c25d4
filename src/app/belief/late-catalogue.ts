import { Late } from '../state/late.svelte.ts'

/** The catalogue of beliefs, for whoever leads to it from another screen. */
export const catalogue = new Late('The list of beliefs', () => import('./catalogue.svelte.ts'))
