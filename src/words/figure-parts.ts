/** A figure with its error, as in 23 ± 1%, as two texts: 23% and ± 1. The error is empty where there is none. */
export function withoutError(text: string): { readonly figure: string; readonly error: string } {
  const found = /^(.*?) ± ([\d.,]+)(.*)$/.exec(text)
  if (!found) return { figure: text, error: '' }
  const [, figure, error, after] = found
  return { figure: figure + after, error: `± ${error}` }
}
