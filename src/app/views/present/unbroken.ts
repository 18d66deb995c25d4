import { unbroken as spaced } from '../../../words/index.ts'

/** Keeps a figure on one line with its sign too, as no slide may part them. */
export function unbroken(text: string): string {
  return spaced(text).replace(/(?<=[−+±]\u00a0?)(?=\$)/g, '\u2060')
}
