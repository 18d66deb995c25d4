/** A chance in words a committee uses: 23 of 100 futures. */
export function ofHundred(fraction: number): string {
  const hundredths = fraction * 100
  if (fraction > 0 && hundredths < 0.5) return 'fewer than 1 of 100'
  if (fraction < 1 && hundredths > 99.5) return 'more than 99 of 100'
  return `${Math.round(hundredths)} of 100`
}

/** Parts of a whole in hundredths that add up to 100, each within one of its share. */
export function hundredths(shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const rest = shares
    .map((share, index) => ({ index, part: share * 100 - whole[index] }))
    .sort((a, b) => b.part - a.part || a.index - b.index)
  const missing = 100 - whole.reduce((sum, one) => sum + one, 0)
  for (const { index } of rest.slice(0, Math.max(0, missing))) whole[index]++
  return whole
}
