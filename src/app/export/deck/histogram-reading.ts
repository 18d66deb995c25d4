import type { HistogramChart } from '../../../dossier/plain-chart.ts'

/** How to read a histogram: what its colours are, as far as it has them, and what its end bars hold. */
export function histogramReading({ edges, shares, zero, better }: HistogramChart): string {
  const [above, below] = better === 'below' ? ['Orange', 'blue'] : ['Blue', 'orange']
  const holdsZero = shares.some((_, at) => edges[at] < zero && edges[at + 1] > zero)
  const grey = holdsZero ? '; grey: the bar that holds 0' : ''
  return `${above}: above 0, ${below}: below${grey}. ${END_BARS}`
}

const END_BARS = 'The outermost hundredth of futures on either side counts in the last bar there.'
