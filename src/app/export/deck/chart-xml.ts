import { escaped } from './escape.ts'
import { FONT, look } from './look.ts'
import type { NiceAxis } from './axis.ts'
import { columnName, HEAD } from './sheet.ts'

// What the charts of slides have in common. The order of elements is the schema's.

/** Ids by which the two axes of a chart know each other. */
const CATEGORY = 111111111
const VALUE = 222222222
export const axisIds = `<c:axId val="${CATEGORY}"/><c:axId val="${VALUE}"/>`

/** Axes that are not seen, for what is drawn over the other plot on the same scale. */
const OVER = 333333333
const OVER_VALUE = 444444444
export const overAxisIds = `<c:axId val="${OVER}"/><c:axId val="${OVER_VALUE}"/>`

/** Where the plot lies in the frame of the chart, as parts of its width and height. */
export interface PlotBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A chart as a file of its own: its plots, then its axes, then a legend. */
export function chartXml(plots: string, axes: string, box: PlotBox, legend = ''): string {
  const { x, y, w, h } = box
  return (
    `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>' +
    `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout>` +
    `${plots}${axes}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(12, look.ink)}` +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  )
}

/** Where a plot lies whose margins are known in inches. */
export function boxOf(
  frame: { readonly w: number; readonly h: number },
  margins: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>,
): PlotBox {
  const { left, top, right, bottom } = margins
  return {
    x: left / frame.w,
    y: top / frame.h,
    w: (frame.w - left - right) / frame.w,
    h: (frame.h - top - bottom) / frame.h,
  }
}

/** Bars that lie or stand, from the series written already. */
export function barPlot(
  series: readonly string[],
  options: {
    readonly direction: 'bar' | 'col'
    readonly grouping?: 'clustered' | 'stacked'
    /** Percent of a bar between categories. */
    readonly gap: number
    readonly isOverlapping?: boolean
    readonly ids?: string
  },
): string {
  const { direction, grouping = 'clustered', gap, isOverlapping = false, ids = axisIds } = options
  const overlap = isOverlapping ? '<c:overlap val="100"/>' : ''
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${gap}"/>${overlap}${ids}</c:barChart>`
}

/** A series of bars; `inner` is what comes between its look and its categories. */
export function barSeries(
  head: string,
  look_: string,
  inner: string,
  categories: string,
  values: string,
): string {
  return `<c:ser>${head}<c:spPr>${look_}</c:spPr><c:invertIfNegative val="0"/>${inner}${categories}<c:val>${values}</c:val></c:ser>`
}

export const unseen = '<a:noFill/><a:ln><a:noFill/></a:ln>'

/** How text is set. */
export function textXml(size: number, colour: string, isBold = false): string {
  return `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>${runXml('defRPr', size, colour, isBold)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`
}

/** As `textXml`, never broken into lines. */
function labelTextXml(size: number, colour: string): string {
  return textXml(size, colour).replace('<a:bodyPr rot="0" vert="horz"/>', UNBROKEN)
}

const UNBROKEN = '<a:bodyPr rot="0" vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>'

function runXml(tag: string, size: number, colour: string, isBold: boolean): string {
  const lang = tag === 'rPr' ? ' lang="en-US"' : ''
  return `<a:${tag}${lang} sz="${size * 100}" b="${isBold ? 1 : 0}">${fillXml(colour)}<a:latin typeface="${FONT}"/><a:cs typeface="${FONT}"/></a:${tag}>`
}

export function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
}

/** A line so many points wide. */
export function lineXml(colour: string, points: number, dash = 'solid'): string {
  return `<a:ln w="${Math.round(points * 12700)}" cap="flat">${fillXml(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`
}

/** Words in a chart. */
export function richXml(text: string, size: number, colour: string, isBold = false): string {
  return `<c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml('defRPr', size, colour, isBold)}</a:pPr><a:r>${runXml('rPr', size, colour, isBold)}<a:t>${escaped(text)}</a:t></a:r></a:p></c:rich>`
}

/** The cells of a column below its head, as the sheet behind the chart has them. */
function cellsOf(column: number, count: number): string {
  const name = columnName(column)
  return `Sheet1!$${name}$2:$${name}$${count + 1}`
}

/** Numbers of a column, and where they stand. */
export function numbersXml(column: number, values: readonly (number | null)[]): string {
  const points = values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('')
  return `<c:numRef><c:f>${cellsOf(column, values.length)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`
}

/** The categories, which stand in the first column. */
export function categoriesXml(labels: readonly string[]): string {
  const points = labels
    .map((label, at) => `<c:pt idx="${at}"><c:v>${escaped(label)}</c:v></c:pt>`)
    .join('')
  return `<c:cat><c:strRef><c:f>${cellsOf(0, labels.length)}</c:f><c:strCache><c:ptCount val="${labels.length}"/>${points}</c:strCache></c:strRef></c:cat>`
}

/** What begins a series: its place, and the head of its column as its name. */
export function seriesHead(at: number, column: number, name: string): string {
  return `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Sheet1!$${columnName(column)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
}

/** What a label shows: its own words, or nothing. */
const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
const HIDDEN = SHOWN.replace('showVal val="1"', 'showVal val="0"')

/** Keeps words apart from what ends beside them. */
const SPACE = '\u00a0\u00a0'

/** Words at the outer end of each bar; none where there is no text. */
export function labelsXml(texts: readonly (string | null)[], size: number, colour: string): string {
  const each = texts
    .map((text, at) =>
      text === null
        ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`
        : `<c:dLbl><c:idx val="${at}"/><c:tx>${richXml(`${SPACE}${text}${SPACE}`, size, colour).replace('<a:bodyPr/>', UNBROKEN)}</c:tx><c:dLblPos val="outEnd"/>${SHOWN}</c:dLbl>`,
    )
    .join('')
  return `<c:dLbls>${each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${labelTextXml(size, colour)}<c:dLblPos val="outEnd"/>${SHOWN}</c:dLbls>`
}

export const noLabels = `<c:dLbls>${HIDDEN}</c:dLbls>`

/** Lengths from a bar's end, each way from a column of its own. */
export function errorBarsXml(
  way: 'both' | 'plus' | 'minus',
  columns: { readonly plus: number; readonly minus: number },
  lengths: { readonly plus: readonly number[]; readonly minus: readonly number[] },
  line: string,
  hasCaps: boolean,
): string {
  return `<c:errBars><c:errBarType val="${way}"/><c:errValType val="cust"/><c:noEndCap val="${hasCaps ? 0 : 1}"/><c:plus>${numbersXml(columns.plus, lengths.plus)}</c:plus><c:minus>${numbersXml(columns.minus, lengths.minus)}</c:minus><c:spPr>${line}</c:spPr></c:errBars>`
}

/** An axis of names. `first` says which end the first of them is at. */
export function categoryAxis(options: {
  readonly side: 'l' | 'b'
  readonly first: 'top' | 'left'
  readonly title?: string
  /** Only every so many names are written. */
  readonly every?: number
  readonly size?: number
}): string {
  const { side, first, title, every, size = 12 } = options
  const orientation = first === 'top' ? 'maxMin' : 'minMax'
  const skip = every ? `<c:tickLblSkip val="${every}"/><c:tickMarkSkip val="${every}"/>` : ''
  return `<c:catAx><c:axId val="${CATEGORY}"/><c:scaling><c:orientation val="${orientation}"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${titleXml(title)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineXml(look.grey, 0.75)}</c:spPr>${textXml(size, look.ink)}<c:crossAx val="${VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>`
}

/** An axis of numbers. */
export function valueAxis(
  { min, max, step }: NiceAxis,
  options: {
    readonly side: 'l' | 'b'
    readonly format: string
    readonly title?: string
    readonly isHidden?: boolean
    /** Whether it stands at the last category rather than the first. */
    readonly atEnd?: boolean
    readonly between?: 'between' | 'midCat'
  },
): string {
  const { side, format, title, isHidden = false, atEnd = false, between = 'between' } = options
  const grid = isHidden
    ? ''
    : `<c:majorGridlines><c:spPr>${lineXml(look.line, 0.5)}</c:spPr></c:majorGridlines>`
  return `<c:valAx><c:axId val="${VALUE}"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling><c:delete val="${isHidden ? 1 : 0}"/><c:axPos val="${side}"/>${grid}${titleXml(title)}<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(11, look.muted)}<c:crossAx val="${CATEGORY}"/><c:crosses val="${atEnd ? 'max' : 'autoZero'}"/><c:crossBetween val="${between}"/><c:majorUnit val="${step}"/></c:valAx>`
}

/** The pair of axes that is not seen, on the scale of the other one. */
export function overAxes({ min, max }: Pick<NiceAxis, 'min' | 'max'>): string {
  const bare =
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
  return (
    `<c:catAx><c:axId val="${OVER}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="1"/><c:axPos val="l"/>${bare}<c:crossAx val="${OVER_VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${OVER_VALUE}"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>${bare}<c:crossAx val="${OVER}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
  )
}

function titleXml(title: string | undefined): string {
  return title
    ? `<c:title><c:tx>${richXml(title, 11, look.muted)}</c:tx><c:overlay val="0"/></c:title>`
    : ''
}

/** Which series is which, above the plot. */
export function legendXml(without: readonly number[] = []): string {
  const hidden = without
    .map((at) => `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`)
    .join('')
  return `<c:legend><c:legendPos val="t"/>${hidden}<c:overlay val="0"/>${textXml(12, look.ink)}</c:legend>`
}

/** The format in which office programs write the numbers of an axis. */
export function formatOf(unit: string, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const digits = (n: number) => (n > 0 ? `#,##0.${'0'.repeat(n)}` : '#,##0')
  const isShare = unit === 'fraction' || unit === 'event'
  const shown = isShare
    ? `${digits(Math.max(0, decimals - 2)).replace('#,##', '')}%`
    : digits(decimals)
  const dollars = unit.startsWith('USD bn') ? `$${shown}` : shown
  return `${dollars};"−"${dollars}`
}
