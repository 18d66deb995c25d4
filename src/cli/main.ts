import type { RunPlan } from '../engine/plan.ts'
import {
  notReadIn,
  paidAlready,
  planOf,
  type ResolvedStudy,
  resolveStudy,
  type ResultsFile,
  resultsFile,
  strayIn,
  verify,
  writeResults,
} from '../study/index.ts'
import { createNodeRunner } from '../workers/node-pool.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { choicesIn } from '../dossier/choice.ts'
import { diffReport } from './diff.ts'
import { againstStatusQuo, compareWork } from './compare.ts'
import { futureReport } from './future.ts'
import { type Exported, exported } from './export.ts'
import { type ExtraReport, extras } from './extras.ts'
import { openFile, reasonOf, studyFrom } from './input.ts'
import { horizonsReport } from './horizons.ts'
import { observedReport } from './observed.ts'
import { type Options, readOptions, usage } from './options.ts'
import { checkFiles, harmless, print, writeWhole } from './output.ts'
import { checkReport, report } from './report.ts'

/** Above this, columns are given up as soon as they are summarised. */
const LARGE = 50_000

const FINE = 0
const MOVED = 1
const WRONG = 2

/** Starts those who compute: so many workers, or one per core. */
type StartRunner = (options: { workers?: number }) => Runner

/**
 * The command line. Errors are one line on standard error, with nothing on standard output but where a run
 * is done and a file of it fails; what of a study is not read stands there too.
 *
 * @param startRunner worker threads, unless whoever calls computes otherwise
 * @returns the exit code: 0, 1 if a file was not reproduced or a check failed, 2 for an error
 */
export async function main(
  args: readonly string[],
  startRunner: StartRunner = createNodeRunner,
): Promise<number> {
  let runner: Runner | null = null
  try {
    const options = readOptions(args)
    if (options.help) {
      await print(usage)
      return FINE
    }
    checkTogether(options)
    checkFiles([
      ...(options.json === undefined || options.json === '-' ? [] : [options.json]),
      ...options.exports.map(({ file }) => file),
    ])
    runner = startRunner(options.workers === undefined ? {} : { workers: options.workers })
    const task =
      options.diff !== undefined
        ? disagreement
        : options.verify === undefined
          ? simulate
          : verifyFile
    const { code, text, failures = [] } = await task(runner, options)
    // JSON has them escaped.
    await print(options.json === '-' ? text : harmless(text))
    for (const one of failures) complain(one)
    return failures.length > 0 ? WRONG : code
  } catch (error) {
    complain(reasonOf(error))
    return WRONG
  } finally {
    runner?.dispose()
  }
}

function complain(reason: string): void {
  process.stderr.write(`stakes: ${harmless(reason.replace(/\s*\n\s*/g, ' '))}\n`)
}

/** What of a study was not read or counts otherwise is said beside the figures, which may go into a file. */
function warn(what: string, lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`stakes: ${what}${harmless(line)}\n`)
}

interface Done {
  readonly code: number
  readonly text: string
  /** What went wrong once the run was done: nothing that was computed is lost by it. */
  readonly failures?: readonly string[]
}

/** Flags that exclude each other. */
function checkTogether(options: Options): void {
  const { verify: file, future, compare, json, check, horizons } = options
  const others = [
    ...Object.entries(options)
      .filter(([, value]) => value !== false && value !== undefined)
      .flatMap(([name]) =>
        ['verify', 'workers', 'extras', 'exports'].includes(name) ? [] : [name],
      ),
    ...options.extras.keys(),
    ...(options.exports.length > 0 ? ['export'] : []),
  ]
  const [other] = others
  const beside = others.find((name) => !['diff', 'json', 'scenarios'].includes(name))
  if (options.diff !== undefined && (beside !== undefined || file !== undefined)) {
    throw new Error(
      `--diff goes with --json, --workers and one of --scenarios, got --${beside ?? 'verify'}`,
    )
  }
  if (file !== undefined && other !== undefined) {
    throw new Error(`--verify runs the file as it is and goes with --workers alone, got --${other}`)
  }
  const asked =
    options.extras.keys().next().value ?? (options.exports.length > 0 ? 'export' : undefined)
  if (future !== undefined && (compare !== undefined || check || horizons || asked)) {
    const other = asked ?? (horizons ? 'horizons' : compare === undefined ? 'check' : 'compare')
    throw new Error(`--future prints one future alone, got --${other} with it`)
  }
  if (json === '-' && (check || horizons)) {
    throw new Error(
      '--json - prints results alone; write --json FILE to have --check or --horizons too',
    )
  }
}

async function simulate(runner: Runner, options: Options): Promise<Done> {
  const given = studyFrom(options)
  const study = resolveStudy(given)
  warn('not read: ', [...strayIn(given), ...notReadIn(given)])
  warn('', paidAlready(given))
  const plan = planOf(study, { check: options.check })
  if (options.future !== undefined) return oneFuture(runner, plan, options.future, options.json)
  const works = extras.flatMap(({ option, prepare }) => {
    const typed = options.extras.get(option)
    return typed === undefined ? [] : [prepare(study, typed, options)]
  })
  const compare = options.compare === undefined ? null : compareWork(study, options.compare)
  const keep =
    compare !== null ||
    works.length > 0 ||
    options.exports.length > 0 ||
    study.observed !== undefined
  const results = await runAll(runner, plan, keep)
  const compared = compare && (await compare(runner, results))
  const more: ExtraReport[] = []
  for (const work of works) more.push(await work(runner, results))
  // Series are in files alone, and take as long as the run.
  const file =
    options.json === undefined
      ? ''
      : writeResults({
          ...(await fileOf(runner, study, results)),
          ...compared?.json,
          ...Object.fromEntries(more.flatMap(({ json = {} }) => Object.entries(json))),
        })
  if (options.json === '-') {
    const { failures } = await exported(runner, study, results, options.exports, writeWhole)
    return { code: FINE, text: file, failures }
  }
  // A large run gives its columns up, and then nothing can be compared.
  const hasColumns = compare !== null || plan.trials <= LARGE
  let text = report(study, results, hasColumns ? await choicesIn(runner, study, results) : [])
  let code = FINE
  if (hasColumns) text += await againstStatusQuo(runner, results)
  text += await observedReport(runner, study, results)
  if (options.horizons) text += await horizonsReport(runner, study)
  text += compared?.text ?? ''
  text += more.map((one) => `\n${one.text}`).join('')
  if (options.check) {
    const checks = checkReport(results.checks)
    text += checks.text
    if (!checks.held) code = MOVED
  }
  const own = jsonWritten(options.json, file)
  const files = await exported(runner, study, results, options.exports, writeWhole)
  text += files.text + own.text
  return { code, text, failures: [...own.failures, ...files.failures] }
}

/** Written before the files that take a while. */
function jsonWritten(name: string | undefined, file: string): Exported {
  if (name === undefined) return { text: '', failures: [] }
  try {
    writeWhole(name, file)
    return { text: `\nwritten to ${name}\n`, failures: [] }
  } catch (error) {
    return { text: '', failures: [reasonOf(error)] }
  }
}

/** Columns are kept only where something still asks for them. */
function runAll(runner: Runner, plan: RunPlan, keep: boolean): Promise<RunResults> {
  return runner.run(plan, { summariesOnly: !keep && plan.trials > LARGE })
}

async function fileOf(
  runner: Runner,
  study: ResolvedStudy,
  results: RunResults,
): Promise<ResultsFile> {
  return resultsFile(study, results, await runner.series(results, results.cases))
}

async function oneFuture(
  runner: Runner,
  plan: RunPlan,
  trial: number,
  json: string | undefined,
): Promise<Done> {
  const future = await runner.replay(plan, trial)
  const file = `${JSON.stringify(future, null, 1)}\n`
  if (json === '-') return { code: FINE, text: file }
  if (json !== undefined) writeWhole(json, file)
  return { code: FINE, text: futureReport(future, plan) }
}

async function disagreement(
  runner: Runner,
  { diff: files = '', scenarios, json: name }: Options,
): Promise<Done> {
  const { text, json } = await diffReport(runner, {
    files,
    ...(scenarios === undefined ? {} : { scenario: scenarios }),
  })
  const file = `${JSON.stringify(json, null, 1)}\n`
  if (name === '-') return { code: FINE, text: file }
  if (name === undefined) return { code: FINE, text }
  writeWhole(name, file)
  return { code: FINE, text: `${text}\nwritten to ${name}\n` }
}

async function verifyFile(runner: Runner, { verify: name = '' }: Options): Promise<Done> {
  const opened = openFile(name)
  if (opened.kind === 'study') {
    throw new Error(
      `${name} is a study, which has no figures to verify; a results file is expected`,
    )
  }
  const study: ResolvedStudy = resolveStudy(opened.results.study)
  if (study.trials !== opened.results.trials) {
    throw new Error(
      `${name}: its study asks for ${study.trials} trials and its figures stand on ${opened.results.trials}`,
    )
  }
  const plan = planOf(study, { digestOf: opened.results.outcomes })
  const results = await runAll(runner, plan, false)
  const now = await fileOf(runner, study, results)
  const verdict = verify(opened.results, now)
  const { reproduced, meaning, words, moved, remarks } = verdict
  const says = reproduced ? `reproduced exactly, digest ${results.digest}` : 'not reproduced'
  const lines = reproduced ? remarks : [meaning, ...words, ...moved]
  const text = lines.map((line) => `  ${line}\n`).join('')
  return { code: reproduced ? FINE : MOVED, text: `${name}: ${says}\n${text}` }
}
