import { counted, listed, sentences } from '../words/index.ts'
import { labelsOf } from './choice-words.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** How a case of a file stands against itself run again. */
export interface CaseStanding extends Pick<CaseFile, 'strategy' | 'scenario'> {
  /** Whether its digest is the same, so that its futures are. */
  readonly isSameRun: boolean
  /** How many of its figures differ. */
  readonly moved: number
}

/** What some strategies or scenarios are called in a sentence. */
type Names = (ids: readonly string[]) => string

/**
 * What was changed, as far as digests tell: they are of the futures, which belong to the study, and
 * not of the figures beside them. Of what they leave open, both are named.
 *
 * @param standings every case that both have; digests can be compared
 */
export function causeWords(
  file: ResultsFile,
  now: ResultsFile,
  standings: readonly CaseStanding[],
): string {
  const others = standings.filter(({ isSameRun, moved }) => !isSameRun && moved > 0)
  return sentences([
    trialsWords(file, now),
    entriesWords(file, now),
    handWords(file, now, standings),
    others.length > 0 ? studyWords(now, standings, others) : null,
  ])
}

function trialsWords(file: ResultsFile, now: ResultsFile): string {
  return file.trials === now.trials
    ? ''
    : `Its study asks for ${counted(now.trials, 'future')} and it says that its figures stand on ${counted(file.trials, 'future')}.`
}

/** Strategies and scenarios that the study or the figures have alone. */
function entriesWords(file: ResultsFile, now: ResultsFile): string {
  const kinds = [
    ['strategy', 'strategies'],
    ['scenario', 'scenarios'],
  ] as const
  return sentences(
    kinds.flatMap(([one, many]) => {
      const ids = (of: ResultsFile) => [...new Set(of.cases.map((entry) => entry[one]))]
      const less = (a: readonly string[], b: readonly string[]) => a.filter((id) => !b.includes(id))
      const [bare, stray] = [less(ids(now), ids(file)), less(ids(file), ids(now))]
      const words = (of: readonly string[]) => (of.length === 1 ? one : many)
      return [
        bare.length > 0 ? `It has no figures of its study’s ${words(bare)} ${listed(bare)}.` : '',
        stray.length > 0
          ? `It has figures of the ${words(stray)} ${listed(stray)}, which its study has not.`
          : '',
      ]
    }),
  )
}

function handWords(
  file: ResultsFile,
  now: ResultsFile,
  standings: readonly CaseStanding[],
): string {
  const changed = standings.filter(({ isSameRun, moved }) => isSameRun && moved > 0)
  if (changed.length === 0) return ''
  const { strategies, scenarios } = namesIn(now)
  const figures = changed.reduce((sum, { moved }) => sum + moved, 0)
  const named = changed.map(
    ({ strategy, scenario }) => `${strategies([strategy])} in ${scenarios([scenario])}`,
  )
  const where = named.length <= 3 ? ` (${listed(named)})` : ''
  const were = figures === 1 ? 'A figure was' : `${counted(figures, 'figure')} were`
  const their = changed.length === 1 ? 'its case has the digest' : 'their cases have the digests'
  const unless =
    file.stakes === now.stakes
      ? ''
      : `, unless Stakes ${file.stakes}, which made the file, worked ${figures === 1 ? 'it' : 'them'} out in another way`
  return `${were} changed by hand${where}: ${their} of this study’s futures${unless}.`
}

/** Where futures are others, and what makes them so there and nowhere else. */
function studyWords(
  now: ResultsFile,
  standings: readonly CaseStanding[],
  others: readonly CaseStanding[],
): string {
  const names = namesIn(now)
  const ids = (of: readonly CaseStanding[], what: 'strategy' | 'scenario') => [
    ...new Set(of.map((one) => one[what])),
  ]
  const [allScenarios, scenarios] = [ids(standings, 'scenario'), ids(others, 'scenario')]
  const [all, found] = [ids(standings, 'strategy'), ids(others, 'strategy')]
  const study = 'Its study does not give its figures:'
  if (scenarios.length < allScenarios.length) {
    return `${study} futures are others in ${names.scenarios(scenarios)} alone, as after a change of beliefs that count nowhere else.`
  }
  const bare = found.filter((id) => !invests(now, id))
  if (bare.length > 0) {
    return `${study} futures are others also where nothing is invested, as after a change of beliefs, seed, sampling, number of futures, horizon or the date it is seen from.`
  }
  const investing = all.filter((id) => invests(now, id))
  const their = found.length === 1 ? 'its terms' : 'their terms'
  const them = found.length === 1 ? 'it' : 'them'
  if (found.length < investing.length) {
    return `${study} futures of ${names.strategies(found)} alone are others, as after a change of ${their}, or of a belief that counts for ${them} alone.`
  }
  return `${study} futures of ${names.strategies(found)} are others, as after a change of ${their}, or of beliefs that count only where something is invested.`
}

function invests({ study }: ResultsFile, id: string): boolean {
  return study.strategies.find((one) => one.id === id)?.levers['invest'] !== false
}

function namesIn(now: ResultsFile): { readonly strategies: Names; readonly scenarios: Names } {
  const { strategy, scenario } = labelsOf(now)
  const quoted = (label: (id: string) => string) => (ids: readonly string[]) =>
    listed(ids.map((id) => `“${label(id)}”`))
  return { strategies: quoted(strategy), scenarios: quoted(scenario) }
}
