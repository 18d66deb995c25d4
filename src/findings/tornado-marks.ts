/** One end of a bar: the outcome where a belief is low, or high. */
export interface TornadoEnd {
  /** The outcome there, in its own unit. */
  readonly value: number
  /** How far its noise reaches to each side; null where it is not known. */
  readonly reach: number | null
  /** The belief’s value there, in words; empty where it has none. */
  readonly at: string
  /** The outcome there, in words. */
  readonly text: string
}

/** One bar of a tornado, as it is drawn. */
export interface TornadoMark {
  readonly id: string
  readonly label: string
  /** Luck is nobody’s belief; a group opens to its parts. */
  readonly kind: 'belief' | 'luck' | 'group'
  /** Whether it happens or not: its ends are no tenths. */
  readonly isEvent: boolean
  /** Where the belief is low and where it is high; null where the method knows no ends. */
  readonly ends: readonly [low: TornadoEnd, high: TornadoEnd] | null
  /** Drawn from 0 where there are no ends. */
  readonly size: number
  readonly reach: number | null
  /** The size, in words. */
  readonly text: string
  /** Grey where not: chance may have brought it. */
  readonly isTold: boolean
  /** The whole bar in a sentence, for who cannot see it. */
  readonly said: string
  /** What it is of: the question a belief answers, or the names of those that are taken together. */
  readonly about: string
  readonly parts: readonly TornadoMark[]
}

/** What a chart of a tornado draws. */
export interface TornadoMarks {
  /** What bars with ends are drawn around; null where sizes are drawn from 0. */
  readonly base: { readonly value: number; readonly text: string } | null
  /** From top to bottom. */
  readonly bars: readonly TornadoMark[]
  /** What a pale half and a full half of a bar stand for: of an event, and of all else. */
  readonly halves: Readonly<Record<'event' | 'other', readonly [low: string, high: string]>>
}
