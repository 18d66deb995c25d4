import { distributionKey } from '../engine/distributions/index.ts'
import { beliefWords } from '../findings/belief-words.ts'
import { gradeWords } from '../findings/source-line.ts'
import { beliefOf, defaultBelief } from '../study/edits/beliefs.ts'
import { assumptions, basisOf, type MarketAssumption, modules, sources } from '../study/model.ts'
import { capital, commas, remarks } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { BeliefTold, SourceTold } from './handout-data.ts'

/** Every belief: what is believed, by default too where that differs, and what it rests on. */
export function beliefsTold(dossier: Dossier): BeliefTold[] {
  return assumptions.filter(({ role }) => role !== 'luck').map((one) => beliefTold(dossier, one))
}

function beliefTold({ study, sight }: Dossier, one: MarketAssumption): BeliefTold {
  const now = beliefOf(study, sight.scenario, one.id)
  const before = defaultBelief(study, one.id)
  const isSame = distributionKey(now) === distributionKey(before)
  const basis = basisOf(one, study.vantage)
  const noted = study.assumptionNotes?.[one.id]
  return {
    label: one.label,
    question: one.question,
    group: modules.find(({ id }) => id === one.module)?.label ?? one.module,
    now: capital(beliefWords(now, one.unit)),
    before: isSame ? null : capital(beliefWords(before, one.unit)),
    rationale: basis.rationale,
    sources: [...basis.sources.flatMap(sourceTold), ...graded(gradeWords(basis))],
    note: noted
      ? remarks([
          noted.note,
          noted.owner ? `Owner: ${noted.owner}` : undefined,
          noted.confidence ? `Confidence: ${noted.confidence}` : undefined,
        ])
      : '',
  }
}

function sourceTold(id: string): SourceTold[] {
  const found = sources.find((one) => one.id === id)
  if (!found) return []
  const { title, publisher, date, url } = found
  return [{ text: commas([title, publisher, date]), url: /^https?:\/\//.test(url) ? url : '' }]
}

function graded(words: string): SourceTold[] {
  return words ? [{ text: words, url: '' }] : []
}
