import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { families } from '../../src/engine/distributions/index.ts'
import type { Parameter } from '../../src/engine/distributions/family.ts'
import { simpleFamilies } from '../../src/engine/distributions/simple.ts'
import { FORMAT_VERSIONS } from '../../src/study/migrate.ts'
import { resultsSchema, studySchema } from '../../src/study/schema.ts'

/** What fields are for, by format: the schema that reads files has no words for it. */
export const descriptions = {
  study: {
    $schema: 'The address of this schema, for editors.',
    format: 'What the file is.',
    version: 'The version of the format.',
    name: 'What the study is called.',
    presentation: 'What is made of its pages for a talk: headlines, notes, order, what is hidden.',
    notes: 'What it is about, and why it is as it is.',
    vantage: 'The date from which the future is seen: 2025-12 where nothing is said.',
    seed: 'The same text gives the same futures.',
    trials: 'How many futures are simulated.',
    horizonQuarters: 'How many quarters are looked ahead.',
    sampling: 'How futures are drawn.',
    overrides:
      'Changed beliefs, by assumption, in every scenario that does not change them itself.',
    correlations:
      'Beliefs that move together: two assumptions and a coefficient from −1 to 1. They take the place of the model’s.',
    negligible: 'A difference in USD bn too small to matter.',
    observed: 'How near a future must be to what has come in since the vantage to count.',
    strategies: 'What can be decided: ids of the model, or settings of levers.',
    scenarios: 'Worlds: ids of the model, or sets of changed beliefs.',
    scenarioOrder: 'Ids of the scenarios offered, in their order.',
    scenarioWeights: 'How much scenarios weigh, by id, in any unit. Moves no figure.',
    scenarioWeightsNote: 'Why they weigh as they do.',
    scenarioTargets: 'What a strategy is to reach in a scenario to do there.',
    assumptionNotes: 'What is remarked on assumptions, by id. Moves no figure.',
    openQuestions:
      'Changed assumptions of which nobody has said yet whether they hold at this vantage.',
    rules:
      'What would have to be true, as lines of the report: of which outcome and strategy, and what is asked of which belief. Moves no figure.',
    signposts: 'Series to watch: what would be news, and by which quarter. Moves no figure.',
    targets:
      'What is aimed at, by outcome, in its own unit: a share of 30% is 0.3. Moves no figure.',
    sight:
      'What was in sight, by ids: scenario, outcome, the chosen strategy and its rival. Moves no figure.',
  },
  results: {
    $schema: 'The address of this schema, for editors.',
    format: 'What the file is.',
    version: 'The version of the format.',
    stakes: 'The version of Stakes that wrote it.',
    model: 'The model that was run.',
    study: 'The study that was run, with strategies and scenarios spelt out.',
    trials: 'How many futures the figures stand on.',
    outcomes: 'Ids of the outcomes in every case; digests cover these, in this order.',
    series: 'Ids of the series in every case.',
    digest: 'SHA-256 of the digests of all cases, in their order.',
    cases: 'Figures of every strategy in every scenario.',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>

/** The files that stand beside the schema, by name. */
export const schemaFiles = {
  'stakes-study.schema.json': () => studyJsonSchema(),
  'stakes-results.schema.json': () => resultsJsonSchema(),
} as const

/** As they are written. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

function studyJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:stakes:stakes-study:${FORMAT_VERSIONS['stakes-study']}`,
    title: 'A study of Stakes',
    description:
      'What somebody believes and decides. What is left out takes its default. Whether ids are known, levers possible and distributions make sense is said when the file is opened.',
    ...described(converted(studySchema), descriptions.study),
    $defs: distributionSchemas(),
  }
}

function resultsJsonSchema(): JsonSchema {
  const {
    $schema,
    $id,
    title: _title,
    description: _description,
    $defs,
    ...study
  } = studyJsonSchema()
  const results = described(converted(resultsSchema), descriptions.results)
  return {
    $schema,
    $id: String($id)
      .replace('study', 'results')
      .replace(/\d+$/, String(FORMAT_VERSIONS['stakes-results'])),
    title: 'A results file or snapshot of Stakes',
    description: 'A study and its figures: enough to run it again and see the same.',
    ...results,
    properties: {
      ...results.properties,
      study: { ...study, description: descriptions.results.study },
    },
    $defs,
  }
}

function described(schema: JsonSchema, words: Readonly<Record<string, string>>): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => [
      name,
      typeof one === 'object' ? { description: words[name], ...one } : one,
    ]),
  )
  return { ...schema, properties }
}

const settings: ConversionConfig = {
  target: 'draft-2020-12',
  // Of what is refused first and then read, what is read.
  typeMode: 'output',
  overrideSchema({ valibotSchema, jsonSchema }) {
    // A list is no object: that is all that stands there.
    if (valibotSchema.type === 'custom') return {}
    if (valibotSchema.type === 'lazy' && 'getter' in valibotSchema) {
      // An id, or what it stands for: which of both depends on what came.
      const getter = valibotSchema.getter as (input: unknown) => GenericSchema
      return { anyOf: [converted(getter('id')), converted(getter({}))] }
    }
    return jsonSchema
  },
  overrideAction({ valibotAction, jsonSchema }) {
    if (valibotAction.type === 'raw_transform') return { $ref: '#/$defs/distribution' }
    if (valibotAction.type === 'check') {
      return jsonSchema.type === 'array'
        ? { ...jsonSchema, uniqueItems: true }
        : { ...jsonSchema, pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
    }
    return undefined
  },
}

/** Without what says which draft it is: it stands in another one. */
function converted(schema: GenericSchema): JsonSchema {
  const { $schema: _draft, ...rest } = toJsonSchema(schema as never, settings)
  return rest
}

const LARGEST = 1e100

/** Distributions by the families of the engine, which knows what each needs. */
function distributionSchemas(): Record<string, JsonSchema> {
  const all = (of: readonly (typeof families)[keyof typeof families][]) => ({
    oneOf: of.map((family) => ({ $ref: `#/$defs/${family.kind}` })),
  })
  return {
    distribution: all(Object.values(families)),
    simpleDistribution: all(Object.values(simpleFamilies)),
    ...Object.fromEntries(
      Object.values(families).map((family) => [
        family.kind,
        {
          type: 'object',
          title: family.label,
          description: family.description,
          properties: {
            kind: { const: family.kind },
            ...Object.fromEntries(family.parameters.map((one) => [one.id, parameterSchema(one)])),
          },
          required: [
            'kind',
            ...family.parameters.filter(({ optional }) => !optional).map(({ id }) => id),
          ],
          additionalProperties: false,
        } satisfies JsonSchema,
      ]),
    ),
  }
}

function parameterSchema(parameter: Parameter): JsonSchema {
  const { description } = parameter
  if (!('least' in parameter)) return { description, ...numberSchema(parameter) }
  const { least: minItems, most: maxItems } = parameter
  const list = { description, type: 'array', minItems, maxItems } as const
  switch (parameter.type) {
    case 'numbers':
      return { ...list, items: numberSchema(parameter) }
    case 'percentiles':
      return {
        ...list,
        items: exactly({
          p: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
          value: numberSchema({}),
        }),
      }
    case 'branches':
      return {
        ...list,
        items: exactly({
          label: { type: 'string', maxLength: 60 },
          weight: numberSchema({ above: 0 }),
          distribution: { $ref: '#/$defs/simpleDistribution' },
        }),
      }
  }
}

function exactly(properties: Record<string, JsonSchema>): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

function numberSchema({
  above,
  min = -LARGEST,
  max = LARGEST,
}: {
  readonly above?: number
  readonly min?: number
  readonly max?: number
}): JsonSchema {
  return {
    type: 'number',
    minimum: min,
    maximum: max,
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
  }
}
