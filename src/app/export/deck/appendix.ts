import type PptxGenJS from 'pptxgenjs'
import type { PageId } from '../../../dossier/page.ts'
import type { Table } from '../../../findings/finding.ts'
import { counted, count } from '../../../words/index.ts'
import { look } from './look.ts'
import type { Facts } from './facts.ts'
import type { Material } from './material.ts'
import { beginSlide, BOTTOM, layoutOf, LEFT, WIDTH, write } from './slide.ts'
import { addTable, partsOf } from './slide-table.ts'

const NAME = 'Appendix'
/** Tables of more columns are set smaller. */
const WIDE = 7
/** Pages whose table the appendix has in full anyway: all beliefs, and the terms of all strategies. */
const covered: readonly PageId[] = ['question', 'beliefs']

/** A table over as many slides as it needs. */
export function addTableSlides(
  deck: PptxGenJS,
  facts: Facts,
  headline: string,
  table: Table,
  measure = '',
  name = NAME,
): void {
  if (table.rows.length === 0) return
  const { top } = layoutOf({ headline, measure })
  const parts = partsOf(table, table.columns.length > WIDE ? 9 : 10.5, WIDTH, BOTTOM - top)
  parts.parts.forEach((_, at) => {
    const part = parts.parts.length > 1 ? ` (${count(at + 1)} of ${count(parts.parts.length)})` : ''
    const { slide } = beginSlide(deck, facts, { name: name + part, headline, measure })
    addTable(slide, parts, at, { x: LEFT, y: top })
  })
}

/** Beliefs with what they rest on, decisions, figures of the pages, and how all was computed. */
export function addAppendix(
  deck: PptxGenJS,
  { facts, beliefs, decisions, pages }: Material,
  isShown: ReadonlySet<string>,
): void {
  const { changed, others } = beliefs
  addTableSlides(
    deck,
    facts,
    `${counted(changed.rows.length, 'belief')} changed in this study, beside the model’s defaults`,
    changed,
    'As believed in this scenario; the source is that of the model’s default.',
  )
  addTableSlides(
    deck,
    facts,
    changed.rows.length === 0
      ? `All ${counted(others.rows.length, 'belief')}, as the model has them`
      : `The other ${counted(others.rows.length, 'belief')}, as the model has them`,
    others,
  )
  for (const table of decisions) {
    addTableSlides(deck, facts, 'Decisions: the terms of each strategy', table)
  }
  for (const { id, name, table, measure } of pages) {
    if (table && !isShown.has(id) && !covered.includes(id)) {
      addTableSlides(deck, facts, `${name}, in figures`, table, measure)
    }
  }
  addHow(deck, facts)
}

/** How it was computed and can be computed again. */
function addHow(deck: PptxGenJS, facts: Facts): void {
  const { slide, top } = beginSlide(deck, facts, {
    name: NAME,
    headline: 'How this was computed, and how to check it',
  })
  const left = 6.4
  const table = partsOf(
    { columns: ['What', 'As it was'], rows: facts.rows },
    12,
    left,
    BOTTOM - top,
  )
  addTable(slide, table, 0, { x: LEFT, y: top })
  let y = top
  for (const line of facts.check) {
    const place = { x: LEFT + left + 0.5, y, w: WIDTH - left - 0.5, h: 1.6 }
    y += write(slide, line, place, [14, 13, 12, 11], { color: look.ink }) + 0.2
  }
}
