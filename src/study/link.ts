import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { canonicalJson } from '../engine/cases.ts'
import { textDigest } from '../engine/digest.ts'
import { jsonOf } from './json.ts'
import { type Opened, readFile } from './read.ts'
import { simplified } from './simplify.ts'
import { withoutSight } from './sight.ts'
import { defaultStudy, type Study, type StudySight } from './study.ts'

/** What an address with a study in it begins with, after the `#`. */
const BEGINS = 'study='
/** How the rest is written: the first way. */
const WAY = '1'
/** Hex digits of the digest that a link carries of what is in it. */
const CHECK = 8
/** Bytes that a link may hold once it is unpacked. */
const LARGEST = 4e6
/** Characters that mail programs and chats carry without breaking. */
export const CARRIED = 2000

/** What was in sight when a link was made; each is left out where nothing is said. */
export interface Sight extends StudySight {
  /** The address below `#/`, such as `compare/bridge`. */
  readonly at?: string
}

/** A study that came by link. */
export type Linked = Opened & { readonly sight: Sight }

/** Whether an address (with or without its `#`) holds a study. */
export function isLink(hash: string): boolean {
  return plain(hash).startsWith(BEGINS)
}

/** An address without its `#`, and without what programs do to it on its way. */
function plain(hash: string): string {
  return hash
    .replace(/^#/, '')
    .replace(/%3D/i, '=')
    .replace(/[?&\s].*$/s, '')
}

/** The part of an address, from its `#` on, that holds a whole study and what is in sight. */
export function linkOf(study: Study, sight: Sight = {}): string {
  const text = JSON.stringify({ study: shortest(study), sight })
  const packed = base64url(deflateSync(strToU8(text), { level: 9 }))
  return `#${BEGINS}${WAY}.${textDigest(text).slice(0, CHECK)}.${packed}`
}

/**
 * Reads the study in an address.
 *
 * @throws in a sentence, where the address was cut, changed or is none of Stakes
 */
export function readLink(hash: string): Linked {
  const [way, check, packed, ...rest] = plain(hash).slice(BEGINS.length).split('.')
  if (!isLink(hash) || rest.length > 0 || packed === undefined) {
    throw new Error(
      'a link to a study has three parts after “#study=”; this one was cut or changed',
    )
  }
  if (way !== WAY) {
    throw new Error(`this link was made by a newer Stakes (way ${way}); this one reads way ${WAY}`)
  }
  const text = unpacked(packed)
  if (text === null || textDigest(text).slice(0, CHECK) !== check) {
    throw new Error('this link was cut or changed on its way: copy the whole of it')
  }
  const { study, sight } = contentOf(text)
  return { ...readFile(JSON.stringify(study ?? null)), sight: sightOf(sight) }
}

/** A study without what it has by default anyway. */
function shortest(study: Study): object {
  const short = simplified(withoutSight(study))
  const usual: Readonly<Record<string, unknown>> = { ...defaultStudy(study.vantage) }
  const said = Object.entries(short).filter(
    ([key, value]) =>
      ['format', 'version', 'vantage'].includes(key) ||
      canonicalJson(value) !== canonicalJson(usual[key]),
  )
  return Object.fromEntries(said)
}

/**
 * What was packed; nothing where it is no object.
 *
 * @throws in a sentence where it is no JSON, or none that a file may be
 */
function contentOf(text: string): { readonly study?: unknown; readonly sight?: unknown } {
  const found = jsonOf(text)
  return typeof found === 'object' && found !== null ? found : {}
}

function sightOf(value: unknown): Sight {
  if (typeof value !== 'object' || value === null) return {}
  const names = ['scenario', 'outcome', 'chosen', 'rival', 'at'] as const
  const given = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    names.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : [])),
  )
}

/** The text in a packed one; null where it is none, or larger than any study. */
function unpacked(packed: string): string | null {
  const bytes = bytesOf(packed)
  if (!bytes) return null
  const parts: Uint8Array[] = []
  let size = 0
  let isWhole = false
  try {
    const inflate = new Inflate((part, last) => {
      size += part.length
      if (size > LARGEST) throw new Error('too large')
      parts.push(part)
      isWhole = last
    })
    inflate.push(bytes, true)
  } catch {
    return null
  }
  if (!isWhole) return null
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return strFromU8(all)
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text)) return null
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(plain, (one) => one.charCodeAt(0))
  } catch {
    return null
  }
}
