import type { RangeRow } from '../../../dossier/plain-chart.ts'

/** One figure where that is all there is, else the three, with what follows all of them said once. */
export function figuresOf({ low, middle, high }: RangeRow): string {
  if (low.value === high.value) return middle.text
  const all = [low, middle, high].map(({ text }) => text)
  const split = all.map((text) => /^(\S+)(.*)$/s.exec(text) ?? ['', text, ''])
  const isAlike = split.every(([, , after]) => after === split[0][2])
  return isAlike ? split.map(([, figure]) => figure).join(' · ') + split[0][2] : all.join(' · ')
}

/** Whether a row is one chance, which lies between 0% and 100%. */
export function isChance({ low, high }: RangeRow): boolean {
  return low.value === high.value && low.text.endsWith('%') && low.value >= 0 && low.value <= 1
}

/** The scale of a row on its own: from its least to its greatest, of a chance from 0 to 1. */
export function ownSpan(row: RangeRow): readonly [least: number, most: number] {
  const { low, high, before } = row
  const ends = [low, high, ...(before ? [before.low, before.high] : [])].map(({ value }) => value)
  const all = isChance(row) ? [...ends, 0, 1] : ends
  return [Math.min(...all), Math.max(...all)]
}
