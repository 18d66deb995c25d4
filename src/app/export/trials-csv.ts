import type { Dossier } from '../../dossier/dossier.ts'
import { csvWords } from './csv.ts'
import type { FileMade } from './formats.ts'
import { tableName, trialTable, type TrialColumn } from './trials-table.ts'
import { turns } from './turns.ts'

/** Cells written before others may have a turn. */
const PIECE = 10_000

/** A row a future: its number, inputs, and outcomes of each strategy; in full, as dot-decimal numbers. */
export async function write(all: Dossier): Promise<FileMade> {
  const table = await trialTable(all)
  const { trials, columns } = table
  const { signal, onProgress } = all.options
  const turn = turns(signal)
  const head = ['future', ...columns.map(({ name }) => csvWords(name))].join(',')
  const cells = columns.map(cellOf)
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(`${head}\r\n`)]
  const rows = Math.max(1, Math.floor(PIECE / columns.length))
  for (let from = 0; from < trials; from += rows) {
    let text = ''
    for (let trial = from; trial < Math.min(trials, from + rows); trial++) {
      text += trial
      for (const cell of cells) text += `,${cell(trial)}`
      text += '\r\n'
    }
    pieces.push(encoder.encode(text))
    onProgress?.(from / trials)
    await turn()
  }
  return { name: tableName(table), content: joined(pieces) }
}

/** What stands in a column; numbers in as many digits as give them back. */
function cellOf({ values, states, kind }: TrialColumn): (trial: number) => string | number {
  if (kind !== 'category') return (trial) => values[trial]
  const words = states.map(csvWords)
  return (trial) => words[values[trial]]
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
