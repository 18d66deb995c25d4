import type { DriverBar } from '../analyses/driver-bars.ts'
import type { Subject } from '../analyses/subject.ts'
import type { ResolvedStudy } from '../study/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'

export async function driversByRuns(
  _runner: Runner,
  _study: ResolvedStudy,
  _results: RunResults,
  _subject: Subject,
  method: 'oneAtATime' | 'total',
): Promise<{ text: string; bars: DriverBar[] }> {
  return Promise.resolve({ text: `${method}\n`, bars: [] })
}
