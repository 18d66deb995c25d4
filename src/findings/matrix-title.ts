import { commas, count, counted, listed, value } from '../words/index.ts'
import {
  betterOf,
  cellAt,
  choiceInColumn,
  counting,
  isWhole,
  limitsFor,
  type MatrixFacts,
  type MatrixScenario,
  measureWords,
  unitOf,
  weighingWords,
  type ValuedChoice,
} from './matrix-facts.ts'
import { standingOf } from './best.ts'
import { less, sumIn } from './spread.ts'

/** Who is first in how many scenarios, and where that one is far behind. */
export function matrixTitle(given: MatrixFacts): string {
  const facts = { ...given, scenarios: counting(given.scenarios) }
  const { outcome, scenarios, found } = facts
  const columns = columnsOf(facts)
  if (columns.length === 0) return `${outcome.label} by strategy and scenario`
  if (outcome.better === 'neutral') return spanTitle(facts)
  const weighing = weighingWords(given.scenarios)
  const [{ choice: first, scenario }] = columns
  if (first.kind === 'alone') return `${first.top.label} is the only strategy that can be chosen`
  const { leads } = measureWords[facts.measure]
  if (columns.length === 1) return oneTitle(scenario, first, leads)
  const of = isWhole({ scenarios, found })
    ? `${counted(columns.length, 'scenario')}${weighing}`
    : `the ${counted(columns.length, 'scenario')} run so far`
  const { wins, most, leaders } = winsIn(columns)
  const { negligible } = limitsFor(facts)
  const enough = negligible ? ` by more than ${value(negligible, 'USD bn')}` : ''
  if (most === 0) return `In none of ${of} one strategy surely ${leads}${enough}`
  const other = [...wins.values()].reduce((sum, one) => sum + one, 0) - most * leaders.length
  const none = columns.length - most * leaders.length - other
  const rest = commas([
    other > 0 ? `another in ${count(other)}` : '',
    none > 0 ? `no single one in ${count(none)}` : '',
  ])
  const others = rest ? ` (${rest})` : ''
  if (leaders.length > 1) {
    return `${listed(leaders)} each ${plural(leads)} in ${count(most)} of ${of}${others}`
  }
  const times = most === columns.length ? `all ${of}` : `${count(most)} of ${of}`
  return `${leaders[0]} ${leads} in ${times}${others}${behindWords(facts, columns, leaders[0])}`
}

/** Strategies that the title speaks of first, by their labels; none where it names none. */
export function titleLeaders(given: MatrixFacts): readonly string[] {
  const facts = { ...given, scenarios: counting(given.scenarios) }
  const columns = columnsOf(facts)
  if (facts.outcome.better === 'neutral' || columns.length === 0) return []
  const [{ choice }] = columns
  return columns.length === 1 || choice.kind === 'alone'
    ? [choice.top.label]
    : winsIn(columns).leaders
}

interface Column {
  readonly scenario: MatrixScenario
  readonly choice: ValuedChoice
}

/** Which strategy is chosen in each scenario that has been run. */
function columnsOf(facts: MatrixFacts): Column[] {
  return facts.scenarios.flatMap((scenario) => {
    const choice = choiceInColumn(facts, scenario.id)
    return choice ? [{ scenario, choice }] : []
  })
}

/** How often each surely leads, and who does most often. */
function winsIn(columns: readonly Column[]) {
  const wins = new Map<string, number>()
  for (const { choice } of columns) {
    if (choice.kind === 'best') wins.set(choice.top.label, (wins.get(choice.top.label) ?? 0) + 1)
  }
  const most = Math.max(0, ...wins.values())
  const leaders = [...wins].filter(([, times]) => times === most).map(([label]) => label)
  return { wins, most, leaders }
}

/** Of several: they lead, they have. */
function plural(leads: string): string {
  return leads.replace(/^leads/, 'lead').replace(/^has/, 'have')
}

function oneTitle(scenario: MatrixScenario, choice: ValuedChoice, leads: string): string {
  const { top, equal, open, kind } = choice
  const where = `in “${scenario.label}”`
  if (kind === 'best') return `${top.label} ${leads} ${where}`
  const names = listed([top, ...open, ...equal].map(({ label }) => label))
  const isAhead = open.length > 0 && equal.length === 0 && open.every(({ isBehind }) => isBehind)
  if (isAhead) return `${top.label} ${leads} ${where}, perhaps by no more than is negligible`
  if (kind === 'open' && (equal.length > 0 || open.some(({ isBehind }) => isBehind))) {
    return `${top.label} is first ${where}, but not surely ahead of ${listed([...open, ...equal].map(({ label }) => label))} by more than is negligible`
  }
  return kind === 'equal'
    ? `${names} are about the same ${where}`
    : `${names} are not told apart ${where} with these trials`
}

/** Where who leads most often is surely behind most others, by more than is negligible. */
function behindWords(
  facts: MatrixFacts,
  columns: readonly { readonly scenario: MatrixScenario }[],
  leader: string,
): string {
  const { found, measure } = facts
  const spread = found.spreads[measure]
  const own = found.strategies.findIndex(({ label }) => label === leader)
  if (!spread || own < 0) return ''
  const sign = betterOf(facts) === 'lower' ? -1 : 1
  const limits = limitsFor(facts)
  const others = found.strategies.flatMap(({ isChoice }, at) =>
    isChoice && at !== own ? [at] : [],
  )
  const behind = columns.map(({ scenario }) => {
    const cell = (at: number) => cellAt(found, at, found.scenarios.indexOf(scenario.id))
    const leads = others.map((at) => sumIn(spread, less([[cell(at), 1]], [[cell(own), 1]], sign)))
    const clear = leads.filter((one) => one && standingOf(one, limits) === 'clear')
    const ahead = clear.filter((one) => one && one.value > 0).length
    const beaten = clear.length - ahead
    return { scenario, ahead, beaten }
  })
  const most = Math.max(...behind.map(({ ahead }) => ahead))
  if (most === 0) return ''
  const places = behind.filter(({ ahead }) => ahead === most)
  const [{ scenario, beaten }] = places
  const where = `in “${scenario.label}”${places.length > 1 ? ` and ${count(places.length - 1)} more` : ''}`
  if (most === others.length) return ` and is surely last ${where}`
  if (places.length === 1 && most === others.length - 1 && beaten === 1) {
    return ` and is last but one ${where}`
  }
  return ` and is behind ${count(most)} of ${count(others.length)} others ${where}`
}

/** Of what has no better side: from where to where it lies. */
function spanTitle(facts: MatrixFacts): string {
  const { outcome, found, measure, scenarios } = facts
  const places = scenarios.map(({ id }) => found.scenarios.indexOf(id)).filter((at) => at >= 0)
  const all = found.spreads[measure]?.values ?? []
  const values = places
    .flatMap((at) => found.strategies.map((_, strategy) => all[cellAt(found, strategy, at)]))
    .filter((one) => one !== null && one !== undefined)
  if (values.length === 0) return `${outcome.label} by strategy and scenario`
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const unit = unitOf(facts)
  const label = measureWords[measure].label
  return low === high
    ? `${outcome.label}, ${label.toLowerCase()}: ${value(low, unit)} everywhere`
    : `${outcome.label}, ${label.toLowerCase()}: from ${value(low, unit)} to ${value(high, unit)} over strategies and scenarios`
}
