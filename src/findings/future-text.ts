import { quarterWords } from './draw-words.ts'
import type { FutureStory } from './future-story.ts'

/** A future's story as lines of text, below its result. */
export function storyLines(
  { why, draws, moments }: Pick<FutureStory, 'why' | 'draws' | 'moments'>,
  vantage: string,
): string[] {
  return [
    ...(why ? [`  ${why}`] : []),
    ...draws.map(({ words, instead }) => `  ${words}. ${instead}`),
    ...moments.map(({ quarter, words }) => `  ${quarterWords(quarter, vantage)}  ${words}`),
  ]
}
