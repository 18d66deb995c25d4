import type { DriverBar } from './driver-bars.ts'
import type { Places } from './driver-disagreements.ts'
import type { GivenMethod } from './tornado-bars.ts'

/** One that a method does not tell from chance: what it comes to, signed, and what the method would be sure of to either side. */
export interface Lost {
  readonly kind: 'lost'
  readonly by: GivenMethod
  readonly size: number
  readonly least: number
}

/**
 * Which of the methods that count an effect squared, or class by class, lose one that surely is there:
 * where averages at both ends differ so does some of the variance, and where ranks go together so does
 * the distribution. A coefficient shows neither: it is what is left beside other beliefs.
 */
export function lostBy({ swing, spearman, firstOrder, delta }: Places) {
  const by: ('firstOrder' | 'delta')[] = []
  if (firstOrder === null && swing !== null) by.push('firstOrder')
  if (delta === null && (swing !== null || spearman !== null)) by.push('delta')
  return by
}

/** Which of the others do not tell one that a swing or a rank correlation does. */
export function surelyLostBy(places: Places): GivenMethod[] {
  if (places.swing === null && places.spearman === null) return []
  return (['swing', 'spearman', 'regression'] as const).filter((by) => places[by] === null)
}

/** What a method makes of one that it does not tell, and from what on it would; none where it has no error. */
export function lostIn(by: Lost['by'], bar: DriverBar | undefined, beyond: number): Lost[] {
  if (!bar?.apart) return []
  const { size, apart, error } = bar
  // What is estimated below 0 is told as 0, and is no number of its errors.
  const one = size === 0 ? error : Math.abs(size) / apart
  return one ? [{ kind: 'lost', by, size, least: one * beyond }] : []
}
