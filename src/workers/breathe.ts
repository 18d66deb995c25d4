const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()
// In Node an open port would keep the process alive for ever.
const unref = (port: object) => {
  if ('unref' in port && typeof port.unref === 'function') port.unref()
}
unref(port1)
unref(port2)

/**
 * Gives the thread one turn, so that messages (a cancel above all) are heard. A MessageChannel turn
 * costs microseconds; microtasks would starve messages and timers cost 4 ms.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    port2.postMessage(null)
  })
}
