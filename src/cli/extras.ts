import { link } from './link.ts'
import { bridgeExtra } from './bridge.ts'
import type { ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { informationExtra } from './information.ts'
import { matrix } from './matrix.ts'
import { strategyTable } from './strategy-table.ts'
import { flips } from './flips.ts'
import { frontier } from './frontier.ts'
import { map } from './map.ts'
import { driversExtra } from './drivers.ts'
import { rules } from './rules.ts'
import { signpostsExtra } from './signposts.ts'

/** What an option adds to a report: text below it, and entries of the file. */
export interface ExtraReport {
  readonly text: string
  readonly json?: Readonly<Record<string, unknown>>
}

/** Works out what an option asks for, once the study has been run. */
export type ExtraWork = (runner: Runner, results: RunResults) => Promise<ExtraReport>

/** An option that asks for more than the table of results. */
export interface Extra {
  /** Its name without the dashes. */
  readonly option: string
  /** What it takes, in capitals; nothing for a flag. */
  readonly takes?: string
  /** Whether it may stand without what it takes, which is then empty. */
  readonly mayBeBare?: boolean
  /** A line or more of the usage, up to 70 characters each. */
  readonly usage: readonly string[]
  /**
   * Reads what was typed before anything is run.
   *
   * @param given what was typed for other options
   * @throws in one line that says what was expected and what came
   */
  readonly prepare: (
    study: ResolvedStudy,
    typed: string,
    given?: { readonly scenarios?: string; readonly of?: string; readonly method?: string },
  ) => ExtraWork
}

/** In the order of the usage. One more is a file and a line here. */
export const extras: readonly Extra[] = [
  matrix,
  strategyTable,
  map,
  frontier,
  driversExtra,
  flips,
  informationExtra,
  rules,
  signpostsExtra,
  link,
  bridgeExtra,
]
