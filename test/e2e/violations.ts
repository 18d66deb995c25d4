import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

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
  return brokenRules(
    builderOf(page, part)
      .withTags(tags)
      .disableRules([...without]),
  )
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
  const dark = await brokenRules(builderOf(page, part).exclude(TAIL).withRules(colourRules))
  return [...light, ...dark.map((words) => `dark: ${words}`)]
}

const colourRules = ['color-contrast', 'link-in-text-block']
const TAIL = 'tbody tr:nth-child(n + 8), li:nth-child(n + 8)'

/** Nothing is framed here, so that one look at the page does, and only what is broken is told. */
function builderOf(page: Page, part?: string): AxeBuilder {
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
  return part ? builder.include(part) : builder
}

async function brokenRules(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
