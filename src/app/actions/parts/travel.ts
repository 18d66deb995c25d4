import type { AppState } from '../../state/app.svelte.ts'
import type { Travel } from '../../state/study.svelte.ts'

/** Says which step was undone or done again, or why it could not be. */
export function tellTravel({ notices }: AppState, what: string, travel: Travel | null): void {
  if (!travel) return
  const { name, problem } = travel
  if (problem) notices.warn(problem)
  else notices.mention(`${what}: ${name}`)
}
