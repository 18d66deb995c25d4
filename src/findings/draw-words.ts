import { quarterLabel, quarterNumber, value } from '../words/index.ts'
import { assumptions, properNames, vantages } from '../study/model.ts'
import { quarterOfEvent } from './event-times.ts'

/** What an event is called where it happens and where it does not, in the middle of a sentence. */
const eventWords: Readonly<Record<string, readonly [happens: string, not: string]>> = {
  aiCorrection: ['AI spending corrected', 'no correction of AI spending'],
  rightsReleased: ['Microsoft’s rights released', 'Microsoft’s rights not released'],
  conditionalPaid: ['the conditional part paid', 'the conditional part not paid'],
  anthropicConflict: ['Anthropic moving work away', 'Anthropic staying'],
  microsoftResponds: ['Microsoft cutting prices', 'Microsoft not cutting prices'],
  openaiDistress: ['OpenAI in distress', 'OpenAI not in distress'],
  gatekeeperDesignated: ['EU gatekeeper rules', 'no EU gatekeeper rules'],
}

/** What luck came to, by how the talks ended. */
const luckWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signingDraw: {
    collapsed: 'talks that came to nothing',
    blocked: 'a deal that was signed',
    pending: 'a deal that was signed',
    remedied: 'a deal that was signed',
    closed: 'a deal that was signed',
  },
  regulatorDraw: {
    blocked: 'a regulator who stepped in',
    remedied: 'a regulator who stepped in',
    pending: 'luck with the regulator',
    closed: 'no regulator in the way',
  },
  remedyDraw: { blocked: 'a finding that blocked it', remedied: 'a finding that left it standing' },
}

/** What low and high draws of luck are, after “where”: of a chance the low ones meet it. */
const sidesOfLuck: Readonly<Record<string, readonly [low: string, high: string]>> = {
  signingDraw: ['the talks go well', 'the talks go badly'],
  regulatorDraw: [
    'the regulator is inclined to step in',
    'the regulator is not inclined to step in',
  ],
  remedyDraw: ['the regulator’s finding is severe', 'the regulator’s finding is mild'],
}

/** What low and high draws of an input that is luck mean, after “where”; null for other inputs. */
export function luckSides(id: string): readonly [low: string, high: string] | null {
  const { role, label } = assumptions.find((one) => one.id === id) ?? {}
  if (role !== 'luck' || !label) return null
  const drawn = (way: string) => `the draw of “${label}” is ${way}`
  return sidesOfLuck[id] ?? [drawn('low'), drawn('high')]
}

/** Draws that say when an event comes, the event, and what it is called then. */
const timing: Readonly<Record<string, readonly [event: string, words: string]>> = {
  aiCorrectionYear: ['aiCorrection', 'the correction coming'],
  gatekeeperYear: ['gatekeeperDesignated', 'the rules coming'],
  openaiDistressYear: ['openaiDistress', 'distress coming'],
}

/** The event that a draw gives the time of; null for other draws. */
export function eventTimedBy(id: string): string | null {
  return timing[id]?.[0] ?? null
}

/** What a draw came to, in a few words for the middle of a sentence: OpenAI in distress in 2028. */
export function drawWords(
  id: string,
  inputs: Readonly<Record<string, number>>,
  { vantage, state }: { readonly vantage: string; readonly state: string },
): string {
  const belief = assumptions.find((one) => one.id === id)
  if (!belief) return id
  const x = inputs[id]
  const timed = timing[id]
  if (timed && inputs[timed[0]] === 1) {
    const quarter = quarterOfEvent(timed[0], inputs, vantage) ?? 0
    return `${timed[1]} in ${quarterWords(quarter, vantage).slice(0, 4)}`
  }
  if (belief.role === 'luck') return luckWords[id]?.[state] ?? inSentence(belief.label)
  if (belief.role !== 'event') return beliefWords(inSentence(belief.label), x, belief.unit)
  const [happens, not] = eventWords[id] ?? [`“${belief.label}”`, `“${belief.label}” not happening`]
  if (x !== 1) return not
  const quarter = quarterOfEvent(id, inputs, vantage)
  return quarter === null ? happens : `${happens} in ${quarterWords(quarter, vantage).slice(0, 4)}`
}

/** A belief and what was drawn of it: Return on OpenAI shares 9% a year. */
export function beliefWords(label: string, x: number, unit: string): string {
  const said = value(x, unit)
  const plain = multipleWords(said)
  // A multiple of something that the label says in a sentence of its own.
  return plain === said ? `${label} ${said}` : `“${label}” at ${plain}`
}

/** A multiple of odds or of a chance in plain words: 2.12x lower odds is odds 2.12 times lower. */
export function multipleWords(said: string): string {
  return said
    .replace(/^([\d.,]+)x lower odds$/, 'odds $1 times lower')
    .replace(/^([\d.,]+)x (?=the odds$|as likely)/, '$1 times ')
}

/** The name of a quarter of a run. */
export function quarterWords(quarter: number, vantage: string): string {
  const start = vantages.find(({ id }) => id === vantage)?.startQuarter ?? '2025Q3'
  return quarterLabel(quarterNumber(start) + quarter)
}

/** A label in the middle of a sentence; names keep their capital. */
function inSentence(label: string): string {
  const isName = [...properNames, ...NAMES].some((name) => label.startsWith(name))
  return isName ? label : label[0].toLowerCase() + label.slice(1)
}

const NAMES = ['Anthropic', 'Azure', 'EU', 'GPU', 'Inferentia', 'Nvidia', 'OpenAI', 'Trainium']
