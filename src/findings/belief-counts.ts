import { assumptions } from '../study/model.ts'

const ofRole = (role: string) => assumptions.filter((one) => one.role === role).length
const [figures, events, luck] = ['belief', 'event', 'luck'].map(ofRole)

/** How many inputs are drawn in every future: beliefs that can be changed, and luck that is nobody's. */
export const beliefCounts = {
  beliefs: figures + events,
  figures,
  events,
  luck,
  inputs: assumptions.length,
}

/** The one place that says how many there are, and why other counts differ. */
export const beliefCountsWords =
  `${beliefCounts.inputs} inputs are drawn for every future: ${beliefCounts.beliefs} beliefs you can change ` +
  `(${figures} figures and ${events} events that happen or not) and ${luck} draws of luck, which are nobody’s belief.`
