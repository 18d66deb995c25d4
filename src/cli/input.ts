import { readFileSync } from 'node:fs'
import { market, offeredAt, TOLERANCE } from '../../models/index.ts'
import { withStrategiesOf } from '../study/edits/vantage.ts'
import {
  checkSize,
  fileText,
  idOf,
  oneOf,
  type Opened,
  readFile,
  type Study,
  studyOf,
  withWeightsThere,
} from '../study/index.ts'
import type { Options } from './options.ts'

/**
 * Reads a study or results file.
 *
 * @throws with the file's name before what is wrong
 */
export function openFile(file: string): Opened {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new Error(`${file} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
  try {
    checkSize(bytes.length)
    return readFile(fileText(bytes))
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`, { cause: error })
  }
}

/** The study to run: the file's, with every flag in the place of what it says. */
export function studyFrom(options: Options): Study {
  const { vantage, seed, sampling, trials, horizon } = options
  const given = options.study === undefined ? undefined : openFile(options.study).study
  const opened = given ?? studyOf({ format: 'stakes-study', version: 1 })
  const study = vantage === undefined ? opened : withStrategiesOf(opened, vantage)
  const offered = offeredAt(vantage ?? study.vantage)
  const { strategies, scenarios } = market
  const asked = withWeightsThere({
    ...study,
    ...(vantage === undefined ? {} : { vantage }),
    ...(seed === undefined ? {} : { seed }),
    ...(sampling === undefined ? {} : { sampling: sampling as Study['sampling'] }),
    ...(options.observed && !study.observed ? { observed: TOLERANCE } : {}),
    ...(trials === undefined ? {} : { trials }),
    ...(horizon === undefined ? {} : { horizonQuarters: horizon }),
    strategies: chosen('strategy', options.strategies, study.strategies, strategies, offered),
    scenarios: chosen('scenario', options.scenarios, study.scenarios, scenarios),
  })
  return withinFlags(asked, options)
}

/** Scenarios and strategies that flags leave out are not in sight either. */
function withinFlags(study: Study, { scenarios, strategies, vantage }: Options): Study {
  if (!study.sight) return study
  const isOut = (among: Study['strategies'] | Study['scenarios'], id: string) =>
    !among.some((one) => idOf(one) === id)
  const limits = strategies !== undefined || vantage !== undefined
  const isKept = ([of, id]: readonly [string, string]) => {
    if (of === 'scenario') return scenarios === undefined || !isOut(study.scenarios, id)
    return (of !== 'chosen' && of !== 'rival') || !limits || !isOut(study.strategies, id)
  }
  // What is not read stays, to be named.
  return { ...study, sight: Object.fromEntries(Object.entries(study.sight).filter(isKept)) }
}

/**
 * What a list of ids means: the study's own where it has one, else the model's.
 *
 * @param all what `all` stands for, beside what the study added
 * @throws if neither has it: what a file may still name, nobody types
 */
function chosen<E extends { readonly id: string }>(
  what: string,
  list: string | undefined,
  own: readonly (string | E)[],
  known: readonly { readonly id: string }[],
  all = known,
): readonly (string | E)[] {
  if (list === undefined) return own
  if (list === 'all') {
    const added = own.filter((entry) => !known.some(({ id }) => id === idOf(entry)))
    return [...all.map(({ id }) => find(id, own)), ...added]
  }
  return list.split(',').map((typed) => {
    const id = typed.trim()
    if (!own.some((entry) => idOf(entry) === id)) oneOf(what, id, known)
    return find(id, own)
  })
}

function find<E extends { readonly id: string }>(
  id: string,
  own: readonly (string | E)[],
): string | E {
  return own.find((entry) => idOf(entry) === id) ?? id
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
