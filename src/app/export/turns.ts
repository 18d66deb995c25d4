/** Milliseconds that work may hold the thread before others have a turn. */
const LONGEST = 12

/**
 * Takes turns with the page: to be awaited between small pieces of long work.
 *
 * @returns gives the thread a turn where one is due
 * @throws (when awaited) the signal's reason if aborted
 */
export function turns(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < LONGEST) return
    await oneTurn()
    signal?.throwIfAborted()
    since = performance.now()
  }
}

/** A timer would wait, for long where the page is in the background. */
function oneTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
