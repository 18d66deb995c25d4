export { market } from '../../../models/index.ts'
export { Market } from '../../../models/market.ts'
export { broken, drawn, marketPlan } from './market-plan.ts'
