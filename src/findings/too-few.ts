import { count } from '../words/index.ts'

/** That futures are too few for something, how many it takes, and how many there are. */
export function tooFew(what: string, least: number, counted: number): string {
  return `Too few futures to ${what}: it takes ${count(least)}, and ${count(counted)} ${counted === 1 ? 'counts' : 'count'}`
}
