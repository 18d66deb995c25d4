import { relative } from 'node:path'
import { root } from './paths.mjs'

// Single tests that are named below the figures of `npm test`, whatever else it printed.

/**
 * Unit tests that failed.
 *
 * @typedef {{ status: string, fullName: string }} Unit
 * @param {{ testResults: { name: string, status: string, assertionResults: Unit[] }[] }} report
 * @returns {string[]}
 */
export function toldUnits({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults: all }) => {
    const file = relative(root, name)
    const isUnloaded = status === 'failed' && all.length === 0
    const failed = all.filter((one) => one.status === 'failed')
    return [
      ...(isUnloaded ? [`failed: ${file} as a whole`] : []),
      ...failed.map(({ fullName }) => `failed: ${file} ${fullName}`),
    ]
  })
}

/**
 * End-to-end tests that failed, or passed at the second attempt alone.
 *
 * @typedef {{ title: string, file: string, line: number, tests: { status: string, projectName: string }[] }} Spec
 * @typedef {{ suites?: Suite[], specs?: Spec[] }} Suite
 * @param {Suite} report of a run, or a suite in it
 * @returns {string[]}
 */
export function toldEndToEnd({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ status, projectName }) => {
      const words = wordsOf(status)
      return words === null ? [] : [`${words}: ${file}:${line} ${title} (${projectName})`]
    }),
  )
  return [...own, ...suites.flatMap(toldEndToEnd)]
}

/** @param {string} status */
function wordsOf(status) {
  if (status === 'unexpected') return 'failed'
  return status === 'flaky' ? 'passed at the second attempt' : null
}
