import { answerOf, type Link, WorkerLost } from './link.ts'

/** How long a worker may take to load before it counts as failed, in milliseconds. */
const PATIENCE = 20_000

/** A fixed number of workers; one that dies is replaced, as long as that helps. */
export class Pool {
  private readonly links: (Link | null)[]
  private readonly starts: (Promise<Link> | null)[]
  private readonly loading = new Set<Link>()
  private losses = 0
  private ended = false
  private readonly loaded = new Set<number>()
  private spare: Promise<Link> | null = null
  private onSpare = false

  /**
   * @param make starts a worker
   * @param makeSpare does the work without a worker, where none can be had
   */
  constructor(
    private readonly make: () => Link,
    readonly size: number,
    private readonly makeSpare?: () => Promise<Link>,
  ) {
    this.links = Array.from({ length: size }, () => null)
    this.starts = Array.from({ length: size }, () => null)
  }

  /**
   * The worker at a place, started if it is not there.
   *
   * @throws an error in words if it cannot be loaded, or too many have died
   */
  at(place: number): Promise<Link> {
    if (this.ended) return Promise.reject(shutDown())
    return (this.starts[place] ??= this.start(place))
  }

  /** Notes that the worker at a place is gone, so that the next `at` starts another. */
  lose(place: number, link: Link): void {
    if (this.links[place] !== link) return
    link.end()
    this.links[place] = null
    this.starts[place] = null
    this.losses++
  }

  /** Whether no worker could be had, so that the caller's own thread does the work. */
  get alone(): boolean {
    return this.onSpare
  }

  /** The workers that are there. */
  get present(): readonly Link[] {
    return this.links.filter((link) => link !== null)
  }

  /** Ends every worker, also those that are still loading. */
  end(): void {
    this.ended = true
    for (const link of [...this.links, ...this.loading]) link?.end()
  }

  private async start(place: number): Promise<Link> {
    if (this.losses > 3 * this.size) {
      throw new Error('calculation workers keep stopping; reload the page to try again')
    }
    let link: Link | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new WorkerLost('it did not load in time')), PATIENCE)
    })
    try {
      // A browser that forbids workers may say so at once.
      link = this.make()
      this.loading.add(link)
      await Promise.race([answerOf(link, link.remote.ready()), tooLong])
    } catch (error) {
      if (this.ended) throw shutDown()
      link?.end()
      if (this.makeSpare && this.loaded.size === 0) {
        return await this.useSpare(place, this.makeSpare)
      }
      this.starts[place] = null
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`the calculation could not start: ${reason}`, { cause: error })
    } finally {
      clearTimeout(timer)
      if (link) this.loading.delete(link)
    }
    if (this.ended) throw shutDown()
    this.loaded.add(place)
    this.links[place] = link
    return link
  }

  private async useSpare(place: number, makeSpare: () => Promise<Link>): Promise<Link> {
    this.spare ??= makeSpare()
    try {
      const link = await this.spare
      if (this.ended) throw shutDown()
      this.onSpare = true
      this.links[place] = link
      return link
    } catch (error) {
      this.spare = null
      this.starts[place] = null
      if (this.ended) throw shutDown()
      throw new Error('the calculation could not start; reload the page to try again', {
        cause: error,
      })
    }
  }
}

function shutDown(): Error {
  return new Error('the calculation has been shut down')
}
