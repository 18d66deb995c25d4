import { fillUniforms } from '../streams.ts'
import type { FillScores } from './design.ts'

export const random: FillScores = (key, _dimension, block, out) => fillUniforms(key, block, out)
