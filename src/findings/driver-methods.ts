import type { DriverMethod } from '../analyses/driver-bars.ts'

/** What is said of a way to measure what moves an outcome. */
export interface MethodWords {
  /** In a list to choose from. */
  readonly label: string
  /** What a bar is, as it goes on after the outcome’s name and a colon. */
  readonly measure: string
  /** What it sees and what not, in a sentence. */
  readonly about: string
  /** What a size is called at the head of a column. */
  readonly size: string
}

const words: Readonly<Record<DriverMethod, MethodWords>> = {
  swing: {
    label: 'Swing, lowest to highest tenth',
    measure: 'average where a belief is in its lowest tenth, and where it is in its highest',
    about:
      'Everything that goes with a belief moves along with it, as it does in the futures; an event counts where it does not happen and where it does.',
    size: 'Swing',
  },
  spearman: {
    label: 'Rank correlation',
    measure: 'how closely it rises or falls with each belief, from −1 to 1 (rank correlation)',
    about:
      'How closely, not how much: every future counts alike, however far out, and effects that bend back are missed.',
    size: 'Rank correlation',
  },
  regression: {
    label: 'Regression, standardised',
    measure:
      'by how many of its own usual spreads it is higher where a belief is higher by one of that belief’s, all others held where they are (standardised regression coefficient)',
    about:
      'A straight line in all beliefs at once: what another belief accounts for is taken out; bends and effects that depend on each other are missed.',
    size: 'Coefficient',
  },
  firstOrder: {
    label: 'Share of variance, alone',
    measure: 'part of its variance that goes with each belief (first-order Sobol’ index)',
    about: 'It sees bends of any kind; what a belief does only together with others is left out.',
    size: 'Share of variance',
  },
  delta: {
    label: 'Shift of the whole distribution',
    measure:
      'which part of its whole distribution moves, on average, once a belief is known, from 0 to 1 (Borgonovo’s δ)',
    about: 'It sees every effect, also on the spread alone, and has no direction.',
    size: 'δ',
  },
  oneAtATime: {
    label: 'One at a time, P10 to P90',
    measure: 'from the middle future, one belief moved from its P10 to its P90',
    about: 'For this, further futures are run; what beliefs do only together is left out.',
    size: 'Swing',
  },
  total: {
    label: 'Share of variance, with all else',
    measure: 'part of the variance that depends on a belief in some way (total Sobol’ index)',
    about: 'For this, further futures are run; what beliefs do together counts for each of them.',
    size: 'Share of variance',
  },
}

export function methodWords(method: DriverMethod): MethodWords {
  return words[method]
}
