import { existsSync } from 'node:fs'
import { beliefsBridged, diffEffects, type Disagreement } from '../dossier/study-diff.ts'
import { textOf } from '../findings/finding.ts'
import { studyDiffFinding } from '../findings/study-diff.ts'
import type { DiffFacts } from '../findings/study-diff-facts.ts'
import { studyDiff } from '../study/diff.ts'
import { resolvedScenarios } from '../study/edits/resolved.ts'
import { idOf, NEGLIGIBLE, oneOf, type Opened, resolveStudy } from '../study/index.ts'
import { HEADLINE, market } from '../study/model.ts'
import { bridge } from '../workers/bridge.ts'
import type { Runner } from '../workers/runner.ts'
import { openFile, reasonOf } from './input.ts'
import { printed } from './table.ts'

/** What is asked: two files, and perhaps the scenario to look at. */
interface DiffAsked {
  readonly files: string
  readonly scenario?: string
}

/**
 * What two studies disagree on and what of it matters, as text and as what goes into a file.
 *
 * @throws in one line that says what was expected and what came
 */
export async function diffReport(
  runner: Runner,
  { files, scenario }: DiffAsked,
): Promise<{ readonly text: string; readonly json: object }> {
  const names = filesOf(files)
  const [mine, theirs] = names.map(openRunnable)
  const of = {
    mine: mine.study,
    theirs: theirs.study,
    entries: studyDiff(mine.study, theirs.study),
    scenario: scenarioOf(mine, scenario),
  }
  const effects = await diffEffects(runner, of)
  const facts: DiffFacts = {
    names: namesOf(mine, theirs),
    entries: of.entries,
    effects,
    bridge: await bridgeOf(runner, of, effects.on?.id),
    isOneDate: mine.study.vantage === theirs.study.vantage,
  }
  const { title, measure, caption, table } = studyDiffFinding(facts)
  const lines = [title, ...modelLines([mine, theirs]), measure, ...printed(table()), caption]
  return { text: `${lines.filter(Boolean).join('\n')}\n`, json: fileOf(facts, names) }
}

/** @throws with the file's name before why it cannot be read or run */
function openRunnable(file: string): Opened & { readonly file: string } {
  const opened = openFile(file)
  try {
    resolveStudy(opened.study)
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`, { cause: error })
  }
  return { file, ...opened }
}

/** A comma may also be part of a name: it is taken where both parts are files. */
function filesOf(typed: string): [string, string] {
  const places = Array.from(typed).flatMap((letter, at) => (letter === ',' ? [at] : []))
  const pairs = places.map((at): [string, string] => [
    typed.slice(0, at).trim(),
    typed.slice(at + 1).trim(),
  ])
  const found =
    pairs.find((pair) => pair.every((file) => existsSync(file))) ??
    pairs.find((pair) => pair.every(Boolean) && pairs.length === 1)
  if (!found) throw new Error(`--diff takes two files, as in mine.json,theirs.json; got ${typed}`)
  return found
}

function scenarioOf({ study }: Opened, typed: string | undefined): string {
  const offered = resolvedScenarios(study)
  if (typed !== undefined) {
    oneOf('--scenarios: with --diff one scenario of the first file', typed, offered)
    return typed
  }
  const first = study.scenarios.map(idOf).find((id) => offered.some((one) => one.id === id))
  return first ?? offered[0].id
}

/** By their names where those are not the same, else by their files. */
function namesOf(
  ...[mine, theirs]: readonly [Opened & { file: string }, Opened & { file: string }]
): DiffFacts['names'] {
  const isOne = mine.study.name === theirs.study.name
  const [a, b] = [mine, theirs].map(({ file, study }) => (isOne ? file : study.name))
  return { mine: a, theirs: a === b ? `${b}, again` : b }
}

/** Figures of a results file of another model are not looked at. */
function modelLines(opened: readonly (Opened & { readonly file: string })[]): string[] {
  return opened.flatMap((one) => {
    if (one.kind !== 'results') return []
    const { id, version } = one.results.model
    if (id === market.id && version === market.version) return []
    return [
      `${one.file} was made with ${id} ${version}: its study is run here with ${market.id} ${market.version}.`,
    ]
  })
}

async function bridgeOf(
  runner: Runner,
  of: Disagreement,
  best: string | undefined,
): Promise<DiffFacts['bridge']> {
  const between = best === undefined ? null : beliefsBridged(of, best)
  const negligible = of.mine.negligible ?? NEGLIGIBLE
  return between && bridge(runner, between, { outcome: HEADLINE, negligible })
}

function fileOf(facts: DiffFacts, files: readonly string[]): object {
  const { title, marks } = studyDiffFinding(facts)
  return {
    diff: {
      files,
      headline: title,
      scenario: facts.effects?.scenario,
      trials: facts.effects?.trials,
      entries: marks.map(({ entry, name, effect, estimate, on, choice, flips }) => {
        const { id, side, kind, mine, theirs } = entry
        const { value = null, error = null } = estimate ?? {}
        const found = facts.effects?.byEntry.get(id)
        return {
          id,
          side,
          kind,
          name,
          mine,
          theirs,
          effect: value,
          standardError: error,
          on,
          change: found?.kind === 'known' ? found.change : null,
          text: textOf(effect),
          choice,
          flips,
        }
      }),
    },
  }
}
