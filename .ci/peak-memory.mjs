import { readFileSync } from 'node:fs'

/**
 * The most memory that a page's process has held so far, as Linux counts it: of several the largest.
 *
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<number | null>} in MB; null on other systems
 */
export async function peakMemory(browser) {
  if (process.platform !== 'linux') return null
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
  return Math.max(...peaks.map(Number)) / 1e3
}
