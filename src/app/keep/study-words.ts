/** What is said of a study of which not all could be read. */
export function notReadWords(name: string): string {
  return `“${name}” is open, but some of it means nothing to this model. It stays in the study and moves no figure:`
}

/** What a copy is called. */
export function copyName(name: string): string {
  return `${name.slice(0, 70)}, copy`
}
