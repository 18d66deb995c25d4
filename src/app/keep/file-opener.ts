import {
  type Opened,
  planOf,
  resolveStudy,
  type ResultsFile,
  type Study,
  type StudySight,
  withoutSight,
} from '../../study/index.ts'
import { counted, wordsOf } from '../../words/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { Late } from '../state/late.svelte.ts'
import { madeOnce } from '../state/made-once.svelte.ts'
import type { NoticeAction, Notices } from '../state/notices.svelte.ts'
import { MOST_TRIALS, type StudyState } from '../state/study.svelte.ts'
import { Task } from '../state/task.svelte.ts'
import { reader } from './reader.ts'
import type { Autosave } from './autosave.svelte.ts'
import type { OpenedSheet } from './sheet-opener.ts'
import { showSight } from './show-sight.ts'
import { notReadWords } from './study-words.ts'

const verifying = new Late('What verifies results', () =>
  Promise.all([import('../../study/verify.ts'), import('../../study/write.ts')]),
)

const sheets = new Late('What reads workbooks', () => import('./sheet-opener.ts'))
const comparing = new Late('What compares studies', () => import('../state/disagree.svelte.ts'))

/** Opens files. What comes in is checked first; what cannot be read changes nothing. */
export class FileOpener {
  constructor(
    private readonly studies: StudyState,
    private readonly autosave: Autosave,
    private readonly notices: Notices,
    private readonly runner: Runner,
    /** A results file being run again. */
    private readonly verifying = new Task(),
    /** Shows what a sheet of assumptions would change. */
    private readonly show: (sheet: OpenedSheet) => void = () => {},
    /** Offers to show what differs between the study in view and the one before; null where nothing does. */
    private readonly compared: (before: Study) => Promise<NoticeAction | null> = async () => null,
    /** Puts in sight what was when the file was written. */
    private readonly shows: (sight: StudySight) => void = () => {},
  ) {}

  /**
   * Opens a study or a results file, or a workbook's sheet of assumptions; results are run again and
   * compared with what the file says.
   */
  async open(file: File): Promise<void> {
    let opened: Opened
    const before = this.studies.study
    try {
      const { checkSize, fileText, isWorkbook, readFile } = await reader.load()
      checkSize(file.size)
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (isWorkbook(file.name, bytes)) {
        await this.#openSheet(file.name, bytes)
        return
      }
      opened = readFile(fileText(bytes))
      const { sight = {} } = opened.study
      const problem = await this.autosave.openNew(withoutSight(opened.study), sight.scenario)
      if (problem) throw new Error(problem)
      this.shows(sight)
    } catch (error) {
      this.notices.fail(`“${file.name}” was not opened and nothing was changed. ${wordsOf(error)}.`)
      return
    }
    const { study, notRead, stray } = opened
    const unread = [...stray.map((line) => `Not read: ${line}`), ...notRead]
    if (unread.length > 0) this.notices.warn(notReadWords(study.name), unread)
    const compare = await this.compared(before)
    if (opened.kind === 'results') await this.#verify(file.name, opened.results, compare)
    else this.notices.tell(`Opened “${study.name}”.`, [], compare)
  }

  /** Nothing is changed by it: what would be is shown, to be taken or refused. */
  async #openSheet(name: string, bytes: Uint8Array): Promise<void> {
    const { openSheet } = await sheets.load()
    const sheet = await openSheet(name, bytes)
    const { study, scenario } = this.studies
    const { changes, problems, asks, notRead } = sheet.read(study, scenario)
    if (changes.length + problems.length + asks.length > 0) this.show(sheet)
    else {
      const told = `“${name}” says what the study says: there is nothing to take.`
      this.notices.tell(
        told,
        notRead.map((line) => `Not read: ${line}`),
      )
    }
  }

  async #verify(name: string, file: ResultsFile, compare: NoticeAction | null): Promise<void> {
    const { id } = this.studies
    try {
      const study = resolveStudy(file.study, { maxTrials: MOST_TRIALS })
      const plan = planOf(study, { digestOf: file.outcomes })
      const now = await this.verifying.run(async (options) => {
        const results = await this.runner.run(plan, { ...options, summariesOnly: true })
        return { results, series: await this.runner.series(results, results.cases, options) }
      })
      if (!now) {
        if (!this.verifying.cancelled) return
        this.notices.tell(`“${name}” is open. Running it again was stopped, so it is not verified.`)
        return
      }
      const [{ verify }, { resultsFile }] = await verifying.load()
      const { reproduced, meaning, words, remarks } = verify(
        file,
        resultsFile(study, now.results, now.series),
      )
      if (this.studies.id !== id) return
      if (reproduced) {
        const figures = `${counted(file.trials, 'future')}, ${counted(file.cases.length, 'case')}`
        this.notices.tell(
          `“${name}” was run again and reproduced exactly: ${figures}.`,
          remarks,
          compare,
        )
      } else {
        this.notices.fail(`“${name}” is open and does not verify. ${meaning}`, words, compare)
      }
    } catch (error) {
      this.notices.fail(
        `“${name}” is open and could not be run again, so its figures are not verified: ${wordsOf(error)}.`,
      )
    }
  }
}

export const fileOpenerOf = madeOnce(
  (app) =>
    new FileOpener(
      app.studies,
      app.autosave,
      app.notices,
      app.runner,
      app.verifying,
      (sheet) => {
        app.view.dialog = { kind: 'sheet', sheet }
      },
      async (before) => (await app.need(comparing))?.disagreeOf(app).offer(before) ?? null,
      (sight) => showSight(app, sight),
    ),
)
