const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
// In Node an open port keeps the process alive: it should while someone waits, and never else.
const hold: unknown = Reflect.get(port1, 'ref')
const release: unknown = Reflect.get(port1, 'unref')
port1.onmessage = () => {
  waiting.shift()?.()
  if (waiting.length === 0 && typeof release === 'function') release.call(port1)
}
if (typeof release === 'function') release.call(port1)

/**
 * Gives the thread one turn, so that messages (a cancel above all) are heard. A MessageChannel turn
 * costs microseconds; microtasks would starve messages and timers cost 4 ms.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.length === 0 && typeof hold === 'function') hold.call(port1)
    waiting.push(resolve)
    port2.postMessage(null)
  })
}
