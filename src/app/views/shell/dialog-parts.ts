import type { Component } from 'svelte'
import { type Late, latePart } from '../../state/late.svelte.ts'
import type { OpenDialog } from '../../state/view.svelte.ts'

/** What may lie over the page, each loaded when it is first wanted. */
export const dialogParts: Readonly<Record<OpenDialog['kind'] | 'present', Late<Component>>> = {
  keys: latePart('The list of shortcuts', () => import('./KeySheet.svelte')),
  library: latePart('The list of studies', () => import('./Library.svelte')),
  scenarios: latePart('The sheet of scenarios', () => import('./Scenarios.svelte')),
  link: latePart('The link', () => import('../link/LinkSheet.svelte')),
  disagree: latePart(
    'What two studies differ in',
    () => import('../disagree/DisagreeSheet.svelte'),
  ),
  future: latePart('The sheet of a future', () => import('../future/FutureSheet.svelte')),
  sheet: latePart('The changes of a sheet', () => import('../sheet/SheetChanges.svelte')),
  present: latePart('The presentation', () => import('../present/Present.svelte')),
  strategy: latePart('The form', () => import('../answer/DescribeStrategy.svelte')),
}
