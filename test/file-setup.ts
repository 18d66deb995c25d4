import fc from 'fast-check'
import { afterAll, vi } from 'vitest'

/** The same cases in every run: a failure that comes and goes belongs in a test of its own. */
fc.configureGlobal({ seed: 20_261_126 })

/** Files run one after another in one thread: what one puts in the place of a global ends with it. */
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})
