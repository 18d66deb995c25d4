import { createServer } from 'node:net'

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} free, or the machine has no such address
 */
const free = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error && error.code === 'EADDRNOTAVAIL'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })

/**
 * The first port from `from` on that nobody listens on, on either kind of address.
 *
 * @param {number} from
 */
export async function freePort(from) {
  for (let port = from; port < 65536; port++) {
    // In turn: a test server on one address would spoil the test of another.
    const hosts = ['127.0.0.1', '::1', '0.0.0.0', '::']
    let all = true
    for (const host of hosts) all &&= await free(port, host)
    if (all) return port
  }
  throw new Error(`no free port from ${from} on`)
}
