import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quiet } from './launch.mjs'
import { memo, root, say } from './paths.mjs'

/**
 * The package unpacks into the folder for temporary files and, to bring its own system libraries
 * along, must believe it runs in a cloud function.
 */
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium')
  process.stdout.write(await chromium.executablePath())
`

/**
 * A Chromium out of an npm package, for linux-x64: works without root and without system libraries.
 *
 * @returns {import('./launch.mjs').Browser[]}
 */
export function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const folder = memo('chromium')
  // What an interrupted unpacking left behind would be taken for whole.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  say('Unpacking @sparticuz/chromium …')
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', unpack],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 2],
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    },
  )
  if (status !== 0 || !existsSync(stdout)) return []
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
  return [
    {
      executablePath: stdout,
      args: [...quiet, '--no-zygote', '--in-process-gpu'],
      env: {
        LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
        FONTCONFIG_FILE: fontConfiguration(folder),
      },
    },
  ]
}

/** @param {string} folder @returns {string} a font configuration that knows the fonts in it */
function fontConfiguration(folder) {
  const fonts = [folder, '/usr/share/fonts', '/usr/local/share/fonts'].filter(existsSync)
  const file = join(folder, 'fonts.conf')
  const folders = fonts.map((font) => `  <dir>${font}</dir>`).join('\n')
  const cache = `  <cachedir>${join(folder, 'font-cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n` +
      `<fontconfig>\n${folders}\n${cache}\n</fontconfig>\n`,
  )
  return file
}
