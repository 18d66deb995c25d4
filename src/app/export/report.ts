import type { Dossier } from '../../dossier/dossier.ts'
import type { Presented } from '../../dossier/presented.ts'
import type { WhySection } from '../../dossier/why/section.ts'
import { type Table, textOf } from '../../findings/finding.ts'
import { counted, sentences } from '../../words/index.ts'
import { escaped, plainText } from './deck/escape.ts'
import type { Facts } from './deck/facts.ts'
import { type Material, materialOf } from './deck/material.ts'
import { reportStyle } from './deck/report-style.ts'
import type { FileMade } from './formats.ts'
import { shortened } from './deck/text-fit.ts'
import { plainSvg, readingOf } from './plain-svg.ts'

/**
 * A report as one page of HTML that is made to be printed: no script, nothing from elsewhere.
 *
 * @throws the signal's reason if aborted
 */
export async function write(dossier: Dossier): Promise<FileMade> {
  const material = await materialOf(dossier)
  return { name: [dossier.study.name, 'report'], content: reportOf(material) }
}

/** More columns than these stand closer, and are set smaller. */
const MANY = 5
const WIDE = 7
/** A name at the head of one of many columns, in ems. */
const LONGEST_HEAD = 40

function reportOf(material: Material): string {
  const { verdict, pages, facts } = material
  const title = say(facts.study)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${reportStyle}${pageFoot(facts)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="verdict">${say(verdict)}</p>
<p class="muted">${say(facts.foot)}</p>
</header>
<main>
${pages.map((page, at) => pageSection(page, at === 0, verdict)).join('\n')}
${lastSections(material)}
</main>
<footer class="muted">${say(facts.foot)}</footer>
</body>
</html>
`
}

/** Decisions, beliefs, and how it was computed. */
function lastSections({ beliefs: { changed, others }, decisions, facts }: Material): string {
  const { rows, check, address } = facts
  const changes =
    changed.rows.length > 0
      ? `<h3>Changed in this study: ${counted(changed.rows.length, 'belief')}</h3>\n${table(changed)}`
      : '<p>No belief was changed in this study.</p>'
  return `<section>
<h2>Decisions</h2>
<p class="finding">The terms of each strategy</p>
${decisions.map(table).join('\n')}
</section>
<section>
<h2>Beliefs</h2>
<p class="finding">What nobody decides, and what it rests on</p>
${changes}
<h3>As the model has them: ${counted(others.rows.length, 'belief')}</h3>
${table(others)}
</section>
<section class="short keep">
<h2>How this was computed</h2>
${table({ columns: ['What', 'As it was'], rows })}
<h3>How to check it</h3>
<ul>${check.map((line) => `<li>${say(line)}</li>`).join('')}</ul>
${address === null ? '' : `<p><a href="${escaped(address)}">Open this study</a></p>`}
</section>`
}

function pageSection(page: Presented, isFirst: boolean, verdict: string): string {
  const { name, headline, remark, measure, numbers, chart, table: found, caption } = page
  const { lines, steps = [], sections = [] } = page
  const figures = numbers
    .map(({ label, text }) => `<div><dt>${say(label)}</dt><dd>${say(text)}</dd></div>`)
    .join('')
  const reading = chart ? readingOf(chart) : ''
  return `<section${isFirst ? ' class="first"' : ''}>
<h2>${say(name)}</h2>
${isFirst && headline === verdict ? '' : `<p class="finding">${say(headline)}</p>`}
${remark === null ? '' : `<p class="muted"><em>${say(remark)}</em></p>`}
<p class="muted measure">${say(measure)}</p>
${figures && `<dl class="numbers">${figures}</dl>`}
${chart ? `<figure>${plainSvg(chart, plainText(headline))}<figcaption>${say(sentences([reading, caption]))}</figcaption></figure>` : ''}
${listOf(lines)}
${steps.length > 0 ? `<h3>Next steps</h3>\n${listOf(steps)}` : ''}
${found && found.rows.length > 0 ? table(found) : ''}
${sections.map(partOf).join('\n')}
${chart ? '' : `<p class="muted">${say(caption)}</p>`}
</section>`
}

function partOf({ heading, title, measure, table: found, caption }: WhySection): string {
  return `<div class="part">
<h3>${say(heading)}</h3>
<p class="finding">${say(title)}</p>
<p class="muted measure">${say(measure)}</p>
${found && found.rows.length > 0 ? table(found) : ''}
<p class="muted">${say(caption)}</p>
</div>`
}

function listOf(lines: readonly string[]): string {
  return lines.length > 0 ? `<ul>${lines.map((line) => `<li>${say(line)}</li>`).join('')}</ul>` : ''
}

function table({ columns, rows }: Table): string {
  const kinds = columns.map((_, at) =>
    at > 0 && rows.every((row) => typeof row[at] !== 'string' || row[at] === '–')
      ? ' class="number"'
      : '',
  )
  const isMany = columns.length > MANY
  const named = columns.map((one) => (isMany ? shortened(plainText(one), LONGEST_HEAD) : one))
  const head = named.map((one, at) => `<th scope="col"${kinds[at]}>${say(one)}</th>`).join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, at) => `<td${kinds[at]}>${say(textOf(cell))}</td>`).join('')}</tr>`,
    )
    .join('\n')
  const kind = columns.length > WIDE ? ' class="wide"' : isMany ? ' class="many"' : ''
  return `<div class="scroll"><table${kind}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

/** At the foot of every sheet, where the browser can write there. */
function pageFoot({ foot }: Facts): string {
  const type = 'font: 7.5pt Helvetica, Arial, sans-serif; color: #5c6068; vertical-align: top;'
  return `@page { size: A4 portrait; margin: 16mm 15mm 18mm;
  @bottom-left { content: ${quoted(plainText(foot))}; width: 88%; text-align: left; ${type} }
  @bottom-right { content: counter(page) " / " counter(pages); text-align: right; ${type} } }
`
}

/** A text as CSS writes one, which ends neither the text nor the style. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<>&\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}

function say(text: string): string {
  return escaped(plainText(text))
}
