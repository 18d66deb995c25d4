import type { Remote } from 'comlink'
import type { Service } from './service.ts'

/** A worker as the runner sees it. */
export interface Link {
  readonly remote: Remote<Service>
  /** Settles only by rejecting, once, when the worker has died or never loaded. */
  readonly lost: Promise<never>
  end(): void
}

/** The worker is gone; its work must be done again elsewhere. */
export class WorkerLost extends Error {
  constructor(reason: string) {
    super(`a calculation worker stopped: ${reason}`)
    this.name = 'WorkerLost'
  }
}

/** Awaits a worker's answer, or its end: a Comlink call to a dead worker would never settle. */
export function answerOf<T>(link: Link, call: Promise<T>): Promise<T> {
  return Promise.race([call, link.lost])
}

/** A promise that can be rejected from outside and is never reported as unhandled. */
export function lossOf(): { lost: Promise<never>; lose: (reason: string) => void } {
  let reject: (error: Error) => void = () => {}
  const lost = new Promise<never>((_resolve, refuse) => {
    reject = refuse
  })
  lost.catch(() => {})
  return { lost, lose: (reason) => reject(new WorkerLost(reason)) }
}
