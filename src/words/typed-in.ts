import { modelSize, shownSize, wordsOfUnit } from './units.ts'
import { askOf, numberOf, PERCENT_HELP } from './typed-numbers.ts'
import { unitText, value } from './value.ts'
import { columnOf } from './pasted-numbers.ts'
import { hundredth } from './read-number.ts'

// What stands in the fields of a belief. A field writes its number as the page says it, without the
// words after it, in as few digits as read back as the same number; it reads all that the page writes.

/** What else is to be known of a unit, beside its fields. */
const notes: Readonly<Record<string, string>> = {
  'per year':
    'Compounded continuously: 10% a year makes 110.5 of 100 within a year, 60% makes 182.',
  'log points per unit of access':
    'How many times as likely customers choose a cloud that offers every model as the same cloud with none; 1x changes nothing.',
  'log odds': 'By how much the odds are multiplied: 2x makes 2 in 1 of 1 in 1; 1x changes nothing.',
  'log odds of loss': 'How many times lower the odds of a signature are; 1x changes nothing.',
  elasticity: 'At 1.5, a price 1% lower brings about 1.5% more new demand.',
}

/** Decimals that a logarithm is kept to when what it is of is typed in no more of them. */
const KEPT: Readonly<Record<'change' | 'fall' | 'times', number>> = { change: 4, fall: 4, times: 3 }
const MOST_DECIMALS = 17

/** A number of the model as it stands in a field. */
export function typedIn(x: number, unit: string): string {
  const words = wordsOfUnit(unit)
  if (words.logOf === undefined) return dressed(exactText(x, words.percent === true), unit)
  const size = shownSize(x, words) * (words.percent ? 100 : 1)
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const text = dressed(withoutZeros(size.toFixed(decimals)), unit)
    if (numberIn(text, unit) === x) return text
  }
  return dressed(String(size), unit)
}

/** The number of the model that a text in a field means; the text itself where it means none, or two. */
export function numberIn(text: string, unit: string): number | string {
  const words = wordsOfUnit(unit)
  const bare = bareText(text, unit)
  const read = numberOf(bare, { percent: words.percent })
  if (typeof read !== 'number') return text
  if (words.logOf === undefined) return read
  const decimals = decimalsIn(bare) + (words.percent ? 2 : 0)
  const x = modelSize(read, words)
  if (!Number.isFinite(x)) return text
  return Number(x.toFixed(Math.min(15, Math.max(KEPT[words.logOf], decimals)))) + 0
}

/** What to ask of a text that means two numbers; null where it means one or none. */
export function askIn(text: string, unit: string): string | null {
  return askOf(bareText(text, unit), { percent: wordsOfUnit(unit).percent })
}

/** What was read of a text that does not say its percent itself; null where nothing has to be said. */
export function readAs(text: string, unit: string): string | null {
  if (!wordsOfUnit(unit).percent || /[%p]/.test(bareText(text, unit))) return null
  const x = numberIn(text, unit)
  return typeof x === 'number' ? `Read as ${value(x, unit)}.` : null
}

/** How a number in a unit may be typed, and what its words mean; null where that goes without saying. */
export function typingHelp(unit: string): string | null {
  const { percent } = wordsOfUnit(unit)
  const said = unitText(unit)
  const parts = [
    said === '' ? '' : `In ${percent ? '% ' : ''}${said}.`,
    percent ? PERCENT_HELP : '',
    notes[unit] ?? '',
  ]
  return parts.filter(Boolean).join(' ') || null
}

/** Numbers that stand under each other in a field. */
export function columnIn(values: readonly number[], unit: string): string {
  return values.map((x) => typedIn(x, unit)).join('\n')
}

/**
 * The numbers of a column, in the unit of a belief; the first cell that is none stays a text, so that
 * it is named. One cell above 1 makes percent of all that do not say it.
 */
export function numbersIn(text: string, unit: string): (number | string)[] {
  const words = wordsOfUnit(unit)
  const cells = cellsOf(text)
  const isPlain = !words.percent && words.logOf === undefined && words.close === undefined
  if (isPlain && words.open === undefined) {
    const { values, bad } = columnOf(text)
    return bad.length === 0 ? [...values] : [...values, bad[0].text]
  }
  const bare = cells.filter((cell) => !/[%p]/.test(bareText(cell, unit)))
  const inPercent = words.percent && bare.some((cell) => Math.abs(Number(numberOf(cell))) > 1)
  return cells.map((cell) => {
    const says = !inPercent || !bare.includes(cell) || typeof numberOf(cell) !== 'number'
    return numberIn(says ? cell : `${cell.trim()}%`, unit)
  })
}

/** Numbers that were pasted, in the unit of a belief: percent where one of them is above 1 and none says so. */
export function pastedIn(values: readonly number[], text: string, unit: string): number[] {
  const words = wordsOfUnit(unit)
  const inPercent = words.percent && !text.includes('%') && values.some((x) => Math.abs(x) > 1)
  return values.map((x) => modelSize(inPercent ? hundredth(x) : x, words))
}

function cellsOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n|\t|;/).map((cell) => cell.trim())
  const cells = lines.length === 1 ? lines[0].split(/,?\s+/) : lines
  return cells.filter((cell) => cell !== '')
}

/** Without the words of the unit, with plain spaces, and without the signs a field puts around. */
function bareText(text: string, unit: string): string {
  const { close, spread } = wordsOfUnit(unit)
  const said = unitText(unit)
  let bare = text.replace(/[\u00A0\u202F\u2009]/g, ' ').trim()
  if (said !== '' && bare.endsWith(said)) bare = bare.slice(0, -said.length).trim()
  if (spread) bare = bare.replace(/^±\s*/, '')
  if (close) bare = bare.replace(/\s*[x×]$|^[x×]\s*/, '')
  return bare
}

function dressed(digits: string, unit: string): string {
  const { percent, open = '', close = '' } = wordsOfUnit(unit)
  const text = digits.replace(/^-/, '−')
  return (open ? text.replace(/^(−?)/, `$1${open}`) : text) + (percent ? '%' : close)
}

/** All digits a number has; in percent as few as read back as the same. */
function exactText(x: number, percent: boolean): string {
  if (!percent) return String(x)
  for (let digits = 12; digits < 17; digits++) {
    const text = String(Number((x * 100).toPrecision(digits)))
    if (numberOf(`${text}%`) === x) return text
  }
  return String(x * 100)
}

function decimalsIn(text: string): number {
  return /[.,](\d+)%?$/.exec(text)?.[1].length ?? 0
}

function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
