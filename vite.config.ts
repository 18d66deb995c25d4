import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  // Relative addresses, so that the built page works under any path of a static host.
  base: './',
  // A missing file is a 404, not the page again: a worker that cannot load must be noticed.
  appType: 'mpa',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  worker: { format: 'es' },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
})
