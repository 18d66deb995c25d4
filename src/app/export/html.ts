import page from 'virtual:handout'
import { handoutOf } from '../../dossier/handout.ts'
import type { HandoutData } from '../../dossier/handout-data.ts'
import type { Dossier } from '../../dossier/dossier.ts'
import { textOf } from '../../findings/finding.ts'
import type { FileMade } from './formats.ts'
import { escapedHtml, jsonForScript } from './html-text.ts'

/** One page that stands alone: results to be looked at anywhere, without a network or Stakes. */
export async function write(dossier: Dossier): Promise<FileMade> {
  const data = await handoutOf(dossier)
  const { study, sight } = dossier
  return { name: [study.name, sight.scenario, 'handout'], content: handoutPage(data) }
}

/** The page of a handout with its data in it. */
export function handoutPage(data: HandoutData): string {
  const parts: Readonly<Record<string, string>> = {
    title: escapedHtml(data.name),
    words: wordsOf(data),
    data: jsonForScript(data),
  }
  // The first of each: what comes later is of the script.
  return Object.entries(parts).reduce(
    (html, [id, text]) => html.replace(`<!--${id}-->`, () => text),
    page,
  )
}

/** What is read where no script runs, as in the preview of a mail. */
function wordsOf({ name, about, headline, strategies, outcome }: HandoutData): string {
  const shown = strategies.find(({ id }) => id === outcome) ?? strategies[0]
  const { columns, rows } = shown.table
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapedHtml(cell)}</${tag}>`).join('')}</tr>`
  return [
    `<h1>${escapedHtml(name)}</h1>`,
    `<p>${escapedHtml(headline)}</p>`,
    `<p>${escapedHtml(shown.title)}. ${escapedHtml(about)}.</p>`,
    `<table>${row(columns, 'th')}${rows.map((cells) => row(cells.map(textOf), 'td')).join('')}</table>`,
    '<p>Open this file in a browser that runs scripts to see all charts, beliefs and futures.</p>',
  ].join('\n')
}
