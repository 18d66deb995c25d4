import { scatterFinding } from '../../findings/scatter.ts'
import { whereWords } from '../../findings/where.ts'
import { market } from '../../study/model.ts'
import type { Dossier } from '../dossier.ts'
import type { WhySection } from './section.ts'

const among = market.assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)

/** The outcome in sight against the belief it goes with most; null where no belief varies. */
export async function scatterSection(dossier: Dossier): Promise<WhySection | null> {
  const { subject, outcome, counted, sight } = dossier
  const answer = await dossier.ask('scatter', { subject, x: null, among, marked: null, shown: 0 })
  if (answer.x === null || answer.count === 0) return null
  const { title, measure, table } = scatterFinding({
    answer,
    outcome,
    whose: `“${dossier.labelOf(sight.chosen)}”`,
    isDifference: false,
    counted: whereWords(counted).counted,
    brushed: null,
  })
  return {
    id: 'scatter',
    heading: 'One belief against the outcome',
    title,
    measure: measure.replace(' (upwards)', '').replace(' (to the right)', ''),
    lines: [`${title}.`],
    table: table(),
    caption: `A row holds futures whose values of the belief lie close together; ± is one standard error. Counted: ${whereWords(counted).counted}.`,
  }
}
