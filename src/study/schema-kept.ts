import * as v from 'valibot'
import { goodSides, MOST_CONDITIONS } from './rules.ts'
import { few, number, object, objectExpected, oneOfThem, text } from './schema-parts.ts'
import { QUARTER, signSides } from './signposts.ts'
import { LONGEST } from './study.ts'

const LARGEST = 1e100
const tooLarge = 'a number of at most 1e100 is expected'

// What is written as 1e999 is read as infinite, and could not be written again.
export const limit = v.pipe(number, v.maxValue(LARGEST, tooLarge), v.minValue(-LARGEST, tooLarge))

/** A series to watch. */
export const signpost = v.looseObject(
  {
    series: text(60),
    quarter: v.pipe(
      text(60),
      v.regex(QUARTER, ({ received }) => `a quarter as in 2026Q4 is expected, got ${received}`),
    ),
    threshold: limit,
    side: oneOfThem(signSides),
    note: v.optional(text(LONGEST.note)),
  },
  objectExpected,
)

const inOrder = ({ low, high }: { readonly low?: number; readonly high?: number }) =>
  low === undefined || high === undefined || low <= high
const ends = { low: v.optional(limit), high: v.optional(limit) }
export const good = v.looseObject(
  { side: oneOfThem(goodSides), at: v.optional(limit), ...ends },
  objectExpected,
)
export const condition = v.looseObject({ assumption: text(60), ...ends }, objectExpected)
/** What would have to be true. */
export const rule = v.looseObject(
  {
    outcome: text(60),
    strategy: text(60),
    against: v.optional(text(60)),
    good: v.pipe(
      object(good),
      v.check(
        ({ side, at, low, high }) =>
          side === 'between'
            ? low !== undefined && high !== undefined && low <= high
            : at !== undefined,
        'a value at is expected, or with the side between low and high, low at most high',
      ),
    ),
    conditions: v.pipe(
      few(
        v.pipe(
          object(condition),
          v.check(
            (one) => inOrder(one) && (one.low ?? one.high) !== undefined,
            'low or high is expected, low at most high',
          ),
        ),
        MOST_CONDITIONS,
        'conditions',
      ),
      v.minLength(1, 'at least one condition is expected, got none'),
    ),
    note: v.optional(text(LONGEST.note)),
  },
  objectExpected,
)
