import { shape, type Shape } from '../../../src/engine/statistics/shape.ts'

/** A shape of numbers made by a rule, the same each time. */
export function shapeOf(count: number, value: (k: number) => number): Shape {
  return shape(Float64Array.from({ length: count }, (_, k) => value(k)))
}

/** Numbers from 0 to 1 in no order. */
export const spread = (k: number): number => (k * 0.6180339887498949) % 1
