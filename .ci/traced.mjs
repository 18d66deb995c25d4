// What the page's own thread was busy with, from the browser's trace.

/**
 * The tasks of the page's own thread above 1 ms while something is done, longest first.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<number[]>} in milliseconds
 */
export async function traced(browser, page, act) {
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'],
  })
  await act()
  /** @type {{ traceEvents: { name: string, pid: number, tid: number, dur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'))
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && main.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000)
    .filter((milliseconds) => milliseconds > 1)
    .sort((a, b) => b - a)
  if (tasks.length === 0) throw new Error('the trace has no task of the page: its names changed')
  return tasks
}
