import { type Component, mount } from 'svelte'
import Framed from './Framed.svelte'

/** One chart with one set of data. */
export interface Entry {
  /** Unique in the gallery; names its picture. */
  readonly id: string
  /** What about the data is hard on the chart. */
  readonly title: string
  readonly show: (target: HTMLElement) => void
}

/** A chart that makes its own frame, or needs none. */
export function entry<Props extends object>(
  id: string,
  title: string,
  chart: Component<Props>,
  props: NoInfer<Props>,
): Entry {
  return { id, title, show: (target) => void mount(chart, { target, props }) }
}

/** A chart that is told its width, in the frame all charts share. */
export function framed<Props extends object>(
  id: string,
  title: string,
  chart: Component<Props>,
  props: Omit<NoInfer<Props>, 'width'>,
): Entry {
  // The frame adds the width.
  const withWidth = (width: number) => ({ ...props, width })
  const given = { id, title, chart: chart as Component<object>, withWidth }
  const show = (target: HTMLElement) => void mount(Framed, { target, props: given })
  return { id, title, show }
}
