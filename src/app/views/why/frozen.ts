/** Why a button that changes the study does nothing, and what to do. */
const FROZEN =
  'This study is open in another tab: “Take over” or “Open a copy” at the top of the page lets you change it.'

/** What a button that changes the study says of itself while it cannot. */
export function frozenWords(readOnly: boolean): {
  readonly title?: string
  readonly 'aria-description'?: string
} {
  return readOnly ? { title: FROZEN, 'aria-description': FROZEN } : {}
}
