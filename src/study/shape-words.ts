import { families, type FamilyId } from '../engine/distributions/index.ts'

const kinds = Object.keys(families) as FamilyId[]
const ANY = `(${kinds.join('|')})`
const NEEDS = new RegExp(`(^|: )${ANY} (needs|has)\\b`, 'g')
const NONE = new RegExp(`\\bno ${ANY} distribution`, 'g')

/** A shape by the name people read, in the middle of a sentence: PERT, yes or no. */
export function shapeName(kind: FamilyId): string {
  return families[kind].label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

/** What the engine says of a distribution, by the names people read of its shapes. */
export function shapeWords(message: string): string {
  const listed = kinds.join(', ')
  const names = kinds.map((kind) => `“${shapeName(kind)}” ("${kind}")`).join(', ')
  return message
    .replace(NEEDS, (_all, before: string, kind: FamilyId, verb: string) => {
      return `${before}the shape “${families[kind].label}” ${verb}`
    })
    .replace(NONE, (_all, kind: FamilyId) => `no ${shapeName(kind)} distribution`)
    .replace(`is one of ${listed}`, `is one of ${names}`)
}
