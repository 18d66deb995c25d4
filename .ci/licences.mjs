import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const LICENCES = 'licences.txt'

/**
 * The folder of the package that a module comes from; null for the project's own and for what the
 * build makes up.
 *
 * @param {string} module its id: a path, perhaps after a mark and before a question
 */
function packageOf(module) {
  const file = module.replace(/^\0/, '').replace(/\?.*$/, '')
  if (!file.includes('/node_modules/')) return null
  for (let folder = dirname(file); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
    const about = join(folder, 'package.json')
    // Some packages have a bare one in each of their folders.
    if (existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version) return folder
  }
  return null
}

/**
 * What a package is, and the terms under which it is passed on.
 *
 * @param {string} folder
 * @throws if it has no licence or no text of one: then somebody has to look
 */
function termsOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = textOf(folder)
  if (!license || !text) throw new Error(`${name} ${version} is bundled and has no licence to give`)
  return { name: String(name), head: `${name} ${version}: ${license}`, text }
}

/**
 * A licence's own file, or what a package's description ends with under that heading.
 *
 * @param {string} folder
 */
function textOf(folder) {
  const files = readdirSync(folder)
  const own = files.find((one) => /^licen[cs]e/i.test(one))
  if (own) return readFileSync(join(folder, own), 'utf8').trim()
  const about = files.find((one) => /^readme/i.test(one))
  const found =
    about && /^#*\s*licen[cs]e\b.*\n[-=]*\n([^]+)/im.exec(readFileSync(join(folder, about), 'utf8'))
  return found ? found[1].trim() : null
}

/** @param {Iterable<string>} folders of packages */
export function licenceText(folders) {
  const all = [...folders].map(termsOf).sort((a, b) => (a.name < b.name ? -1 : 1))
  const line = '-'.repeat(80)
  return [
    'Stakes is passed on under the MIT licence. In its built page stand parts of these packages, each under',
    'its own terms, which follow.',
    '',
    ...all.map(({ head }) => head),
    ...all.flatMap(({ head, text }) => ['', line, head, line, '', text]),
    '',
  ].join('\n')
}

/** Packages that stand inside the one file of another, where no module tells of them. */
const inside = { jszip: ['pako', 'lie', 'immediate', 'setimmediate'] }

/**
 * Folders of the packages of which something is in a bundle.
 *
 * @param {Iterable<{ type: string, modules?: Record<string, { renderedLength: number }> }>} files
 */
export function packagesIn(files) {
  /** @type {Set<string>} */
  const folders = new Set()
  for (const { modules = {} } of files) {
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      // Of a style nothing is left among the scripts, nor of what nobody uses.
      if (renderedLength > 0 || /\.css(\?|$)/.test(id)) folders.add(packageOf(id) ?? '')
    }
  }
  folders.delete('')
  for (const [outer, inner] of Object.entries(inside)) {
    const folder = [...folders].find((one) => one.endsWith(`/node_modules/${outer}`))
    if (folder) for (const one of inner) folders.add(join(dirname(folder), one))
  }
  return folders
}

/**
 * Writes the licences of all that is bundled beside the built page; workers are built apart, by
 * `inWorkers`.
 *
 * @returns {{ page: import('vite').Plugin, inWorkers: () => import('vite').Plugin }}
 */
export function licences() {
  /** @type {Set<string>} */
  const folders = new Set()
  /** @param {Record<string, { type: string, modules?: Record<string, { renderedLength: number }> }>} bundle */
  const note = (bundle) => {
    for (const folder of packagesIn(Object.values(bundle))) folders.add(folder)
  }
  return {
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        note(bundle)
        this.emitFile({ type: 'asset', fileName: LICENCES, source: licenceText(folders) })
      },
    },
    inWorkers: () => ({
      name: 'licences-of-workers',
      generateBundle(_options, bundle) {
        note(bundle)
      },
    }),
  }
}
