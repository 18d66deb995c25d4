import {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  expect,
  type Page,
  test as plain,
} from '@playwright/test'

const USUAL = 10_000
const trialsOf = new WeakMap<BrowserContext, number>()

/** How the page finds its browser. */
interface Circumstances {
  /** Trials of the study that the page opens with: fewer where a test is not about figures. */
  trials: number
  /** Processor cores that the browser tells the page of: one worker each. */
  cores: number
  /**
   * How many times longer the page waits for its store, its locks and its workers, and shows what it
   * says in passing: on a machine with much to do it must not give up what comes late.
   */
  patience: number
}

const usual: Circumstances = { trials: USUAL, cores: 1, patience: 10 }

/** Of tests of one file that share a page: which they are, and the page. */
let kept: { readonly of: string; readonly context: BrowserContext; trials: number } | null = null

interface Choices {
  /** Whether what the page says on its console fails the test. */
  quiet: boolean
  /**
   * Whether tests of a file have one page after each other, which costs a tenth of one each: with a new
   * study, and with whatever the page itself remembers. A file runs in one worker, in its order. Tests that
   * change no study may have the same one, if it has as many trials as they want.
   */
  keeps: boolean | 'study'
}

/** A test whose page may say nothing wrong on its console and break nowhere. */
export const test = plain.extend<Circumstances & Choices & { silence: void }>({
  quiet: [true, { option: true }],
  keeps: [false, { option: true }],
  trials: [usual.trials, { option: true }],
  cores: [usual.cores, { option: true }],
  patience: [usual.patience, { option: true }],
  context: async (
    { context, browser, keeps, trials, cores, patience, hasTouch },
    use,
    { file, project },
  ) => {
    const circumstances = { trials, cores, patience }
    const of = keeps ? [file, project.name, cores, patience, hasTouch].join(' ') : ''
    if (kept?.of !== of) await letGo()
    if (!keeps) await prepare(context, circumstances)
    await use(keeps ? await keep(browser, of, circumstances) : context)
  },
  page: async ({ context, viewport, keeps, trials }, use) => {
    const [page] = context.pages()
    if (page) await clear(page, viewport)
    if (page && !(keeps === 'study' && kept?.trials === trials)) await renew(page, trials)
    if (kept) kept.trials = trials
    await use(page ?? (await context.newPage()))
  },
  silence: [
    async ({ page, quiet }, use) => {
      const errors: string[] = []
      const hear = (message: ConsoleMessage) => {
        if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
      }
      const fall = (error: Error) => errors.push(error.message)
      page.on('console', hear)
      page.on('pageerror', fall)
      await use()
      page.off('console', hear)
      page.off('pageerror', fall)
      if (quiet) expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
export { violations, violationsInBoth } from './violations.ts'

async function letGo(): Promise<void> {
  await kept?.context.close()
  kept = null
}

async function keep(
  browser: Browser,
  of: string,
  circumstances: Circumstances,
): Promise<BrowserContext> {
  if (kept) {
    trialsOf.set(kept.context, circumstances.trials)
    return kept.context
  }
  const context = await browser.newContext()
  await prepare(context, circumstances)
  kept = { of, context, trials: circumstances.trials }
  return context
}

type Size = { readonly width: number; readonly height: number } | null

/** Puts a page that was used before to where a new one would be, but for its study and what it has loaded. */
async function clear(page: Page, viewport: Size): Promise<void> {
  for (const other of page.context().pages().slice(1)) await other.close()
  await page.unrouteAll()
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null })
  if (viewport) await page.setViewportSize(viewport)
  await page.mouse.move(0, 0)
  await page.goto('./#/answer')
  if (await page.getByRole('complementary', { name: 'What if' }).isVisible()) {
    await page.getByRole('button', { name: 'What if', exact: true }).click()
  }
}

/** Has it open a new study. */
async function renew(page: Page, trials: number): Promise<void> {
  const text = JSON.stringify({ format: 'stakes-study', version: 1, trials })
  const file = { name: 'new.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.getByLabel('Study or results file').setInputFiles(file)
  const told = page.locator('.notice').filter({ hasText: 'Opened “Amazon and OpenAI”' })
  await told.getByRole('button', { name: 'Dismiss' }).click()
  await done(page)
}

/** Makes the circumstances of every page of a browser's context, before anything on it runs. */
export async function prepare(
  context: BrowserContext,
  changes: Partial<Circumstances>,
): Promise<void> {
  const { trials, cores, patience } = { ...usual, ...changes }
  trialsOf.set(context, trials)
  await context.addInitScript(tellCores, cores)
  await context.addInitScript(stretchWaits, patience)
  if (trials !== USUAL) await context.addInitScript(keepStudy, trials)
}

function tellCores(cores: number): void {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => cores })
}

/** Timers too short to be anybody's patience stay as they are. */
function stretchWaits(factor: number): void {
  const plainly = window.setTimeout
  const stretched = (handler: TimerHandler, wait = 0, ...given: unknown[]) =>
    plainly(handler, wait < 200 ? wait : wait * factor, ...given)
  window.setTimeout = stretched as typeof window.setTimeout
}

/** Keeps a study where the page will look for one, before it does, unless it has been there. */
function keepStudy(trials: number): void {
  const asked = indexedDB.open('stakes', 1)
  asked.addEventListener('upgradeneeded', () => {
    const text = JSON.stringify({ format: 'stakes-study', version: 1, trials })
    const studies = asked.result.createObjectStore('studies', { keyPath: 'id' })
    studies.put({ id: 'a', name: 'Amazon and OpenAI', saved: 1, text, scenario: 'base' })
    asked.result.createObjectStore('settings').put('a', 'present')
  })
  asked.addEventListener('success', () => asked.result.close())
}

/** Opens a screen and waits for the results of all futures. */
export async function open(page: Page, screen = 'answer'): Promise<void> {
  await page.goto(`./#/${screen}`)
  await done(page)
}

const expected = (page: Page) => trialsOf.get(page.context()) ?? USUAL

/** Waits until the newest run has ended, and all that follows from it is drawn. */
export async function done(page: Page, trials = expected(page)): Promise<void> {
  await soon(page, trials, '[aria-busy="true"]')
  await drawn(page, trials)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Waits until the newest run has ended and its rows are drawn, also while a control is held. */
export async function drawn(page: Page, trials = expected(page)): Promise<void> {
  await soon(page, trials, '.rows[aria-busy="true"]')
  await expect(context(page)).toHaveText(contextOf(trials))
  await expect(page.locator('.rows[aria-busy="true"]')).toHaveCount(0)
}

/** While it runs, an ellipsis follows. */
const contextOf = (trials: number) =>
  new RegExp(`(^|· )${trials.toLocaleString('en-US')} futures\\s*▾$`)

/**
 * Waits for the same, looking often: an assertion looks once a second after a while, which is most of what
 * many short waits take. At every frame would have the page draw all the time. What does not come is said by
 * the assertions that follow.
 */
async function soon(page: Page, trials: number, busy: string): Promise<void> {
  const look = { opener: OPENER, says: contextOf(trials).source, busy }
  const isThere = ({ opener, says, busy: waits }: typeof look) => {
    const found = [...document.querySelectorAll(opener)].at(-1)?.textContent?.trim() ?? ''
    return new RegExp(says).test(found.replace(/\s+/g, ' ')) && !document.querySelector(waits)
  }
  await page.waitForFunction(isThere, look, { polling: 50, timeout: 120_000 }).catch(() => {})
}

const OPENER = '.context > .opener, .wide > .opener'

/** Of the line under the screens, what says how many futures are in sight. */
export const context = (page: Page) => page.locator(OPENER).last()

/** Opens a part of the line under the screens, which on a narrow page lies behind one button. */
export async function openContext(page: Page, name: RegExp): Promise<void> {
  const whole = page.getByRole('button', { name: /^In view:/ })
  if (await whole.isVisible()) await whole.click()
  await page.getByRole('button', { name }).click()
}

/** Opens the dock of terms and beliefs. */
export async function openWhatIf(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What if', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What if' })).toBeFocused()
}

/** The digest of what is in view, from its results file; the page is opened if it is not. */
export async function digestOf(page: Page): Promise<string> {
  if (page.url() === 'about:blank') await page.goto('./')
  const { digest } = await exported(page, /^Results as a file/)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  return String(digest)
}

/** Texts of the page that are set smaller than 12 pixels, as they are seen. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue
      if (element.closest('.visually-hidden')) continue
      const scale =
        element instanceof SVGElement ? (element.ownerSVGElement?.getScreenCTM()?.a ?? 1) : 1
      const size = parseFloat(getComputedStyle(element).fontSize) * scale
      if (size < 11.95) found.add(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 40)}`)
    }
    return [...found]
  })
}

/** How far the page is wider than the window, in CSS pixels. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** The text of a file the page hands out. */
export async function saved(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') }
}

/** The content of a file of the export menu. */
export async function exported(page: Page, what: RegExp): Promise<Record<string, unknown>> {
  const { text } = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: what }).click()
  })
  return JSON.parse(text) as Record<string, unknown>
}
