import type { Component } from 'svelte'
import { Late, latePart } from '../state/late.svelte.ts'
import type { ScreenId } from '../state/route.svelte.ts'

/** What every screen draws. One more: a folder here, its name in `state/route.svelte.ts`, and its line. */
export const screenViews: Readonly<Record<ScreenId, Late<Component>>> = {
  answer: latePart('Answer', () => import('./answer/Answer.svelte')),
  compare: latePart('Compare', () => import('./compare/Compare.svelte')),
  why: latePart('Why', () => import('./why/Why.svelte')),
  beliefs: latePart('Beliefs', () => import('./beliefs/Beliefs.svelte')),
  futures: latePart('Futures', () => import('./futures/Futures.svelte')),
  trust: latePart('Trust', () => import('./trust/Trust.svelte')),
}

/** Ranges drawn on Answer and Compare, and the futures made out by hand there. */
export const brush = new Late('Drawing of ranges', () => import('./brush/layer.ts'))
