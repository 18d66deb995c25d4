import type { Dossier } from '../../../dossier/dossier.ts'
import { type Presented, presentedPages } from '../../../dossier/presented.ts'
import type { PlainChart } from '../../../dossier/plain-chart.ts'
import { whySections } from '../../../dossier/why/index.ts'
import type { Table } from '../../../findings/finding.ts'
import { type Beliefs, beliefsOf } from './beliefs.ts'
import { decisionsOf } from './decisions.ts'
import { type Facts, factsOf } from './facts.ts'

/** What slides, report and Markdown are written from: all of it texts and plain data. */
export interface Material {
  /** The finding that everything else explains. */
  readonly verdict: string
  /** As they are presented: in the study's order, with its headlines and notes. */
  readonly pages: readonly Presented[]
  readonly beliefs: Beliefs
  /** The terms of all strategies, some to a table. */
  readonly decisions: readonly Table[]
  readonly facts: Facts
}

/**
 * Gathers what is written of a dossier.
 *
 * @param sections whether page “why” carries what was found in more detail, which slides have no room for
 * @throws the signal's reason if aborted
 */
export async function materialOf(
  dossier: Dossier,
  { sections = true }: { readonly sections?: boolean } = {},
): Promise<Material> {
  const { signal, onProgress } = dossier.options
  const results = await dossier.results()
  signal?.throwIfAborted()
  onProgress?.(0.2)
  const choice = await dossier.choice()
  const pages = (await presentedPages(dossier)).map(withoutEmpty)
  const why = sections && pages.some(({ id }) => id === 'why') ? await whySections(dossier) : []
  signal?.throwIfAborted()
  onProgress?.(0.8)
  const verdict = choice?.headline ?? pages[0]?.headline ?? dossier.study.name
  return {
    verdict,
    pages: pages.map((page) => (page.id === 'why' ? { ...page, sections: why } : page)),
    beliefs: beliefsOf(dossier),
    decisions: decisionsOf(dossier),
    facts: factsOf(dossier, results),
  }
}

/** A page without a chart that draws nothing and without a table of no rows. */
function withoutEmpty(page: Presented): Presented {
  const { chart, table } = page
  return {
    ...page,
    chart: chart && drawsNothing(chart) ? null : chart,
    table: table && table.rows.length === 0 ? null : table,
  }
}

function drawsNothing(chart: PlainChart): boolean {
  switch (chart.kind) {
    case 'bars':
      return chart.categories.length === 0 || chart.series.length === 0
    case 'ranges':
      return chart.rows.length === 0
    case 'fan':
      return chart.fans.length === 0 || chart.quarters.length === 0
    case 'histogram':
      return chart.shares.length === 0
  }
}
