import type { PlainFigure, RangeRow } from '../../../dossier/plain-chart.ts'

type Three = Pick<RangeRow, 'low' | 'middle' | 'high'>

/** One figure where that is all there is, else the three, with what follows all of them said once. */
export function figuresOf(row: RangeRow): string {
  const { low, middle, high } = row
  if (isPoint(row)) return rowText(row)
  const all = [low, middle, high].map(({ text }) => text)
  const split = partsOf(all)
  return split === null ? all.join(' · ') : split.figures.join(' · ') + split.after
}

/** What stands at the end of a row: its average or its middle, and of a change what it was. */
export function rowText({ mean, middle, before, isChance }: RangeRow): string {
  if (mean) return mean.text
  const was = before && before.middle.text !== middle.text ? `, was ${before.middle.text}` : ''
  return `${isChance ? 'chance ' : ''}${middle.text}${was}`
}

/** Whether there is one figure and nothing between. */
export function isPoint({ low, middle, high }: Three): boolean {
  return low.value === high.value && low.value === middle.value
}

/** The ends of the scale of a row on its own: its least and its greatest figure; of a chance 0% and 100%. */
export function ownEnds({
  low,
  high,
  before,
  isChance,
}: RangeRow): readonly [least: PlainFigure, most: PlainFigure] {
  if (isChance) {
    return [
      { value: 0, text: '0%' },
      { value: 1, text: '100%' },
    ]
  }
  const all = [low, high, ...(before ? [before.low, before.high] : [])]
  const end = (is: (one: number, other: number) => boolean) =>
    all.reduce((best, one) => (is(one.value, best.value) ? one : best))
  return [end((one, other) => one < other), end((one, other) => one > other)]
}

/** The same in words, without what follows both where the row says that anyway. */
export function endTexts(row: RangeRow): readonly [least: string, most: string] {
  const [least, most] = ownEnds(row)
  const figures = partsOf([least.text, row.middle.text, most.text])?.figures
  return figures ? [figures[0], figures[2]] : [least.text, most.text]
}

/** From where to where the scale of a row goes. */
export function ownSpan(row: RangeRow): readonly [least: number, most: number] {
  const [least, most] = ownEnds(row)
  return [least.value, most.value]
}

/** From where to where a row is drawn: a chance as a bar from 0. */
export function drawnSpan<Row extends Three>(row: Row, isChance = false): Row {
  return isChance ? { ...row, low: { value: 0, text: '0%' } } : row
}

/** How to read rows on scales of their own. */
export function ownScaleReading(rows: readonly RangeRow[]): string {
  return [
    ...(rows.some((row) => !isPoint(row))
      ? [
          'Each on a scale of its own, from where 10% are below to where 90% are; the colour changes where half are.',
        ]
      : []),
    ...(rows.some(({ isChance }) => isChance)
      ? ['A chance is a bar from 0% to it, on a scale that ends at 100%.']
      : []),
    ...(rows.some(({ before }) => before) ? ['Thin grey line: the model’s default.'] : []),
  ].join(' ')
}

/** Figures and what follows all of them; null where that is not the same. */
function partsOf(all: readonly string[]) {
  const split = all.map((text) => /^(\S+)(.*)$/s.exec(text) ?? ['', text, ''])
  const [[, , after]] = split
  return split.every(([, , one]) => one === after)
    ? { figures: split.map(([, figure]) => figure), after }
    : null
}
