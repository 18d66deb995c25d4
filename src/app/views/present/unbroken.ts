/** Keeps a figure on one line with its sign, its unit and its error. */
export function unbroken(text: string): string {
  return text
    .replace(/ (?=(?:bn|million|GW|%)\b|±)|(?<=±) /g, '\u00a0')
    .replace(/(?<=[−+±]\u00a0?)(?=\$)/g, '\u2060')
}
