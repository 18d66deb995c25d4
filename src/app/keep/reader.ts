import { Late } from '../state/late.svelte.ts'

/** What reads studies: a page that opens on the defaults needs none of it for its first picture. */
export const reader = new Late('What reads studies', () => import('../../study/read.ts'))
