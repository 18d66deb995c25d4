import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'vite'
import { at, root } from './paths.mjs'

/**
 * To the same machine nothing is compressed, and what is named after its content is not asked for again.
 *
 * @param {string} folder
 * @returns {import('vite').Plugin}
 */
const near = (folder) => ({
  name: 'near',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      delete request.headers['accept-encoding']
      const [asset] = /^\/assets\/[\w.-]+/.exec(request.url ?? '') ?? []
      if (asset && existsSync(join(folder, asset))) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      }
      next()
    })
  },
})

/**
 * Serves a built folder; ends with the process.
 *
 * @param {string} outDir relative to the project's folder
 * @param {number} port
 */
export async function serve(outDir, port) {
  await preview({
    root,
    configFile: false,
    plugins: [near(at(outDir))],
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: at(outDir) },
    preview: { host: '127.0.0.1', port, strictPort: true },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => process.exit(0))
  }
}

// For the end-to-end tests: `node .ci/serve.mjs FOLDER PORT`.
if (process.argv[1] === at('.ci', 'serve.mjs')) {
  await serve(process.argv[2], Number(process.argv[3]))
}
