import type { Lever } from '../engine/model.ts'

/** Labels that are too long beside a slider, said shorter; the whole stands in the help. */
const shorter: Readonly<Record<string, string>> = {
  conditional: 'Paid later, if earned',
  exclusivity: 'Exclusivity',
  codesign: 'Chip co-design',
  access: 'Models offered on AWS',
  commitment: 'Compute committed',
  commitmentYears: 'Years of commitment',
}

/** A lever's name in a narrow place. */
export function shortLabel({ id, label }: Lever): string {
  return shorter[id] ?? label
}
