import * as v from 'valibot'
import { checkDistribution, type Distribution } from '../engine/distributions/index.ts'
import { designs, type SamplingId } from '../engine/sampling/index.ts'
import { isDay } from './day.ts'
import { FORMAT_VERSIONS } from './migrate.ts'
import { shapeWords } from './shape-words.ts'
import { MOST_PAGES, MOST_SLIDERS } from './presentation.ts'
import { MOST_RULES } from './rules.ts'
import { condition, good, limit, rule, signpost } from './schema-kept.ts'
import {
  few,
  kindOf,
  listExpected,
  number,
  object,
  objectExpected,
  oneOfThem,
  text,
} from './schema-parts.ts'
import { MOST_SIGNPOSTS } from './signposts.ts'
import { confidences, LONGEST } from './study.ts'

const samplingIds = Object.keys(designs) as [SamplingId, ...SamplingId[]]

const id = v.pipe(
  v.string(({ received }) => `an id is a text, got ${received}`),
  v.regex(
    /^[A-Za-z][\w-]{0,59}$/,
    ({ received }) => `an id is a letter followed by letters, digits, - or _, got ${received}`,
  ),
)

/** A distribution, refused by the name people read of its shape. */
const distribution = v.rawTransform<unknown, Distribution>(({ dataset, addIssue, NEVER }) => {
  const { value } = dataset
  try {
    checkDistribution(value)
    return value
  } catch (error) {
    addIssue({ message: shapeWords(error instanceof Error ? error.message : String(error)) })
    return NEVER
  }
})

const overrides = object(v.record(v.string(), v.pipe(v.unknown(), distribution), objectExpected))

const levers = object(
  v.record(
    v.string(),
    v.union([v.number(), v.boolean()], ({ received }) => {
      return `a lever is a number, true or false, got ${received}`
    }),
    objectExpected,
  ),
)

const words = {
  label: v.optional(text(LONGEST.label)),
  story: v.optional(text(LONGEST.story)),
}
const strategy = v.looseObject({ id, ...words, levers: v.optional(levers) }, objectExpected)
const scenario = v.looseObject({ id, ...words, overrides: v.optional(overrides) }, objectExpected)

const note = v.looseObject(
  {
    note: v.optional(text(LONGEST.note)),
    owner: v.optional(text(LONGEST.owner)),
    date: v.optional(
      v.pipe(
        v.string(({ received }) => `a date is a text, got ${received}`),
        v.check(isDay, ({ received }) => `a date as in 2026-05-31 is expected, got ${received}`),
      ),
    ),
    confidence: v.optional(oneOfThem(confidences)),
  },
  objectExpected,
)
const question = v.looseObject(
  { assumption: text(60), scenario: v.optional(id), from: text(60) },
  objectExpected,
)

function entries<const S extends typeof strategy | typeof scenario>(entry: S, what: string) {
  const spelt = object(entry)
  return v.array(
    v.lazy((input) => {
      if (typeof input === 'string') return id
      return spelt as v.GenericSchema<unknown, v.InferOutput<S>>
    }) as v.GenericSchema<unknown, string | v.InferOutput<S>>,
    ({ received }) => `a list of ${what} is expected, got ${received}`,
  )
}

const pairExpected =
  'two ids and a number from -1 to 1 are expected, as in ["wacc", "taxRate", 0.3]'
const correlations = v.array(
  v.strictTuple(
    [v.string(pairExpected), v.string(pairExpected), v.number(pairExpected)],
    pairExpected,
  ),
  ({ received }) => `a list of pairs is expected, got ${received}`,
)

const observed = v.looseObject({ share: number, amount: number }, objectExpected)
const targets = v.looseObject({ mean: number, below0: number }, objectExpected)

const page = v.looseObject(
  {
    id,
    headline: v.optional(text(LONGEST.headline)),
    insteadOf: v.optional(text(LONGEST.note)),
    note: v.optional(text(LONGEST.note)),
    hidden: v.optional(
      v.boolean(({ received }) => `true or false is expected, got ${kindOf(received)}`),
    ),
    beliefs: v.optional(few(id, MOST_SLIDERS, 'beliefs')),
    levers: v.optional(few(id, MOST_SLIDERS, 'levers')),
  },
  objectExpected,
)
const presentation = v.looseObject({ pages: few(page, MOST_PAGES, 'pages') }, objectExpected)

const sight = v.looseObject(
  {
    scenario: v.optional(text(60)),
    outcome: v.optional(text(60)),
    chosen: v.optional(text(60)),
    rival: v.optional(text(60)),
  },
  objectExpected,
)

/** A study as it comes from outside; fields that are not named here are let through. */
export const studySchema = v.looseObject(
  {
    $schema: v.optional(text(2000)),
    format: v.literal('stakes-study'),
    version: v.literal(FORMAT_VERSIONS['stakes-study']),
    name: v.optional(text(200)),
    notes: v.optional(text(100_000)),
    vantage: v.optional(id.pipe[0]),
    seed: v.optional(text(200)),
    trials: v.optional(number),
    horizonQuarters: v.optional(number),
    sampling: v.optional(oneOfThem(samplingIds)),
    overrides: v.optional(overrides),
    correlations: v.optional(correlations),
    negligible: v.optional(number),
    observed: v.optional(object(observed)),
    strategies: v.optional(entries(strategy, 'strategies')),
    scenarios: v.optional(entries(scenario, 'scenarios')),
    scenarioOrder: v.optional(v.array(id, listExpected)),
    scenarioWeights: v.optional(object(v.record(v.string(), number, objectExpected))),
    scenarioWeightsNote: v.optional(text(LONGEST.note)),
    scenarioTargets: v.optional(object(targets)),
    assumptionNotes: v.optional(object(v.record(v.string(), object(note), objectExpected))),
    openQuestions: v.optional(v.array(object(question), listExpected)),
    presentation: v.optional(object(presentation)),
    signposts: v.optional(few(object(signpost), MOST_SIGNPOSTS, 'signposts')),
    rules: v.optional(few(object(rule), MOST_RULES, 'rules')),
    targets: v.optional(object(v.record(v.string(), limit, objectExpected))),
    sight: v.optional(object(sight)),
  },
  objectExpected,
)

/** The fields that are read, of a study and of what stands in it. */
export const fields = {
  study: Object.keys(studySchema.entries),
  strategy: Object.keys(strategy.entries),
  scenario: Object.keys(scenario.entries),
  note: Object.keys(note.entries),
  question: Object.keys(question.entries),
  observed: Object.keys(observed.entries),
  targets: Object.keys(targets.entries),
  presentation: Object.keys(presentation.entries),
  page: Object.keys(page.entries),
  signpost: Object.keys(signpost.entries),
  rule: Object.keys(rule.entries),
  good: Object.keys(good.entries),
  condition: Object.keys(condition.entries),
  sight: Object.keys(sight.entries),
}

const ids = v.pipe(
  v.array(id, listExpected),
  v.check(
    (list) => new Set(list).size === list.length,
    'a list in which every id stands once is expected',
  ),
)

const digest = v.pipe(
  v.string(({ received }) => `a digest is a text, got ${received}`),
  v.regex(/^[0-9a-f]{64}$/, ({ received }) => `a digest is 64 hex digits, got ${received}`),
)

/** A results file as it comes from outside: what is needed to run and compare it. */
export const resultsSchema = v.looseObject(
  {
    $schema: v.optional(text(2000)),
    format: v.literal('stakes-results'),
    version: v.literal(FORMAT_VERSIONS['stakes-results']),
    stakes: text(50),
    model: object(v.looseObject({ id: text(100), version: text(50) }, objectExpected)),
    study: object(v.looseObject({}, objectExpected)),
    trials: number,
    outcomes: ids,
    series: ids,
    digest,
    cases: v.array(
      object(v.looseObject({ strategy: id, scenario: id, digest }, objectExpected)),
      listExpected,
    ),
  },
  objectExpected,
)

/**
 * Checks a value against a schema.
 *
 * @throws in words that name the place and what was expected
 */
export function parse<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  throw new Error(path ? `${path}: ${issue.message}` : issue.message)
}
