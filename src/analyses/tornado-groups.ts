import { meanOf } from '../engine/statistics/moments.ts'
import { analysis } from './analysis.ts'
import type { DriverBar } from './driver-bars.ts'
import { subjectNeeds } from './subject.ts'
import { byLength, targetOf, varies } from './tornado-bars.ts'
import { type DriverGroup, groupBar, type Known, knownOf } from './tornado-methods.ts'
import { LEAST, type TornadoRequest } from './tornado.ts'

interface TornadoGroupsRequest extends TornadoRequest {
  readonly groups: readonly DriverGroup[]
}

/** What moves an outcome, group by group: as the best guess of the outcome from a group’s members goes with it. */
export const tornadoGroups = analysis({
  needs: ({ subject, groups }: TornadoGroupsRequest, model) =>
    subjectNeeds(
      subject,
      model,
      groups.flatMap(({ members }) => members),
    ),
  *steps({ subject, method, groups }, given): Generator<number | void, readonly DriverBar[]> {
    const members = new Set(groups.flatMap((one) => one.members))
    return yield* groupsOf(knownOf(subject, given, members), method, groups)
  },
})

/** The same from columns. */
export function* groupsOf(
  { counted, outcome, beliefs, luck }: Known,
  method: TornadoRequest['method'],
  groups: readonly DriverGroup[],
): Generator<number | void, readonly DriverBar[]> {
  if (outcome.length < LEAST || !varies(outcome)) return []
  const target = targetOf(counted, outcome)
  const bars: DriverBar[] = []
  for (const group of groups) {
    const bar = yield* groupBar(target, group, [...beliefs, ...luck], method)
    if (bar) bars.push(bar)
  }
  return byLength(bars, meanOf(outcome))
}
