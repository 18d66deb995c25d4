import { ensurePage } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { say } from './paths.mjs'
import { serve } from './serve.mjs'

/** @param {number} from */
async function serveFrom(from) {
  const port = await freePort(from)
  try {
    await serve('dist', port)
    return port
  } catch (error) {
    // Somebody took the port between looking and listening.
    if (!String(error).includes('already in use')) throw error
    return serveFrom(port + 1)
  }
}

try {
  await ensurePage()
  process.stdout.write(`Stakes: http://localhost:${await serveFrom(4173)}/\n`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
