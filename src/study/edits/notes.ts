import type { AssumptionNote, Study } from '../index.ts'

/** What is remarked on an assumption; null for nothing. */
export function noteOn(study: Study, id: string): AssumptionNote | null {
  const notes = study.assumptionNotes ?? {}
  return Object.hasOwn(notes, id) ? notes[id] : null
}

/**
 * Changes what is remarked on an assumption: empty texts are nothing, and with the last of them goes
 * the date. What changes nothing leaves the study, and the date, as they are.
 *
 * @param today the day of the change, as in 2026-05-31: the note's date until another is given
 */
export function withNote(
  study: Study,
  id: string,
  change: { readonly [K in keyof AssumptionNote]: AssumptionNote[K] | '' },
  today: string,
): Study {
  const { [id]: old, ...others } = study.assumptionNotes ?? {}
  const before: Readonly<Record<string, unknown>> = { ...old }
  if (Object.entries(change).every(([field, value]) => (before[field] ?? '') === (value ?? '')))
    return study
  const dated = 'date' in change ? change : { ...change, date: today }
  const note = Object.fromEntries(
    Object.entries({ ...old, ...dated }).filter(([, value]) => value !== '' && value !== undefined),
  )
  const says = Object.keys(note).some((field) => field !== 'date')
  const notes = says ? { ...others, [id]: note } : others
  const { assumptionNotes: _old, ...rest } = study
  return Object.keys(notes).length > 0 ? { ...rest, assumptionNotes: notes } : rest
}
