import type { PlainChart } from '../../../dossier/plain-chart.ts'
import { barsChart } from './bars-chart.ts'
import { fanChart } from './fan-chart.ts'
import { histogramChart } from './histogram-chart.ts'
import { ownScaleChart } from './own-scale-chart.ts'
import { rangesChart } from './ranges-chart.ts'
import type { Sheet } from './sheet.ts'

/** The room a chart has on a slide, in inches. */
export interface Frame {
  readonly w: number
  readonly h: number
}

/** A chart that office programs draw and edit. */
export interface OfficeChart {
  /** The part `chart.xml`. */
  readonly xml: string
  /** The sheet behind it, which the chart refers to. */
  readonly sheet: Sheet
  /** How to read it, in a sentence beside it. */
  readonly key: string
}

/** A plain chart as office programs have it. */
export function officeChart(chart: PlainChart, frame: Frame): OfficeChart {
  switch (chart.kind) {
    case 'bars':
      return barsChart(chart, frame)
    case 'ranges':
      return chart.together ? rangesChart(chart, frame) : ownScaleChart(chart, frame)
    case 'fan':
      return fanChart(chart, frame)
    case 'histogram':
      return histogramChart(chart, frame)
  }
}
