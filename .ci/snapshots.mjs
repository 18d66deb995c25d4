import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'

const folder = at('test', 'gallery', 'snapshots')

/** The window that charts are drawn in: room for the widest, also beside a bar to scroll. */
export const snapshotWindow = {
  viewport: { width: 1600, height: 900 },
  colorScheme: /** @type {const} */ ('light'),
  reducedMotion: /** @type {const} */ ('reduce'),
}

/**
 * Every chart of an opened gallery, drawn anew.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} address of the built gallery
 * @returns {Promise<Record<string, string>>} the text of an SVG file by the chart's id
 */
export async function drawSnapshots(page, address) {
  await page.goto(address)
  await page.locator('body[data-done]').waitFor()
  return page.evaluate(() => /** @type {any} */ (window).snapshots())
}

/** @returns {Record<string, string>} the snapshots in the repository by the chart's id */
export function keptSnapshots() {
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.svg$/, ''), readFileSync(join(folder, file), 'utf8')]),
  )
}

/** @param {Record<string, string>} drawn takes the place of all snapshots in the repository */
export function keepSnapshots(drawn) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [id, text] of Object.entries(drawn)) writeFileSync(join(folder, `${id}.svg`), text)
}

/**
 * What differs between charts as they were and as they are, in words.
 *
 * @param {Record<string, string>} kept
 * @param {Record<string, string>} drawn
 * @returns {string[]} a line per chart; none if all are the same
 */
export function changedSnapshots(kept, drawn) {
  const ids = [...new Set([...Object.keys(kept), ...Object.keys(drawn)])].sort()
  return ids.flatMap((id) => {
    if (!(id in kept)) return [`${id}: drawn, and there is no snapshot of it`]
    if (!(id in drawn)) return [`${id}: a snapshot of no chart`]
    if (kept[id] === drawn[id]) return []
    const [before, after] = [kept[id].split('\n'), drawn[id].split('\n')]
    const line = after.findIndex((text, index) => text !== before[index])
    const number = line < 0 ? after.length : line
    return [`${id}, line ${number + 1}: was ${before[number]?.trim()}, is ${after[number]?.trim()}`]
  })
}
