/** The colours of what is carried out, on white: those of the page by day. */
export const look = {
  ink: '1C1F24',
  muted: '5C6068',
  line: 'D9D4C8',
  wash: 'F3EFE6',
  accent: '0F5499',
  /** Parts of what is drawn in the accent, from near to far. */
  accentMid: '7FA6CC',
  accentPale: 'C5D6E8',
  rival: 'B0530B',
  grey: '8B8F97',
  link: '0B5394',
} as const

/** A font that every office program has. */
export const FONT = 'Arial'

/** In whose colour the series of a chart are drawn: the chosen first, then its rival. */
export const seriesColours: readonly string[] = [look.accent, look.rival, look.grey]
