// `npm run record`: writes down the numbers that tests compare with.
import { pathToFileURL } from 'node:url'
import { bundleForNode } from './bundle.mjs'
import { at } from './paths.mjs'

await bundleForNode({ record: 'test/record/record.ts' }, at('build'))
await import(pathToFileURL(at('build', 'record.js')).href)
