import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.mjs'
import { found, patiently } from './found.mjs'

/**
 * Firefox without a window, by WebDriver BiDi.
 *
 * @returns {Promise<import('../engines.mjs').Engine | string>} or a sentence that says what is missing
 */
export async function openFirefox() {
  const command = found('firefox-esr', 'firefox')
  if (!command) {
    return 'Firefox is not on this machine: apt install firefox-esr (or, elsewhere, put firefox on the path).'
  }
  if (typeof WebSocket === 'undefined') {
    return 'Firefox is left out: to speak with it Node 22 or later is needed.'
  }
  const profile = mkdtempSync(join(tmpdir(), 'stakes-firefox-'))
  const port = await freePort(4800)
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    String(port),
  ]
  const browser = spawn(command, args, {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1440', MOZ_HEADLESS_HEIGHT: '900' },
  })
  const socket = /** @type {WebSocket} */ (
    await patiently(
      () =>
        new Promise((resolve, reject) => {
          const one = new WebSocket(`ws://127.0.0.1:${port}/session`)
          one.addEventListener('open', () => resolve(one))
          one.addEventListener('error', () => reject(new Error('Firefox does not answer')))
        }),
    )
  )
  const send = speaker(socket)
  const { capabilities } = await send('session.new', { capabilities: {} })
  const { contexts } = await send('browsingContext.getTree', {})
  const { context } = contexts[0]
  await send('browsingContext.setViewport', { context, viewport: { width: 1440, height: 900 } })
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    go: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error(`Firefox: ${exceptionDetails.text}`)
      return result.value ?? null
    },
    async picture() {
      const { data } = await send('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve))
      await send('browser.close', {}).catch(() => browser.kill())
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * Sends commands over a socket, and gives each its answer.
 *
 * @param {WebSocket} socket
 * @returns {(method: string, params: object) => Promise<any>}
 */
function speaker(socket) {
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
  const asked = new Map()
  let next = 1
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data))
    const one = asked.get(id)
    asked.delete(id)
    if (error) one?.reject(new Error(`Firefox: ${error}: ${message}`))
    else one?.resolve(result)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of asked.values()) reject(new Error('Firefox has gone'))
  })
  return (method, params) =>
    new Promise((resolve, reject) => {
      asked.set(next, { resolve, reject })
      socket.send(JSON.stringify({ id: next++, method, params }))
    })
}
