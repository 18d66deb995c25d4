import { ensureBundle } from '../.ci/bundle.mjs'

/**
 * Tests of the command line and of Node workers run bundles. Where these cannot be built those tests
 * fail, by asking for them again; the others still run.
 */
export default async function setup(): Promise<void> {
  try {
    await ensureBundle()
  } catch (error) {
    console.error(error)
  }
}
