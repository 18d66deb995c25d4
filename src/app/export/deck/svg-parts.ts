import { textEms } from './text-fit.ts'
import { escaped } from './escape.ts'
import { look } from './look.ts'

// Charts as SVG without a page: whoever writes them reckons how wide text is.

export const colours = Object.fromEntries(
  Object.entries(look).map(([name, colour]) => [name, `#${colour}`]),
) as Readonly<Record<keyof typeof look, string>>

/** What a drawing is made of: its marks, and how high it came out. */
export interface Drawing {
  readonly marks: readonly string[]
  readonly height: number
}

/** Places numbers between two ends. */
export type Scale = (value: number) => number

/** From a span of numbers to a span of pixels. */
export function scaleOf(from: number, to: number, start: number, end: number): Scale {
  const span = to - from || 1
  return (value) => start + ((value - from) / span) * (end - start)
}

const attributes = (all: Readonly<Record<string, string | number | undefined>>) =>
  Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${neat(value)}"`]))
    .join('')

/** No more digits than can be seen. */
function neat(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return `<rect${attributes({ x, y, width: Math.max(0, width), height, fill, ...more })}/>`
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dash?: string,
): string {
  return `<line${attributes({ x1, y1, x2, y2, stroke, 'stroke-width': width, 'stroke-dasharray': dash })}/>`
}

export function path(
  d: string,
  look_: {
    readonly fill?: string
    readonly stroke?: string
    readonly width?: number
    readonly dash?: string
  },
): string {
  const { fill = 'none', stroke, width, dash } = look_
  return `<path${attributes({ d, fill, stroke, 'stroke-width': width, 'stroke-dasharray': dash, 'stroke-linejoin': 'round' })}/>`
}

/** A line through points, as a path has it. */
export function through(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${neat(x)} ${neat(y)}`).join('')
}

export function text(
  words: string,
  x: number,
  y: number,
  options: {
    readonly anchor?: 'start' | 'middle' | 'end'
    readonly size?: number
    readonly fill?: string
    readonly weight?: number
  } = {},
): string {
  const { anchor, size, fill = colours.ink, weight } = options
  return `<text${attributes({ x, y, 'text-anchor': anchor, 'font-size': size, fill, 'font-weight': weight })}>${escaped(words)}</text>`
}

/** How wide a text is, in pixels. */
export function widthOf(words: string, size: number): number {
  return textEms(words) * size
}
