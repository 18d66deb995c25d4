/** Several names in a sentence: A, B and C. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** One of several in a sentence: A or B or C. */
export function alternatives(names: readonly string[]): string {
  return names.join(' or ')
}

/** Facts side by side, those that are empty left out: A, B, C. */
export function commas(facts: readonly string[]): string {
  return facts.filter(Boolean).join(', ')
}

/** Remarks on one line, those that are empty left out: A · B. */
export function remarks(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join(' · ')
}

/** Sentences after each other, those that are empty left out. */
export function sentences(all: readonly (string | null | undefined)[]): string {
  return all.filter(Boolean).join(' ')
}

/** A text as it begins a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
