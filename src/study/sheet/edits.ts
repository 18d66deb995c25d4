import { withBelief } from '../edits/beliefs.ts'
import { noteOn, withNote } from '../edits/notes.ts'
import type { AssumptionNote, Study } from '../study.ts'
import type { SheetChange } from './read-rows.ts'

/**
 * The study with changes of a sheet.
 *
 * @param today the day of remarks that have none, as in 2026-05-31
 */
export function withSheetChanges(
  study: Study,
  scenario: string,
  changes: readonly SheetChange[],
  today: string,
): Study {
  const believed = changes.reduce(
    (now, one) => (one.kind === 'belief' ? withBelief(now, scenario, one.assumption, one.to) : now),
    study,
  )
  const noted = new Map<string, Record<string, string>>()
  for (const one of changes) {
    if (one.kind !== 'note') continue
    noted.set(one.assumption, { ...noted.get(one.assumption), [one.field]: one.now })
  }
  return [...noted].reduce((now, [id, change]) => {
    // The day that stands there stays, unless the sheet has another.
    const dated = { date: noteOn(now, id)?.date ?? today, ...change }
    return withNote(
      now,
      id,
      dated as { [K in keyof AssumptionNote]: AssumptionNote[K] | '' },
      today,
    )
  }, believed)
}
