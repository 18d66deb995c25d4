import { madeOnce } from './made-once.svelte.ts'
import type { Task, TaskOptions } from './task.svelte.ts'

/** Files that take long to write: one after another, so that none takes the place of another. */
export class Saving {
  /** What they are called, the one being written first. */
  names = $state.raw<readonly string[]>([])
  readonly label = $derived.by(() => {
    const [first, ...rest] = this.names
    const later = rest.map((name) => `“${name}”`).join(', ')
    return `Writing “${first}”${later ? `, then ${later}` : ''}`
  })
  #last: Promise<unknown> = Promise.resolve()

  constructor(private readonly task: Task) {}

  /**
   * Does one thing once all before it are done or were stopped.
   *
   * @returns what came of it; undefined if it was cancelled
   * @throws what the work throws
   */
  run<T>(name: string, work: (options: TaskOptions) => Promise<T>): Promise<T | undefined> {
    this.names = [...this.names, name]
    let stopped = () => {}
    const isStopped = new Promise<void>((resolve) => (stopped = resolve))
    const asked = this.#last.then(() =>
      this.task.run((options) => {
        options.signal.addEventListener('abort', stopped)
        return work(options)
      }),
    )
    const ended = asked.then(
      () => {},
      () => {},
    )
    // What was stopped may take a while to see it: the next one does not wait for that.
    this.#last = Promise.race([ended, isStopped]).then(() => {
      this.names = this.names.slice(1)
    })
    return asked
  }
}

export const savingOf = madeOnce(({ saving }) => new Saving(saving))
