import { ensureBundle } from '../.ci/bundle.mjs'

/** Tests of the command line and of Node workers run the bundle that `npm run simulate` runs. */
export default async function setup(): Promise<void> {
  await ensureBundle()
}
