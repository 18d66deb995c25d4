import { spawn } from 'node:child_process'
import { freePort } from '../free-port.mjs'
import { found, patiently } from './found.mjs'

/**
 * WebKitGTK's small browser on a screen that nobody sees, by WebDriver.
 *
 * @returns {Promise<import('../engines.mjs').Engine | string>} or a sentence that says what is missing
 */
export async function openWebKit() {
  const driver = found('WebKitWebDriver')
  const screen = found('Xvfb')
  if (!driver || !screen) {
    const missing = [driver ? '' : 'webkit2gtk-driver', screen ? '' : 'xvfb'].filter(Boolean)
    return `WebKit is not on this machine: apt install ${missing.join(' ')}.`
  }
  const display = `:${80 + (process.pid % 900)}`
  const shown = spawn(screen, [display, '-screen', '0', '1600x1000x24'], { stdio: 'ignore' })
  const port = await freePort(4850)
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  }
  const spoken = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env })
  const end = () => {
    spoken.kill()
    shown.kill()
  }
  const root = `http://127.0.0.1:${port}`
  try {
    await patiently(() => fetch(`${root}/status`))
    const started = await send(`${root}/session`, {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } },
      },
    })
    const session = `${root}/session/${started.sessionId}`
    const { browserVersion } = started.capabilities
    await send(`${session}/window/rect`, { width: 1440, height: 900 }).catch(() => {})
    return {
      name: `WebKit ${browserVersion}`,
      go: (url) => send(`${session}/url`, { url }),
      evaluate: (expression) =>
        send(`${session}/execute/sync`, {
          script: `return (${expression.replace(/^void /, '')})`,
          args: [],
        }),
      async picture() {
        return Buffer.from(String(await send(`${session}/screenshot`)), 'base64')
      },
      async close() {
        await send(session, undefined, 'DELETE').catch(() => {})
        end()
      },
    }
  } catch (error) {
    end()
    const reason = error instanceof Error ? error.message : String(error)
    return `WebKit is there and could not be opened: ${reason}`
  }
}

/**
 * @param {string} address
 * @param {object} [body] asks where there is none
 * @param {string} [method]
 * @returns {Promise<any>}
 */
async function send(address, body, method = body ? 'POST' : 'GET') {
  const response = await fetch(address, {
    method,
    ...(body
      ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`)
  return value
}
