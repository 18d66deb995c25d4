import { parseArgs } from 'node:util'
import { formats } from '../app/export/formats.ts'
import { type ExportAsked, readExports, type Word } from './export.ts'
import { extras } from './extras.ts'

/** The command line as given, numbers read, nothing filled in. */
export interface Options {
  readonly study?: string
  readonly vantage?: string
  readonly strategies?: string
  readonly scenarios?: string
  readonly trials?: number
  readonly seed?: string
  readonly horizon?: number
  readonly sampling?: string
  readonly workers?: number
  readonly check: boolean
  readonly future?: number
  readonly compare?: string
  /** What is explained: a case, or one less another. */
  readonly of?: string
  /** How drivers are measured. */
  readonly method?: string
  readonly observed: boolean
  readonly horizons: boolean
  readonly verify?: string
  readonly diff?: string
  readonly json?: string
  readonly help: boolean
  /** Files to write beside what is printed. */
  readonly exports: readonly ExportAsked[]
  /** What was typed for each of the extras that are asked for; empty for a flag. */
  readonly extras: ReadonlyMap<string, string>
}

export const usage = `Usage: npm run --silent simulate -- [options]

What happens to cloud shares, chip costs and Amazon's cash if Amazon invests in OpenAI.

  --study FILE         a study or a results file; flags win over it
  --vantage ID         the date from which the future is seen: 2025-12 (default), 2024-03 or
                       2026-10, when the deal had been signed and paid
  --strategies A,B     ids of strategies, or all that the vantage offers (default)
  --scenarios A,B      ids of scenarios, or all; base by default
  --trials N           futures to simulate; 10000 by default
  --seed TEXT          the same text gives the same futures; stakes by default
  --horizon QUARTERS   8 to 40; 24 by default
  --horizons           how the answer depends on the horizon, from 12 to 40 quarters
  --sampling ID        sobol (default), latinHypercube or random
  --workers N          threads; one per core by default; changes no figure
  --check              test the model's laws on every trial
  --future K           print one future in full, counted from 0
  --compare A,B        set two strategies beside each other, future by future; A alone is
                       set beside what has been decided: none, or the deal as signed;
                       A@SCENARIO,B@SCENARIO any two cases, and what their difference turns on
${extraUsage()}  --of A@S[,B@S]       what is explained by those of them that explain: a strategy, or
                       one less another; the best on average where it is left out
  --observed           count the futures that agree with what has come in since the vantage
  --verify FILE        run a results file again: exit code 0 if it is reproduced, 1 if it is not,
                       with what that means, 2 if it cannot be read or run
  --diff A,B           two files: what both disagree on, and what of it changes the choice
  --export FORMAT FILE write a file: ${formats.map(({ id }) => id).join(', ')}
                       of the first scenario alone; snapshot and study hold all
  --json FILE          write the results as a file; - writes them, alone, to standard output
  --help               this text
`

function extraUsage(): string {
  return extras
    .flatMap(({ option, takes, usage: [first, ...rest] }) => [
      `  ${`--${option}${takes ? ` ${takes}` : ''}`.padEnd(19)}  ${first}`,
      ...rest.map((line) => `${' '.repeat(23)}${line}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

/** What a parser says of an argument. */
interface Token {
  readonly kind: string
  readonly index: number
  readonly name?: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/**
 * Reads the arguments.
 *
 * @throws in one line that says what was expected and what came
 */
export function readOptions(args: readonly string[]): Options {
  const { values, tokens } = parseArgs({
    args: withBare(args),
    strict: true,
    tokens: true,
    allowPositionals: true,
    options: {
      study: text,
      vantage: text,
      strategies: text,
      scenarios: text,
      trials: text,
      seed: text,
      horizon: text,
      sampling: text,
      workers: text,
      check: flag,
      observed: flag,
      horizons: flag,
      future: text,
      compare: text,
      of: text,
      method: text,
      verify: text,
      diff: text,
      json: text,
      export: { type: 'string', multiple: true },
      help: flag,
      ...Object.fromEntries(
        extras.map(({ option, takes }) => [
          option,
          { type: takes ? 'string' : 'boolean' } as const,
        ]),
      ),
    },
  })
  const { trials, horizon, workers, future, export: _formats, ...rest } = values
  const typed = rest as Readonly<Record<string, string | boolean | undefined>>
  const options = {
    ...rest,
    exports: readExports(...exportWords(tokens)),
    extras: new Map(
      extras.flatMap(({ option }) => {
        const given = typed[option]
        return given === undefined ? [] : [[option, given === true ? '' : String(given)] as const]
      }),
    ),
    ...numberOption('trials', trials),
    ...numberOption('horizon', horizon),
    ...numberOption('workers', workers),
    ...numberOption('future', future),
  }
  if (options.workers !== undefined && (options.workers < 1 || options.workers > 256)) {
    throw new Error(`--workers takes a whole number from 1 to 256, got ${options.workers}`)
  }
  return options
}

/** What may stand without what it takes, and does, with nothing written after it. */
function withBare(args: readonly string[]): string[] {
  const bare = extras.filter(({ mayBeBare }) => mayBeBare).map(({ option }) => `--${option}`)
  return args.map((one, at) => {
    const next = args.at(at + 1)
    return bare.includes(one) && (next === undefined || next.startsWith('--')) ? `${one}=` : one
  })
}

/** Formats typed, where each ends, and what stands alone. */
function exportWords(tokens: readonly Token[]): [typed: Word[], alone: Word[]] {
  const typed = tokens.flatMap((one) =>
    one.kind === 'option' && one.name === 'export'
      ? [{ value: one.value ?? '', index: one.index + (one.inlineValue === true ? 0 : 1) }]
      : [],
  )
  const alone = tokens.flatMap((one) =>
    one.kind === 'positional' ? [{ value: one.value ?? '', index: one.index }] : [],
  )
  return [typed, alone]
}

function numberOption<Name extends string>(
  name: Name,
  given: string | undefined,
): Partial<Record<Name, number>> {
  if (given === undefined) return {}
  if (!/^\d{1,15}$/.test(given)) throw new Error(`--${name} takes a whole number, got ${given}`)
  return { [name]: Number(given) } as Record<Name, number>
}
