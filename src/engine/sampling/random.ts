import { fillUniforms } from '../streams.ts'
import type { Design } from './design.ts'

export const random: Design = {
  label: 'Random',
  description: 'Every trial is drawn on its own.',
  replicate: 1,
  fillScores: (key, _dimension, block, out) => fillUniforms(key, block, out),
}
