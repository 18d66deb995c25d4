import type { Check } from '../src/engine/model.ts'

/** The laws every trial must obey; the residual of each is 0 when it holds exactly. */
export const checks = [
  {
    id: 'sharesSum',
    label: 'Shares sum to 1 in every segment and quarter',
    tolerance: 1e-9,
  },
  {
    id: 'sharesRange',
    label: 'Shares lie between 0 and 1 in every segment and quarter',
    tolerance: 1e-12,
  },
  {
    id: 'positive',
    label: 'Spend and prices are above 0 in every quarter',
    tolerance: 0,
  },
  {
    id: 'noneIsZero',
    label: 'Not investing is worth exactly 0',
    tolerance: 0,
  },
  {
    id: 'investOff',
    label: 'With investing switched off every other lever is without effect',
    tolerance: 0,
  },
  {
    id: 'accessHelps',
    label: 'More access never lowers AWS’s share of model services, all else equal',
    tolerance: 1e-9,
  },
  {
    id: 'cashAddsUp',
    label: 'Cash to the horizon, the value after it and the stake add up to the net present value',
    tolerance: 1e-9,
  },
  {
    id: 'paidOnlyIfClosed',
    label: 'Nothing is paid and nothing changes unless a deal closes, but for the cost of a block',
    tolerance: 0,
  },
  {
    id: 'finite',
    label: 'Every outcome and series is a finite number',
    tolerance: 0,
  },
] as const satisfies readonly Check[]

export type CheckId = (typeof checks)[number]['id']
