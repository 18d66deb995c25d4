/** One line of the benchmark. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What is aimed at: at most this, or at least this where `atLeast`. */
  readonly aim?: number
  readonly atLeast?: boolean
}

/** The shortest of several runs in milliseconds: the one least disturbed. */
export function best(times: number, run: () => void): number {
  let shortest = Infinity
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/** Milliseconds until a promise settles. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Rows as a table for a terminal. */
export function table(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length))
  const lines = rows.map(({ what, value, unit, aim, atLeast }) => {
    const figure = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(9)
    if (aim === undefined) return `  ${what.padEnd(width)} ${figure} ${unit}`
    const met = atLeast ? value >= aim : value <= aim
    const word = atLeast ? 'at least' : 'at most'
    return `  ${what.padEnd(width)} ${figure} ${unit.padEnd(3)} aim ${word} ${aim}${met ? '' : '  MISSED'}`
  })
  return [title, ...lines].join('\n')
}
