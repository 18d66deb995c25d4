// `npm run record`: writes down the numbers that tests compare with.
import { pathToFileURL } from 'node:url'
import { bundleForNode, ensureBundle } from './bundle.mjs'
import { at } from './paths.mjs'

await ensureBundle()
await bundleForNode({ record: 'test/record/record.ts' }, at('build'))
await import(pathToFileURL(at('build', 'record.js')).href)
