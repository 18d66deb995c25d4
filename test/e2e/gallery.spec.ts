import { expect, test, tooWide, violationsInBoth } from './open.ts'

const gallery = `http://127.0.0.1:${process.env['STAKES_GALLERY_PORT']}/`

test('charts draw hard data without a break, inside their frames', async ({ page }, {
  project,
}) => {
  await page.goto(gallery)
  await page.locator('body[data-done]').waitFor()
  const entries = page.locator('[data-entry]')
  expect(await entries.count()).toBeGreaterThan(15)
  const faults = await entries.evaluateAll((all) =>
    all.flatMap((entry) => {
      const id = entry.getAttribute('data-entry')
      const drawings = [...entry.querySelectorAll('svg')]
      const drawn = drawings.length === 0 ? [`${id}: nothing is drawn`] : []
      const broken = /NaN|undefined|Infinity/.test(entry.innerHTML)
        ? [`${id}: a broken figure`]
        : []
      const cut = drawings.flatMap((svg) => {
        const frame = svg.getBoundingClientRect()
        return [...svg.querySelectorAll('text')].flatMap((text) => {
          const box = text.getBoundingClientRect()
          if (box.width === 0) return []
          const out = Math.max(frame.left - box.left, box.right - frame.right)
          return out > 1.5 ? [`${id}: “${text.textContent}” is cut by ${out.toFixed(0)} px`] : []
        })
      })
      return [...drawn, ...broken, ...cut]
    }),
  )
  expect(faults).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  // The same charts in a narrow window have the same names and colours.
  if (project.name === 'desktop') expect(await violationsInBoth(page)).toEqual([])
})
