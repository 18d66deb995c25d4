import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { OfficeChart } from './chart.ts'
import { EARLIEST, workbookOf } from './sheet.ts'

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/

/**
 * Puts charts in the place of those that stand for them, and the file in order: charts are counted
 * from 1 whatever was written before, slides know their title, and the same contents are the same
 * bytes.
 *
 * @param file as pptxgenjs writes it
 * @param charts in the order of the slides
 */
export function finished(file: Uint8Array, charts: readonly OfficeChart[]): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'))
  const numbers = parts
    .flatMap(([name]) => CHART.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  const places = new Map(numbers.map((number, at) => [String(number), at + 1]))
  const renamed = (text: string) =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g,
      (whole, before: string, number: string) => {
        const place = places.get(number)
        return place === undefined ? whole : `${before}${place}`
      },
    )
  const names = new Set(parts.map(([name]) => renamed(name)))
  const made = parts.map(([old, bytes]): [string, Uint8Array] => {
    const name = renamed(old)
    const place = /(?:charts\/chart|Worksheet)(\d+)\.(xml|xlsx)$/.exec(name)
    if (place && !name.includes('_rels')) {
      const { xml, sheet } = charts[Number(place[1]) - 1]
      return [name, place[2] === 'xml' ? strToU8(xml) : workbookOf(sheet)]
    }
    return [name, strToU8(inOrder(name, renamed(strFromU8(bytes)), names))]
  })
  const sorted = made.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: EARLIEST })
}

/** Readers look for the list of parts first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1
}

function inOrder(name: string, text: string, names: ReadonlySet<string>): string {
  if (name === '[Content_Types].xml') {
    // Parts are named there that are not in the file.
    return text.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, part: string) =>
      names.has(part) ? whole : '',
    )
  }
  if (name === 'docProps/core.xml') {
    return text.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>\s*/g, '')
  }
  return /^ppt\/slides\/slide\d+\.xml$/.test(name) ? slideInOrder(text) : text
}

/** The headline is the slide's title, and what lies on the slide is numbered once. */
function slideInOrder(text: string): string {
  let id = 1
  return text
    .replace(
      /(name="Headline"[^>]*>)<\/p:cNvPr><p:cNvSpPr[^>]*><p:nvPr><\/p:nvPr>/,
      '$1</p:cNvPr><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr>',
    )
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`)
}
