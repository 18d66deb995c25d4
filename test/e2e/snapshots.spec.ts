import {
  changedSnapshots,
  drawSnapshots,
  keptSnapshots,
  snapshotWindow,
} from '../../.ci/snapshots.mjs'
import { expect, test } from './open.ts'

const gallery = `http://127.0.0.1:${process.env['STAKES_GALLERY_PORT']}/`

test.use({ ...snapshotWindow, contextOptions: { reducedMotion: snapshotWindow.reducedMotion } })

test('every chart is drawn as its snapshot in test/gallery/snapshots has it', async ({ page }) => {
  const drawn = await drawSnapshots(page, gallery)
  expect(Object.keys(drawn).length).toBeGreaterThan(50)
  const hint = 'if that is meant, run `npm run gallery -- --update` and look at what changed'
  expect(changedSnapshots(keptSnapshots(), drawn), hint).toEqual([])
})

test('a changed, a missing and a stray snapshot are named', () => {
  const drawn = { a: '<svg>\n  <path d="M0,0"/>\n</svg>\n', b: '<svg/>\n' }
  expect(changedSnapshots(drawn, drawn)).toEqual([])
  expect(changedSnapshots({ a: '<svg>\n  <path d="M1,0"/>\n</svg>\n', c: '' }, drawn)).toEqual([
    'a, line 2: was <path d="M1,0"/>, is <path d="M0,0"/>',
    'b: drawn, and there is no snapshot of it',
    'c: a snapshot of no chart',
  ])
})
