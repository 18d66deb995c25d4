import { exp, log, normalCumulative, normalQuantile } from '../../../src/engine/math.ts'

export interface Library {
  readonly objectType: string
  readonly libraryType: string
  readonly globalVariables: readonly {
    readonly name: string
    readonly value: {
      readonly columns: readonly string[]
      readonly matrix: readonly {
        readonly row: string
        readonly col: string
        readonly value: number
      }[]
    }
  }[]
  readonly U01: {
    readonly rng: readonly { readonly name: string; readonly arguments: Record<string, number> }[]
    readonly copula: readonly {
      readonly arguments: { readonly rng: readonly string[] }
      readonly copulaLayer: readonly string[]
    }[]
  }
  readonly sips: readonly LibrarySip[]
  readonly metadata: {
    readonly leftOut: readonly { readonly label: string }[]
    readonly digest: string
  }
}

export interface LibrarySip {
  readonly name: string
  readonly ref: { readonly copulaLayer: string }
  readonly function: string
  readonly arguments: {
    readonly aCoefficients?: readonly number[]
    readonly lowerBound?: number
    readonly upperBound?: number
    readonly value?: readonly (readonly [number, number])[]
  }
  readonly metadata: Record<'mean' | 'std' | 'P10' | 'P50' | 'P90' | 'count', number> & {
    readonly label: string
    readonly fit: Record<'mean' | 'P10' | 'P50' | 'P90', number>
  }
}

/** Hubbard's counter-based generator, as ProbabilityManagement.org publishes it (HDR 2.0). */
function hdr(counter: number, { varId, entity, seed3, seed4 }: Record<string, number>): number {
  const top = 999999999999989
  const a =
    counter * 2499997 + varId * 1800451 + entity * 2000371 + seed3 * 1796777 + seed4 * 2299603
  const b =
    counter * 2246527 + varId * 2399993 + entity * 2100869 + seed3 * 1918303 + seed4 * 1624729
  const x = ((top % ((a % 7450589) * 4658 + 7450581)) * 383) % 99991
  const y = ((top % ((b % 7450987) * 7580 + 7560584)) * 17669) % 7440893
  return (((x * 7440893 + y * 1343) % 4294967296) + 0.5) / 4294967296
}

/** The value of a figure at a share, after Keelin (2016); a table’s is the first whose share is not below. */
export function valueAt(sip: LibrarySip, p: number): number {
  const { aCoefficients, lowerBound, upperBound, value = [] } = sip.arguments
  if (!aCoefficients) return (value.find(([share]) => share >= p) ?? value[value.length - 1])[1]
  const logit = log(p / (1 - p))
  const terms = aCoefficients.map((a, at) => {
    const k = at + 1
    if (k <= 4) return a * [1, logit, (p - 0.5) * logit, p - 0.5][at]
    let power = 1
    for (let i = 0; i < Math.floor((k - 1) / 2); i++) power *= p - 0.5
    return a * power * (k % 2 === 0 ? logit : 1)
  })
  const m = terms.reduce((sum, term) => sum + term, 0)
  if (lowerBound === undefined && upperBound === undefined) return m
  if (upperBound === undefined) return Number(lowerBound) + exp(m)
  if (lowerBound === undefined) return upperBound - exp(-m)
  return (lowerBound + upperBound * exp(m)) / (1 + exp(m))
}

/** Virtual trials of every figure of a library, by its generators and its copula. */
export function trialsOf(library: Library, count: number): Map<string, Float64Array> {
  const [{ value: matrix }] = library.globalVariables
  const [copula] = library.U01.copula
  const rows = matrix.columns.map(() => matrix.columns.map(() => 0))
  for (const { row, col, value } of matrix.matrix) {
    rows[matrix.columns.indexOf(row)][matrix.columns.indexOf(col)] = value
  }
  const lower = factor(rows)
  const seeds = copula.arguments.rng.map((name) => {
    const found = library.U01.rng.find((one) => one.name === name)
    if (!found) throw new Error(`there is no generator ${name}`)
    return found.arguments
  })
  const columns = new Map(library.sips.map(({ name }) => [name, new Float64Array(count)]))
  for (let i = 0; i < count; i++) {
    const scores = seeds.map((seed) => normalQuantile(hdr(i + 1, seed)))
    for (const sip of library.sips) {
      const layer = copula.copulaLayer.indexOf(sip.ref.copulaLayer)
      const z = lower[layer].reduce((sum, weight, k) => sum + weight * scores[k], 0)
      columns.get(sip.name)?.set([valueAt(sip, normalCumulative(z))], i)
    }
  }
  return columns
}

/** Cholesky’s factor of a matrix given below its diagonal. */
function factor(rows: readonly (readonly number[])[]): number[][] {
  const lower = rows.map((row) => row.map(() => 0))
  rows.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k]
      if (i === j && !(rest > 0)) throw new Error('the matrix is not positive definite')
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j]
    }
  })
  return lower
}
