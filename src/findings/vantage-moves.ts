import { distributionKey } from '../engine/distributions/index.ts'
import { assumptions } from '../study/model.ts'
import { resolvedScenarios, resolvedStrategies } from '../study/edits/resolved.ts'
import type { Study } from '../study/index.ts'
import { counted, listed } from '../words/index.ts'

/** What seeing a study from another vantage made of it, a line each; empty where nothing else moved. */
export function vantageMoves(before: Study, after: Study): string[] {
  const [was, is] = [resolvedStrategies(before), resolvedStrategies(after)]
  const come = is.filter(({ id }) => !was.some((one) => one.id === id))
  const gone = was.filter(({ id }) => !is.some((one) => one.id === id))
  const labels = (some: readonly { readonly label: string }[]) =>
    listed(some.map(({ label }) => `“${label}”`))
  const renamed = resolvedScenarios(after).flatMap(({ id, label }) => {
    const old = resolvedScenarios(before).find((one) => one.id === id)
    return old && old.label !== label ? [`The scenario “${old.label}” reads “${label}” here.`] : []
  })
  const at =
    (study: Study) =>
    ({ vantages }: (typeof assumptions)[number]) =>
      distributionKey(vantages[study.vantage as keyof typeof vantages])
  const [old, now] = [at(before), at(after)]
  const other = assumptions.filter((one) => one.role !== 'luck' && old(one) !== now(one)).length
  return [
    ...(other > 0
      ? [
          `${counted(other, 'belief')} start from another default here${hasChanges(before) ? '; those you changed stay as you changed them' : ''}.`,
        ]
      : []),
    ...(come.length > 0 ? [`Offered from here: ${labels(come)}.`] : []),
    ...(gone.length > 0 ? [`Not offered from here: ${labels(gone)}.`] : []),
    ...renamed,
  ]
}

function hasChanges(study: Study): boolean {
  const { overrides } = study
  return (
    Object.keys(overrides).length > 0 ||
    resolvedScenarios(study).some(({ changed }) => Object.keys(changed).length > 0)
  )
}
