import type { Dossier } from '../../dossier/dossier.ts'
import { linesOf } from '../../dossier/page.ts'
import type { Presented } from '../../dossier/presented.ts'
import type { Table } from '../../findings/finding.ts'
import { textOf } from '../../findings/finding.ts'
import { counted } from '../../words/index.ts'
import { plainText } from './deck/escape.ts'
import { type Material, materialOf } from './deck/material.ts'
import type { FileMade } from './formats.ts'

/**
 * A report in Markdown: the verdict, the pages with their tables, beliefs, decisions, and how it was
 * computed.
 *
 * @throws the signal's reason if aborted
 */
export async function write(dossier: Dossier): Promise<FileMade> {
  const material = await materialOf(dossier)
  return { name: [dossier.study.name, 'report'], content: markdownOf(material) }
}

function markdownOf({ verdict, pages, beliefs, decisions, facts }: Material): string {
  const { changed, others } = beliefs
  const parts = [
    `# ${words(facts.study)}`,
    `**${words(verdict)}**`,
    words(facts.foot),
    ...pages.flatMap(pageParts),
    '## Beliefs',
    'What nobody decides, as believed in this scenario, with what it rests on.',
    ...(changed.rows.length > 0
      ? [`### Changed in this study: ${counted(changed.rows.length, 'belief')}`, table(changed)]
      : ['No belief was changed in this study.']),
    `### As the model has them: ${counted(others.rows.length, 'belief')}`,
    table(others),
    '## Decisions',
    'The terms of each strategy.',
    ...decisions.map(table),
    '## How this was computed',
    table({ columns: ['What', 'As it was'], rows: facts.rows }),
    '## How to check it',
    ...facts.check.map((line) => `- ${words(line)}`).reduce(joined, []),
    ...(facts.address === null ? [] : [`[Open this study](<${facts.address}>)`]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Items of a list stand on lines that follow each other. */
function joined(all: string[], line: string): string[] {
  return all.length === 0 ? [line] : [`${all[0]}\n${line}`]
}

function pageParts(page: Presented) {
  const { name, headline, remark, measure, numbers, table: found, caption } = page
  const { sections = [] } = page
  return [
    `## ${words(name)}`,
    `**${words(headline)}**`,
    ...(remark === null ? [] : [`*${words(remark)}*`]),
    words(measure),
    ...numbers.map(({ label, text }) => `- ${words(label)}: **${words(text)}**`).reduce(joined, []),
    ...linesOf(page)
      .map((line) => `- ${words(line)}`)
      .reduce(joined, []),
    ...(found && found.rows.length > 0 ? [table(found)] : []),
    `*${words(caption)}*`,
    ...sections.flatMap(({ heading, title, measure, table: more, caption: below }) => [
      `### ${words(heading)}`,
      `**${words(title)}**`,
      words(measure),
      ...(more && more.rows.length > 0 ? [table(more)] : []),
      `*${words(below)}*`,
    ]),
  ].filter((part) => !/^\**$/.test(part))
}

/** A table as GitHub has them; figures flush right. */
function table({ columns, rows }: Table): string {
  const isFigures = columns.map(
    (_, at) => at > 0 && rows.every((row) => typeof row[at] !== 'string' || row[at] === '–'),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(words)),
    line(isFigures.map((flush) => (flush ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => words(textOf(cell))))),
  ].join('\n')
}

/** A text on one line of which nothing is markup: no heading, link, code, cell, tag or list. */
function words(text: string): string {
  return plainText(text)
    .replace(/[\\`*_{}[\]<>()#|~!&$@]/g, String.raw`\$&`)
    .replace(/^([+\-=]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/(https?|ftp|www)(?=[:.])/gi, '$1\u200b')
}
