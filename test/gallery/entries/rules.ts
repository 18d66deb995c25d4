import type { ComponentProps } from 'svelte'
import RuleCurve from '../../../src/app/charts/RuleCurve.svelte'
import RuleStrips from '../../../src/app/charts/RuleStrips.svelte'
import { percent } from '../../../src/words/index.ts'
import { type Entry, framed } from '../entry.ts'

function curve(id: string, title: string, count: number, base: number): Entry {
  const points = Array.from({ length: count }, (_, at) => {
    const along = count === 1 ? 0.5 : at / (count - 1)
    return {
      coverage: 0.97 - 0.8 * along,
      density: base + (0.95 - base) * along * (at % 3 === 0 ? 0.8 : 1),
      coverageError: 0.02,
      densityError: 0.03,
      limits: (at % 3) + 1,
      words: `Rule ${at + 1}`,
    }
  })
  return framed<ComponentProps<typeof RuleCurve>>(id, title, RuleCurve, {
    points,
    base,
    picked: Math.floor(count / 2),
    tick: percent,
    words: {
      x: 'of all that have it, where the rule holds (coverage)',
      y: 'have it where the rule holds (density)',
      base: `all futures: ${percent(base)}`,
    },
    onpick: () => {},
    name: title,
  })
}

const strip = {
  lowest: -0.4,
  highest: 0.6,
  percentiles: [-0.09, 0.1, 0.3],
  mean: 0.1,
  isEvent: false,
} as const
const event = { lowest: 0, highest: 1, percentiles: [0, 0, 1], mean: 0.2, isEvent: true } as const
const whether = ['does not happen (80 of 100)', 'happens (20 of 100)'] as const

export const rules: readonly Entry[] = [
  curve('rules-many', 'Many rules to choose from', 23, 0.18),
  curve('rules-one', 'A single rule', 1, 0.6),
  framed<ComponentProps<typeof RuleStrips>>(
    'rule-strips',
    'A number from one end, one between two, and an event',
    RuleStrips,
    {
      name: 'What a rule keeps',
      strips: [
        {
          ...strip,
          id: 'return',
          label: 'Return on OpenAI shares',
          words: 'above 18% a year',
          low: 0.18,
          high: null,
          ends: ['−40%', '60%'],
        },
        {
          ...strip,
          id: 'pull',
          label: 'Models’ pull on other work',
          words: 'from 1.02x as likely to be chosen to 1.4x as likely to be chosen',
          low: 0.02,
          high: 0.05,
          ends: ['0.7x', '1.8x'],
        },
        {
          ...event,
          id: 'distress',
          label: 'OpenAI in distress',
          words: 'does not happen',
          low: null,
          high: 0,
          ends: whether,
        },
      ],
    },
  ),
]
