import {
  defaultStudy,
  exampleStudy,
  type Opened,
  planOf,
  readFile,
  resolveStudy,
  resultsFile,
  type ResultsFile,
  verify,
  writeResults,
  writeStudy,
} from '../../study/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { count } from '../../words/numbers.ts'
import type { Autosave } from '../keep/autosave.svelte.ts'
import { type Notices } from './notices.svelte.ts'
import { wordsOf } from '../../words/error.ts'
import type { Run } from './run.svelte.ts'
import { inScenario } from '../../study/edits/study.ts'
import { MOST_TRIALS, type StudyStore } from './study.svelte.ts'
import { Task } from './task.svelte.ts'

/** A file to be saved: words for its name, and its text. */
export interface FileText {
  readonly name: readonly string[]
  readonly text: string
}

/** Files in and out. What comes in is checked first; what cannot be read changes nothing. */
export class Files {
  /** A results file being run again. */
  readonly verifying = new Task()

  constructor(
    private readonly studies: StudyStore,
    private readonly run: Run,
    private readonly autosave: Autosave,
    private readonly notices: Notices,
    private readonly runner: Runner,
  ) {}

  /** Opens a study or a results file; results are run again and compared with what the file says. */
  async open(file: File): Promise<void> {
    let opened: Opened
    try {
      opened = readFile(await file.text())
      const problem = await this.autosave.openNew(opened.study)
      if (problem) throw new Error(problem)
    } catch (error) {
      this.notices.warn(`“${file.name}” was not opened and nothing was changed. ${wordsOf(error)}.`)
      return
    }
    if (opened.kind === 'results') await this.#verify(file.name, opened.results)
    else this.notices.tell(`Opened “${opened.study.name}”.`)
  }

  /** A new study from the defaults; the present one is kept. */
  async fresh(): Promise<void> {
    await this.autosave.openNew(defaultStudy())
  }

  /** A study to learn from; the present one is kept. */
  async example(): Promise<void> {
    await this.autosave.openNew(exampleStudy())
  }

  /** The results of the scenario in view; null until the run has finished. */
  results(): FileText | null {
    const { results, current } = this.run
    if (!results || !current || results.digest === null) return null
    const { study, scenario } = this.studies
    const resolved = resolveStudy(inScenario(study, scenario))
    return {
      name: [study.name, scenario, 'results'],
      text: writeResults(resultsFile(resolved, results)),
    }
  }

  study(): FileText {
    const { study } = this.studies
    return { name: [study.name, 'study'], text: writeStudy(study) }
  }

  async #verify(name: string, file: ResultsFile): Promise<void> {
    const { id } = this.studies
    try {
      const study = resolveStudy(file.study, { maxTrials: MOST_TRIALS })
      const now = await this.verifying.run((options) =>
        this.runner.run(planOf(study), { ...options, summariesOnly: true }),
      )
      if (!now) {
        if (!this.verifying.cancelled) return
        this.notices.tell(`“${name}” is open. Running it again was stopped, so it is not verified.`)
        return
      }
      const { reproduced, moved } = verify(file, resultsFile(study, now))
      if (this.studies.id !== id) return
      if (reproduced) {
        const figures = `${count(file.trials)} futures, ${count(file.cases.length)} cases`
        this.notices.tell(`“${name}” was run again and reproduced exactly: ${figures}.`)
      } else {
        this.notices.warn(`“${name}” was run again and is not reproduced. What moved:`, moved)
      }
    } catch (error) {
      this.notices.warn(`“${name}” is open but could not be run again: ${wordsOf(error)}.`)
    }
  }
}
