import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Before anything else runs: what is said on the console or thrown is noted in `window.said`. */
const watch = `<script>
window.said = []
for (const level of ['error', 'warn']) {
  const plainly = console[level]
  console[level] = (...all) => { window.said.push(all.map(String).join(' ')); plainly(...all) }
}
addEventListener('error', (event) => {
  const { src, href, tagName } = event.target ?? {}
  // Firefox says so of every script that is preloaded when it is there already.
  if (tagName === 'LINK') return
  window.said.push(event.message ?? 'not loaded: ' + (src ?? href))
}, true)
addEventListener('unhandledrejection', (event) => window.said.push('rejected: ' + event.reason))
</script>`

/**
 * Serves a built page that notes what goes wrong on it; for browsers that do not tell.
 *
 * @param {string} folder
 * @param {number} port
 */
export function serveWatched(folder, port) {
  const answer = async (
    /** @type {import('node:http').IncomingMessage} */ request,
    /** @type {import('node:http').ServerResponse} */ response,
  ) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const name = path === '/' ? '/index.html' : path
    try {
      const bytes = await readFile(join(folder, name))
      response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
      response.end(
        name === '/index.html' ? bytes.toString('utf8').replace('<head>', `<head>${watch}`) : bytes,
      )
    } catch {
      response.statusCode = 404
      response.end('Not found')
    }
  }
  const server = createServer((request, response) => void answer(request, response))
  return new Promise((resolve) => server.listen(port, 'localhost', () => resolve(server)))
}
