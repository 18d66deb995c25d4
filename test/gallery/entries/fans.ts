import type { ComponentProps } from 'svelte'
import { niceDomain, reachOf } from '../../../src/app/charts/fan.ts'
import FanChart from '../../../src/app/charts/FanChart.svelte'
import type { Fan, Observed } from '../../../src/findings/fans.ts'
import { figure, quarterLabels, value } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

type Props = ComponentProps<typeof FanChart>

/** A fan that opens from one value towards another. */
function fan(label: string, from: number, to: number, spread: number, quarters = 24): Fan {
  const line = (sigmas: number) =>
    Array.from({ length: quarters + 1 }, (_, t) => {
      const part = t / Math.max(1, quarters)
      return from + (to - from) * part + sigmas * spread * Math.sqrt(part)
    })
  return {
    id: label,
    label,
    summary: { p5: line(-1.6), p25: line(-0.7), p50: line(0), p75: line(0.75), p95: line(1.9) },
  }
}

const history: Observed[] = quarterLabels('2021Q3', 16).map((quarter, t) => ({
  quarter,
  value: 0.33 - 0.002 * t,
  checked: t % 3 !== 0,
}))

const since: Observed[] = ['2025Q4', '2026Q1', '2026Q2'].map((quarter, t) => ({
  quarter,
  value: 0.3 + 0.004 * t,
  checked: t !== 1,
}))

const wave = (k: number) =>
  Array.from({ length: 25 }, (_, t) => 0.29 + 0.004 * t * Math.sin(k + t / (3 + k)))

function chart(
  id: string,
  title: string,
  fans: readonly Fan[],
  unit: string,
  more: Partial<Props> = {},
): Entry {
  const reach = reachOf(fans, more.singles ?? [], more.observed ?? [])
  const reference = more.reference ? [more.reference.value] : []
  return framed<Props>(id, title, FanChart, {
    fans,
    quarters: quarterLabels('2025Q3', (fans[0]?.summary.p50.length ?? 1) - 1),
    domain: niceDomain([...reach, ...reference], unit !== 'points'),
    name: title,
    text: (x: number) => value(x, unit),
    tick: (x: number) => figure(x, unit.startsWith('USD') ? 'USD bn' : unit),
    ...more,
  })
}

const plain = fan('Deep technical collaboration', 0.29, 0.26, 0.03)

export const fans: readonly Entry[] = [
  chart('fan-plain', 'A share with its history', [plain], 'fraction', {
    observed: history,
    from: '2021Q3',
    colours: ['var(--aws)'],
  }),
  chart('fan-since', 'A share with its history and what came since', [plain], 'fraction', {
    observed: [...history, ...since],
    from: '2021Q3',
    colours: ['var(--aws)'],
  }),
  chart(
    'fan-two',
    'Two strategies that differ',
    [plain, fan('None', 0.29, 0.2, 0.02)],
    'fraction',
    {
      observed: history,
      from: '2021Q3',
    },
  ),
  chart(
    'fan-same',
    'Two that are equal, with long names',
    [
      fan('A strategy whose name somebody made very long indeed', 0.1, 0.11, 0.01),
      fan('Another strategy whose name is even longer than that', 0.1, 0.11, 0.01),
    ],
    'fraction',
  ),
  chart('fan-singles', 'Ten single futures', [plain], 'fraction', {
    singles: Array.from({ length: 10 }, (_, k) => wave(k)),
  }),
  chart('fan-single', 'One of ten brought out', [plain], 'fraction', {
    singles: Array.from({ length: 10 }, (_, k) => wave(k)),
    single: 3,
    singleName: (at: number) => `Future ${at}`,
  }),
  chart('fan-played', 'One future over the fan', [plain], 'fraction', { played: [wave(2)] }),
  chart('fan-reference', 'A line to compare with', [fan('None', 1450, 1650, 180)], 'points', {
    reference: { value: 1800, label: '1,800: highly concentrated' },
  }),
  chart('fan-negative', 'All below zero', [fan('Minority stake', -1, -38, 9)], 'USD bn'),
  chart('fan-zero', 'Nothing happens: no width at all', [fan('None', 0, 0, 0)], 'USD bn'),
  chart('fan-one-trial', 'One trial: the fan is a line', [fan('One', 0.3, 0.35, 0)], 'fraction'),
  chart('fan-tails', 'Heavy tails', [fan('Wild', 100, 90_000, 40_000)], 'USD bn per quarter'),
  chart('fan-short', 'The shortest horizon', [fan('Short', 0.3, 0.31, 0.02, 8)], 'fraction'),
  chart('fan-tiny', 'Numbers close to nothing', [fan('Tiny', 1e-6, 2e-6, 5e-7)], 'dimensionless'),
  chart(
    'fan-missing',
    'A value that is missing',
    [{ ...plain, summary: { ...plain.summary, p50: plain.summary.p50.with(6, Number.NaN) } }],
    'fraction',
  ),
]
