/** Marks that set the direction of what follows them: U+061C, U+200E, U+200F, U+202A to E, U+2066 to 9. */
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A text without the marks that turn the direction of writing, which would run on into what stands beside it:
 * figures and digests must read as they are. Hebrew and Arabic letters have their direction of themselves.
 */
export function withoutDirections(text: string): string {
  return text.replace(MARKS, '')
}
