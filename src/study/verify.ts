import type { CaseFile, ResultsFile } from './write.ts'

/** What a results file says against what its study gives now. */
export interface Verdict {
  readonly reproduced: boolean
  /** What differs, one line each; empty where everything is reproduced to the bit. */
  readonly moved: readonly string[]
}

const MOST_LINES = 200

/**
 * Compares a results file with its study run again, figure by figure and to the last bit.
 *
 * @param file as it was read
 * @param now the same study's results, as this Stakes writes them
 */
export function verify(file: ResultsFile, now: ResultsFile): Verdict {
  const moved: string[] = []
  if (file.model.id !== now.model.id || file.model.version !== now.model.version) {
    moved.push(
      `the model was ${file.model.id} ${file.model.version} and is ${now.model.id} ${now.model.version}`,
    )
  }
  if (file.trials !== now.trials)
    moved.push(`trials: ${file.trials} in the file, ${now.trials} now`)
  if (file.digest !== now.digest) {
    moved.push(`digest: ${file.digest.slice(0, 12)}… in the file, ${now.digest.slice(0, 12)}… now`)
  }
  if (file.cases.length !== now.cases.length) {
    moved.push(`${file.cases.length} cases in the file, ${now.cases.length} now`)
  }
  const pairs = now.cases.map((one) => ({ one, before: sameCase(file, one) }))
  // Which cases moved comes before what moved in each: the list is cut at its end.
  for (const { one, before } of pairs) {
    if (!before) moved.push(`${nameOf(one)} is not in the file`)
    else if (before.digest !== one.digest) moved.push(`${nameOf(one)}: its digest`)
  }
  for (const { one, before } of pairs) {
    if (before) compare(nameOf(one), { ...before, digest: one.digest }, one, moved)
  }
  return { reproduced: moved.length === 0, moved: moved.slice(0, MOST_LINES) }
}

function sameCase(file: ResultsFile, { strategy, scenario }: CaseFile): CaseFile | undefined {
  return file.cases.find((one) => one.strategy === strategy && one.scenario === scenario)
}

function nameOf({ strategy, scenario }: CaseFile): string {
  return `${strategy} in ${scenario}`
}

/** Every number and text of `now` must stand in `before`; fields only the file has are let be. */
function compare(path: string, before: unknown, now: unknown, moved: string[]): void {
  if (moved.length > MOST_LINES) return
  if (typeof now !== 'object' || now === null) {
    if (before !== now) moved.push(`${path}: ${shown(before)} in the file, ${shown(now)} now`)
    return
  }
  if (typeof before !== 'object' || before === null) {
    moved.push(`${path}: ${shown(before)} in the file, a table now`)
    return
  }
  if (Array.isArray(now) && Array.isArray(before) && now.length !== before.length) {
    moved.push(`${path}: ${before.length} values in the file, ${now.length} now`)
    return
  }
  const held = before as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(now)) {
    compare(`${path}, ${key}`, Object.hasOwn(held, key) ? held[key] : undefined, value, moved)
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
