import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { at } from './paths.mjs'

/**
 * A file of the built page, as Vite's manifest tells of it.
 *
 * @typedef {{ file: string, imports?: string[], dynamicImports?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest
 */

const ENTRY = 'index.html'
const FIRST = 'src/app/views/answer/Answer.svelte'
/** The worker's own code, for a page that gets no worker: apart, as the worker is. */
const SPARE = 'src/workers/market-link.ts'
/**
 * What another screen is made of: the catalogue is the list on Beliefs; many cases and differences are
 * run by Compare and Futures; links are read and made when one is, and so are files; results are
 * verified and studies compared when one is opened.
 */
const OTHER_SCREEN =
  /^(_(catalogue|disagree)\.svelte|src\/(workers\/more-runs|app\/keep\/(link|sheet)-opener|study\/(link|verify)|app\/actions\/parts\/save|app\/export\/(?!formats)[^/]+|dossier\/.*)\.ts|src\/app\/views\/(?!answer\/|shell\/|what-if\/|print\/)[^/]+\/)/

/** The most the script may weigh, gzipped, in bytes; the worker is apart. */
export const most = { first: 121_000, all: 201_000 }

/**
 * What is loaded with some chunks, themselves among it.
 *
 * @param {Manifest} manifest
 * @param {string[]} from
 * @param {(chunk: Chunk) => string[]} next
 */
function reached(manifest, from, next) {
  const found = new Set(from)
  for (const id of found) {
    const chunk = manifest[id]
    if (!chunk) throw new Error(`the built page has no ${id}: name what replaced it in weight.mjs`)
    for (const other of next(chunk)) found.add(other)
  }
  return [...found].map((id) => manifest[id].file).filter((file) => file.endsWith('.js'))
}

/**
 * The scripts that are loaded before the first picture, and all that Answer may load.
 *
 * @param {Manifest} manifest
 */
export function scriptsOf(manifest) {
  const from = [ENTRY, FIRST]
  const here = (/** @type {string[]} */ ids) =>
    ids.filter((id) => id !== SPARE && !OTHER_SCREEN.test(id))
  return {
    first: reached(manifest, from, ({ imports = [] }) => imports),
    all: reached(manifest, from, ({ imports = [], dynamicImports = [] }) => [
      ...imports,
      ...here(dynamicImports),
    ]),
  }
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/**
 * @param {keyof typeof most} part
 * @param {number} bytes
 */
export function tooHeavy(part, bytes) {
  if (bytes <= most[part]) return []
  const when = part === 'first' ? 'before the first picture' : 'in all for Answer'
  return [`${kilobytes(bytes)} of script ${when}, gzipped: ${kilobytes(most[part])} are the most`]
}

/** Weighs the page in `dist/`; throws if it is too heavy. */
export async function weighPage() {
  const manifest = JSON.parse(readFileSync(at('dist', '.vite', 'manifest.json'), 'utf8'))
  const scripts = scriptsOf(manifest)
  const weight = (/** @type {string[]} */ files) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(at('dist', file))).length, 0)
  const [first, all] = [weight(scripts.first), weight(scripts.all)]
  process.stdout.write(
    `Script, gzipped: ${kilobytes(first)} before the first picture, ${kilobytes(all)} in all for Answer\n`,
  )
  const faults = [...tooHeavy('first', first), ...tooHeavy('all', all)]
  if (faults.length > 0) throw new Error(faults.join('; '))
}
