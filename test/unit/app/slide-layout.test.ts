import { expect, test } from 'vitest'
import { sentencesSize, typeIn } from '../../../src/app/views/present/slide-layout.ts'

/** Of a line, as a part of its type. */
const LEADING = 1.3

test('sentences below a chart leave it half of the window, whatever they are', () => {
  const [width, height] = [1440, 900]
  const type = typeIn(width, height)
  for (let many = 0; many <= 8; many++) {
    for (const length of [60, 140, 200]) {
      const all = Array.from({ length: many }, () => 'x'.repeat(length))
      const size = sentencesSize(all)
      const lines = all.reduce((sum, one) => sum + Math.ceil((one.length * size) / 95), 0)
      expect(lines * LEADING * size * type).toBeLessThan(height / 2)
      if (many <= 3 && length <= 140) expect(size).toBe(1)
    }
  }
})
