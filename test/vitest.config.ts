import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const report = process.env['STAKES_UNIT_REPORT']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  test: {
    include: ['test/unit/**/*.test.ts', 'test/properties/**/*.test.ts'],
    globalSetup: ['test/bundle-setup.ts'],
    setupFiles: ['test/seed-setup.ts'],
    testTimeout: 30_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report ? { outputFile: { json: report } } : {}),
    coverage: { provider: 'v8', include: ['src/**', 'models/**'] },
  },
})
