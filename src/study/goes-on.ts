import { completeLevers } from '../../models/index.ts'
import type { Levers, Vantage } from '../engine/model.ts'
import { market } from './model.ts'

/** The terms that go on at a vantage until something else is chosen; null where nothing had been decided. */
export function goesOnAt(vantage: string): Levers | null {
  const known: readonly Vantage[] = market.vantages
  const id = known.find((one) => one.id === vantage)?.statusQuo
  const found = market.strategies.find((one) => one.id === id)
  return found ? completeLevers(found.levers) : null
}
