import type { Study } from '../index.ts'
import type { KeptRule } from '../rules.ts'
import type { KeptSignpost } from '../signposts.ts'

/** What a study keeps lists of, by its field. */
interface Kept {
  readonly rules: KeptRule
  readonly signposts: KeptSignpost
}

/**
 * What is done to a list of a study in which each stands once and may be noted on.
 *
 * @param keyOf what makes one itself, whatever its note
 * @param most how many find room
 */
export function keptList<F extends keyof Kept>(
  field: F,
  keyOf: (one: Kept[F]) => string,
  most: number,
) {
  type One = Kept[F]
  type Keeping = Pick<Study, F>
  const listOf = (study: Keeping) => (study[field] ?? []) as readonly One[]
  const isSame = (one: One) => (other: One) => keyOf(other) === keyOf(one)
  const withList = (study: Study, list: readonly One[]): Study => {
    const { [field]: _old, ...rest } = study
    return (list.length > 0 ? { ...study, [field]: list } : rest) as Study
  }
  const isKept = (study: Keeping, one: One) => listOf(study).some(isSame(one))
  const hasRoom = (study: Keeping) => listOf(study).length < most
  return {
    /** Whether one is kept, whatever its note. */
    isKept,
    /** Whether one more finds room. */
    hasRoom,
    /** Keeps one as the last; one that is kept, or finds no room, changes nothing. */
    withOne: (study: Study, one: One): Study =>
      isKept(study, one) || !hasRoom(study) ? study : withList(study, [...listOf(study), one]),
    /** Takes one out; with the last of them goes the list. */
    without: (study: Study, one: One): Study =>
      isKept(study, one)
        ? withList(
            study,
            listOf(study).filter((other) => !isSame(one)(other)),
          )
        : study,
    /** What is noted on one; an empty text is no note. */
    withNote: (study: Study, one: One, note: string): Study => {
      const said = note.trim()
      const found = listOf(study).find(isSame(one))
      if (!found || (found.note ?? '') === said) return study
      const { note: _old, ...bare } = found
      const noted = (said === '' ? bare : { ...bare, note: said }) as One
      return withList(
        study,
        listOf(study).map((other) => (other === found ? noted : other)),
      )
    },
  }
}
