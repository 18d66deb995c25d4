import { assumptions, labelOf } from '../study/model.ts'
import { count, listed } from '../words/index.ts'

/** Members of a group that are named. */
const MOST = 8

/** What a bar is of, by the ids of what it stands for: the question one answers, or the names of several. */
export function aboutWords(members: readonly string[]): string {
  if (members.length === 1) return assumptions.find(({ id }) => id === members[0])?.question ?? ''
  const names = members.map(labelOf)
  if (names.length <= MOST) return names.length === 0 ? '' : `Taken together: ${listed(names)}.`
  return `Taken together: ${listed([...names.slice(0, MOST), `${count(names.length - MOST)} more`])}.`
}

/** Whether it happens or does not. */
export function isEvent(id: string): boolean {
  return assumptions.find((one) => one.id === id)?.role === 'event'
}
