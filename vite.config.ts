import { svelte } from '@sveltejs/vite-plugin-svelte'
import { marked } from 'marked'
import { defineConfig, type Plugin } from 'vite'

/** `import html from './page.md'` gives the page as HTML, rendered when Stakes is built. */
function markdown(): Plugin {
  return {
    name: 'markdown',
    async transform(code, id) {
      if (!id.endsWith('.md')) return null
      const html = await marked.parse(code)
      return { code: `export default ${JSON.stringify(html)}`, map: null, moduleType: 'js' }
    },
  }
}

export default defineConfig({
  // Relative addresses, so that the built page works under any path of a static host.
  base: './',
  // A missing file is a 404, not the page again: a worker that cannot load must be noticed.
  appType: 'mpa',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), markdown()],
  worker: { format: 'es' },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
})
