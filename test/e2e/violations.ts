import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

interface Rules {
  readonly runOnly: { readonly type: 'tag' | 'rule'; readonly values: string[] }
  readonly rules?: Record<string, { readonly enabled: boolean }>
}

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly {
      readonly target: readonly string[]
      readonly failureSummary?: string
    }[]
  }[]
}

declare global {
  interface Window {
    /** Of axe-core, what is used here. */
    axe: { run(where: object, how: object): Promise<Found> }
  }
}

/**
 * Rules of WCAG 2.2 AA that this page breaks, with the elements that do.
 *
 * @param part a selector: what a test has opened or changed; the whole page without it, which costs
 * seconds where it is long
 * @param without rules to leave out
 */
export function violations(
  page: Page,
  part?: string,
  without: readonly string[] = [],
): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  return brokenRules(page, part, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  })
}

/**
 * The same in light colours, and in dark ones of the rules that ask for colours, where rows of a kind
 * are alike. A narrow window has the colours of a wide one, and the long lists that take most of the
 * time.
 */
export async function violationsInBoth(page: Page, part?: string, isLong = false) {
  await page.emulateMedia({ colorScheme: 'light' })
  const isNarrow = (page.viewportSize()?.width ?? 0) < 600
  const light = await violations(page, part, isNarrow && isLong ? colourRules : [])
  if (isNarrow) return light
  await page.emulateMedia({ colorScheme: 'dark' })
  const runOnly = { type: 'rule' as const, values: colourRules }
  const dark = await brokenRules(page, part, { runOnly }, TAIL)
  return [...light, ...dark.map((words) => `dark: ${words}`)]
}

const colourRules = ['color-contrast', 'link-in-text-block']
const TAIL = 'tbody tr:nth-child(n + 8), li:nth-child(n + 8)'
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Nothing is framed here, so that one look at the page does, and only what is broken is told. What looks
 * stays in the page, since it takes half the time where it has looked before.
 */
async function brokenRules(
  page: Page,
  part: string | undefined,
  rules: Rules,
  without?: string,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const where = { include: [part ?? 'html'], exclude: without ? [without] : [] }
  const how = { ...rules, resultTypes: ['violations'], preload: false }
  return page.evaluate(
    async ([context, asked]) => {
      const found = await window.axe.run(context, asked)
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      )
    },
    [where, how] as const,
  )
}
