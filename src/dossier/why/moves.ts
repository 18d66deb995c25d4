import { doubtWords } from '../../findings/driver-disagreements.ts'
import { togetherWords } from '../../findings/moves-together.ts'
import { tornadoFinding } from '../../findings/tornado.ts'
import { whereWords } from '../../findings/where.ts'
import { sentences } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { WhySection } from './section.ts'

/** Rows that a page has room for. */
const MOST = 10

/** What moves the outcome in sight with the chosen strategy. */
export async function movesSection(dossier: Dossier): Promise<WhySection | null> {
  const { outcome, sight, counted, subject } = dossier
  const answer = await dossier.ask('tornado', { subject, method: 'swing' })
  if (answer.trials === 0) return null
  const facts = {
    ...answer,
    method: 'swing' as const,
    outcome,
    explained: dossier.labelOf(sight.chosen),
    isDifference: false,
    groups: [],
    groupBars: [],
    counted: whereWords(counted).counted,
  }
  const { title, measure, caption, table } = tornadoFinding({ ...facts, rows: MOST })
  const told = answer.bars.filter(({ isTold }) => isTold).map(({ id }) => id)
  const hasBars = told.length > 0
  const doubt = hasBars
    ? doubtWords(await dossier.ask('driverDisagreements', { subject }), 'swing', told.slice(0, 2))
    : []
  const { plan } = await dossier.results()
  const together = togetherWords(told.slice(0, MOST), plan.correlations, 'swing')
  return {
    id: 'moves',
    heading: 'What moves it',
    title,
    measure,
    lines: hasBars ? [`${title}.`, together, sentences(doubt)].filter(Boolean) : [],
    table: hasBars ? table() : null,
    caption,
  }
}
