import { distributionKey } from '../../../engine/distributions/index.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import { beliefWords } from '../../../findings/belief-words.ts'
import type { Table } from '../../../findings/finding.ts'
import { sourceLine } from '../../../findings/source-line.ts'
import { beliefOf, defaultBelief } from '../../../study/edits/beliefs.ts'
import { assumptions, basisOf } from '../../../study/model.ts'
import { capital, remarks } from '../../../words/index.ts'

/** Beliefs in words, with what they rest on: those that were changed, and all others. */
export interface Beliefs {
  readonly changed: Table
  readonly others: Table
}

/** Every belief of the scenario in sight; draws of luck are none. */
export function beliefsOf({ study, sight }: Dossier): Beliefs {
  const all = assumptions
    .filter(({ role }) => role !== 'luck')
    .map((one) => {
      const now = beliefOf(study, sight.scenario, one.id)
      const default_ = defaultBelief(study, one.id)
      const source = sourceLine(basisOf(one, study.vantage))
      const remark = remarkOf(study.assumptionNotes?.[one.id])
      return {
        isChanged: distributionKey(now) !== distributionKey(default_),
        label: one.label,
        now: capital(beliefWords(now, one.unit)),
        before: capital(beliefWords(default_, one.unit)),
        source: remark === '' ? source : `${source}. ${remark}`,
      }
    })
  return {
    changed: {
      columns: ['Belief', 'Believed here', 'The model’s default', 'Rests on'],
      rows: all
        .filter((one) => one.isChanged)
        .map(({ label, now, before, source }) => [label, now, before, source]),
    },
    others: {
      columns: ['Belief', 'Believed', 'Rests on'],
      rows: all
        .filter((one) => !one.isChanged)
        .map(({ label, now, source }) => [label, now, source]),
    },
  }
}

/** What somebody remarked on a belief. */
function remarkOf(
  said: NonNullable<Dossier['study']['assumptionNotes']>[string] | undefined,
): string {
  if (!said) return ''
  const { note, owner, date, confidence } = said
  return remarks([note, owner, date, confidence && `${confidence} confidence`])
}
