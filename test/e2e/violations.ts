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

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [CONTRAST, LINKS] = ['color-contrast', 'link-in-text-block']
const off = { enabled: false }
const structure: Rules = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { [CONTRAST]: off, [LINKS]: off },
}

/**
 * Rules of WCAG 2.2 AA that this page breaks, with the elements that do.
 *
 * @param part a selector: what a test has opened or changed; the whole page without it
 */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  return [...(await brokenRules(page, part, structure)), ...(await brokenColours(page, part))]
}

/**
 * The same in light colours, and in dark ones of the rules that ask for colours. A narrow window has the
 * colours of a wide one, and the long lists that take most of the time.
 */
export async function violationsInBoth(page: Page, part = 'html', isLong = false) {
  await page.emulateMedia({ colorScheme: 'light' })
  const isNarrow = (page.viewportSize()?.width ?? 0) < 600
  if (isNarrow && isLong) return brokenRules(page, part, structure)
  const light = await violations(page, part)
  if (isNarrow) return light
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await brokenColours(page, part)
  return [...light, ...dark.map((words) => `dark: ${words}`)]
}

/** Contrast takes five times as long as all other rules, so it is asked once of texts that are alike. */
async function brokenColours(page: Page, part: string): Promise<string[]> {
  const links = await brokenRules(page, part, { runOnly: { type: 'rule', values: [LINKS] } })
  const contrast = { runOnly: { type: 'rule' as const, values: [CONTRAST] } }
  return [...links, ...(await brokenRules(page, part, contrast, true))]
}

/**
 * Nothing is framed here, so that one look at the page does, and only what is broken is told. What looks
 * stays in the page, since it takes half the time where it has looked before.
 */
async function brokenRules(
  page: Page,
  part: string,
  rules: Rules,
  isOfSamples = false,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const how = { ...rules, resultTypes: ['violations'], preload: false }
  const where = await page.evaluateHandle(isOfSamples ? samples : whole, part)
  return where.evaluate(async (include, asked) => {
    if (include.length === 0) return []
    const found = await window.axe.run({ include }, asked)
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  }, how)
}

const whole = (part: string): Element[] => [...document.querySelectorAll(part)]

/**
 * Of what bears text in a part, the first and the last of each kind. Those are of a kind that have the same
 * elements, classes, states and colours from the root down, and the same letters.
 */
function samples(part: string): Element[] {
  const told = new Map<Element, string>()
  const stateOf = (one: Element) =>
    one.matches(':disabled, [aria-disabled="true"]') ||
    (one instanceof HTMLLabelElement && one.control?.matches(':disabled'))
  const kindOf = (one: Element | null): string => {
    if (!one) return ''
    const before = told.get(one)
    if (before !== undefined) return before
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one)
    const own = [one.tagName, one.getAttribute('class'), stateOf(one)]
    const colours = [backgroundColor, backgroundImage, opacity]
    const kind = [kindOf(one.parentElement), ...own, ...colours].join(' ')
    told.set(one, kind)
    return kind
  }
  const wordsOf = (one: Element) =>
    [...one.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join('')
      .trim()
  const found = new Map<string, [first: Element, last: Element]>()
  for (const one of document.querySelectorAll(`:is(${part}) *, ${part}`)) {
    const words = wordsOf(one)
    if (!(words || one.matches('input, select, textarea')) || !one.checkVisibility()) continue
    const { color, fontSize, fontWeight } = getComputedStyle(one)
    // What is a single letter is not held to a contrast.
    const letters = [color, fontSize, fontWeight, words.length === 1, one.getAttribute('type')]
    const kind = [kindOf(one), ...letters].join(' ')
    found.set(kind, [found.get(kind)?.[0] ?? one, one])
  }
  return [...new Set([...found.values()].flat())]
}
