import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ensure } from './ensure.mjs'
import { licenceText, packagesIn } from './licences.mjs'
import { at, root } from './paths.mjs'

const MODULE = 'virtual:handout'
const made = at('build', 'handout', 'handout.html')

/**
 * `import html from 'virtual:handout'` gives the page of a handout as one text, in which nothing but its
 * data is missing: built when it is first wanted, and again only if changed.
 *
 * @returns {import('vite').Plugin}
 */
export function handout() {
  return {
    name: 'handout',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null
      await ensureHandout()
      return `export default ${JSON.stringify(readFileSync(made, 'utf8'))}`
    },
  }
}

/** The page of a handout in `build/`, built again only if changed. */
async function ensureHandout() {
  const plumbing = ['.ci/handout.mjs', '.ci/licences.mjs']
  const sources = ['src', 'package.json', 'package-lock.json', ...plumbing]
  await ensure('page of a handout', made, sources, async () => {
    const page = pageOf(await bundled())
    mkdirSync(dirname(made), { recursive: true })
    writeFileSync(made, page)
  })
}

/** Its script and style, each in one piece with nothing outside it, and the terms of what is in them. */
async function bundled() {
  const [{ build }, { svelte }] = await Promise.all([
    import('vite'),
    import('@sveltejs/vite-plugin-svelte'),
  ])
  const found = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      cssCodeSplit: false,
      // Fonts go into the style.
      assetsInlineLimit: 1e6,
      modulePreload: false,
      rolldownOptions: {
        input: at('src', 'handout', 'main.ts'),
        // It has no address of its own, and is built while another build waits.
        checks: { emptyImportMeta: false, pluginTimings: false },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })
  const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([found].flat())
  let [script, style] = ['', '']
  const packages = packagesIn(output)
  for (const file of output) {
    if (file.type === 'chunk') script += file.code
    else if (file.fileName.endsWith('.css')) style += String(file.source)
    else throw new Error(`a handout is one file, and its build made ${file.fileName} beside it`)
  }
  return { script, style, terms: licenceText(packages) }
}

/**
 * The page around them, with places for its title, for what is read where no script runs, and for its
 * data. It may load nothing: its rules for the browser name its own script alone.
 *
 * @param {{ script: string, style: string, terms: string }} parts
 */
function pageOf({ script, style, terms }) {
  // What ends a script ends it in a text of the script too.
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim()
  const hash = createHash('sha256').update(code).digest('base64')
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title><!--title--></title>
<style>${style.replaceAll('</style', '<\\/style').trim()}</style>
</head>
<body>
<div id="handout"><!--words--></div>
<script type="application/json" id="data"><!--data--></script>
<script type="text/plain" id="licences">${terms.replaceAll('</', '<\\/')}</script>
<script>${code}</script>
</body>
</html>
`
}
