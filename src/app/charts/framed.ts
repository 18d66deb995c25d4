import type { Finding } from '../../findings/finding.ts'

/** What the frame of a picture says of a finding: the props of `Figure` that follow from it. */
export function framed({ id, title, measure, caption, table }: Finding<unknown>) {
  return { title, subtitle: measure, caption, name: id, table }
}
