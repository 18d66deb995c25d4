import { commas, count, readPasted } from '../../words/index.ts'

/** Cells that are named; more are counted. */
const NAMED = 5

/** A column that was pasted, with what was answered where it can be read in several ways. */
export class Pasting {
  text = $state('')
  /** The column that was chosen, where there are several. */
  column = $state<number | 'all'>()
  #chosen = $state<string>()

  readonly pasted = $derived(readPasted(this.text, this.column))
  /** The reading that holds; null while it has to be asked for. */
  readonly reading = $derived(
    this.pasted.readings.find(({ id }) => id === this.#chosen) ?? this.pasted.reading,
  )

  /** What was read, in a sentence; null where nothing was. */
  get told(): string | null {
    if (this.reading === null || this.text.trim() === '') return null
    const { length } = this.reading.values
    const { header, columns } = this.pasted
    const numbers = `${count(length)} ${length === 1 ? 'number' : 'numbers'} read`
    if (header === null || columns.length > 0) return `${numbers}.`
    return `${numbers}; the first line, “${header.slice(0, 40)}”, is a header.`
  }

  /** Which cells were left out, in a sentence; null where none was. */
  get left(): string | null {
    const bad = this.reading?.bad ?? []
    if (bad.length === 0) return null
    const cells = bad.map(({ line, text }) => `line ${line} “${text.slice(0, 30)}”`)
    if (cells.length === 1) return `One cell is no number and is left out: ${cells[0]}.`
    const more = cells.length > NAMED ? ` and ${count(cells.length - NAMED)} more` : ''
    return `${count(cells.length)} cells are no numbers and are left out: ${commas(cells.slice(0, NAMED))}${more}.`
  }

  paste(text: string): void {
    this.text = text
    this.column = undefined
    this.#chosen = undefined
  }

  choose(reading: string): void {
    this.#chosen = reading
  }

  take(column: number | 'all'): void {
    this.column = column
    this.#chosen = undefined
  }
}
