import { ensureBundle } from '../.ci/bundle.mjs'

/**
 * Tests of the command line and of Node workers run the bundle that `npm run simulate` runs. Where
 * it cannot be built those tests fail, by asking for it again; the others still run.
 */
export default async function setup(): Promise<void> {
  try {
    await ensureBundle()
  } catch (error) {
    console.error(error)
  }
}
