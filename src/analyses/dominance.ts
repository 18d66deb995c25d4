/** How good something is in two respects, and whether it keeps within limits. */
export interface Score {
  /** The more, the better, in both. */
  readonly objectives: readonly [number, number]
  /** 0 where every limit is met; else by how much they are passed, taken together. */
  readonly excess: number
}

interface Scored {
  readonly score: Score
}

/** Whether one is at least as good in both respects and better in one, among those that meet the limits. */
export function dominates({ objectives: [a, b] }: Score, { objectives: [c, d] }: Score): boolean {
  return a >= c && b >= d && (a > c || b > d)
}

/** Whether one is to be preferred: what meets limits to what does not, less excess to more, else what dominates. */
export function isBetterThan(one: Score, other: Score): boolean {
  if (one.excess !== other.excess) return one.excess < other.excess
  return dominates(one, other)
}

/** Those that no other dominates; of equal ones the first. */
export function nonDominated<T extends Scored>(all: readonly T[]): T[] {
  const byFirst = all
    .map((one, at) => ({ one, at }))
    .sort((a, b) => {
      const [p, q] = [a.one.score.objectives, b.one.score.objectives]
      return q[0] - p[0] || q[1] - p[1] || a.at - b.at
    })
  let best = -Infinity
  const kept = new Set<number>()
  for (const { one, at } of byFirst) {
    const [, second] = one.score.objectives
    if (second > best) {
      kept.add(at)
      best = second
    }
  }
  return all.filter((_, at) => kept.has(at))
}

/** From the best to the worst: front after front, and within one those that stand apart from others first. */
export function ranked<T extends Scored>(all: readonly T[]): T[] {
  const found: T[] = []
  let rest = all.filter(({ score }) => score.excess === 0)
  while (rest.length > 0) {
    const front = nonDominated(rest)
    const members = new Set(front)
    found.push(...byCrowding(front))
    rest = rest.filter((one) => !members.has(one))
  }
  const beyond = all
    .filter(({ score }) => score.excess > 0)
    .sort((a, b) => a.score.excess - b.score.excess)
  return [...found, ...beyond]
}

/** The ends of a front first, then those whose neighbours are furthest apart. */
function byCrowding<T extends Scored>(front: readonly T[]): T[] {
  const room = new Map<T, number>(front.map((one) => [one, 0]))
  for (const axis of [0, 1] as const) {
    const sorted = [...front].sort((a, b) => a.score.objectives[axis] - b.score.objectives[axis])
    const at = (i: number) => sorted[i].score.objectives[axis]
    const span = at(sorted.length - 1) - at(0)
    sorted.forEach((one, i) => {
      const isEnd = i === 0 || i === sorted.length - 1
      const gap = isEnd ? Infinity : span > 0 ? (at(i + 1) - at(i - 1)) / span : 0
      room.set(one, (room.get(one) ?? 0) + gap)
    })
  }
  return [...front].sort((a, b) => {
    const [p, q] = [room.get(a) ?? 0, room.get(b) ?? 0]
    return p === q ? 0 : q - p
  })
}
