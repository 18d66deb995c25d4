import { READ_ONLY } from '../../state/study.svelte.ts'

/** Why what changes the study does nothing, and what to do; nothing where it can be changed. */
export function frozenWhy(isFrozen: boolean): string | undefined {
  return isFrozen ? READ_ONLY : undefined
}

/** What a control that changes the study says of itself while it cannot. */
export function frozenWords(readOnly: boolean): {
  readonly title?: string
  readonly 'aria-description'?: string
} {
  return readOnly ? { title: READ_ONLY, 'aria-description': READ_ONLY } : {}
}
