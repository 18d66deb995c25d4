import PptxGenJS from 'pptxgenjs'
import type { Dossier } from '../../dossier/dossier.ts'
import type { Presented } from '../../dossier/presented.ts'
import type { Table } from '../../findings/finding.ts'
import { textOf } from '../../findings/finding.ts'
import { addAppendix, addTableSlides } from './deck/appendix.ts'
import type { OfficeChart } from './deck/chart.ts'
import { plainText } from './deck/escape.ts'
import type { Facts } from './deck/facts.ts'
import { materialOf } from './deck/material.ts'
import { finished } from './deck/package.ts'
import { addPage, deckFont } from './deck/page-slide.ts'
import type { FileMade } from './formats.ts'

/**
 * Slides of what is presented, with an appendix of every belief, decision and figure.
 *
 * @throws the signal's reason if aborted
 */
export async function write(dossier: Dossier): Promise<FileMade> {
  const material = await materialOf(dossier, { sections: false })
  const { facts, pages, verdict } = material
  const { signal } = dossier.options
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = deckFont
  deck.title = plainText(facts.study)
  deck.subject = plainText(verdict)
  deck.author = 'Stakes'
  deck.company = 'Stakes'
  const charts: OfficeChart[] = []
  const isShown = new Set<string>()
  for (const page of pages) {
    const { charts: drawn, hasTable } = addPage(deck, facts, page)
    charts.push(...drawn)
    if (hasTable) isShown.add(page.id)
    else if (page.id === 'question' && page.table) addTerms(deck, facts, page, page.table)
    await turn()
    signal?.throwIfAborted()
  }
  addAppendix(deck, material, isShown)
  const file = await deck.write({ outputType: 'uint8array' })
  signal?.throwIfAborted()
  if (!(file instanceof Uint8Array)) throw new Error('the slides did not come as bytes')
  return { name: [dossier.study.name, 'slides'], content: finished(file, charts) }
}

/** The terms on a slide of their own, right after their question. */
function addTerms(deck: PptxGenJS, facts: Facts, { name }: Presented, table: Table): void {
  const [, strategy] = table.columns
  addTableSlides(deck, facts, `Terms of ${textOf(strategy)}`, table, '', name)
}

/** Lets the page draw how far it is, and hear that it should stop. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
