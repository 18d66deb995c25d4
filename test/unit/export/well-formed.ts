import { strFromU8, unzipSync } from 'fflate'

const NAME = '[A-Za-z_][\\w.:-]*'
const TAG = new RegExp(
  `^<(?:(/)(${NAME})\\s*|(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?))>`,
)
const HEAD = /^<\?xml[^<>]*\?>/
const BAD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What is wrong with an XML document; null where it is well-formed. */
export function illFormed(xml: string): string | null {
  if (FORBIDDEN.test(xml)) return 'a character that XML forbids'
  if (BAD_REFERENCE.test(xml))
    return `& alone: ${xml.slice(xml.search(BAD_REFERENCE)).slice(0, 40)}`
  const open: string[] = []
  let roots = 0
  let rest = xml.replace(HEAD, '')
  while (rest !== '') {
    const text = /^[^<]*/.exec(rest)?.[0] ?? ''
    if (text.includes(']]>')) return 'the end of a section that was not begun'
    if (open.length === 0 && text.trim() !== '') return `text outside: ${text.slice(0, 40)}`
    rest = rest.slice(text.length)
    if (rest === '') break
    const tag = TAG.exec(rest)
    if (!tag) return `no tag: ${rest.slice(0, 60)}`
    const [whole, end, closed, opened, attributes, single] = tag
    if (end) {
      if (open.pop() !== closed) return `</${closed}> closes nothing`
    } else {
      const names = [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)]
      if (new Set(names.map(([, name]) => name)).size < names.length) return `twice in ${whole}`
      if (open.length === 0) roots++
      if (!single) open.push(opened)
    }
    rest = rest.slice(whole.length)
  }
  if (open.length > 0) return `not closed: ${open.join(', ')}`
  return roots === 1 ? null : `${roots} roots`
}

/** The texts of an office file, by the names of its parts; of packages in it, those too. */
export function partsOf(file: Uint8Array, before = ''): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(file)).flatMap(([name, bytes]): [string, string][] =>
      name.endsWith('.xlsx')
        ? [...partsOf(bytes, `${before}${name}!`)]
        : [[before + name, strFromU8(bytes)]],
    ),
  )
}
