/** How the report looks, on a screen and on paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 760px; margin: 0 auto; padding: 24px 20px 48px; background: #fff; color: #1c1f24;
  font: 14px/1.5 Inter, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 14px; font-weight: 600; color: #0f5499; }
.verdict { margin: 8px 0 16px; font-size: 25px; line-height: 1.25; font-weight: 700; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 0 0 2px; font-size: 13px; font-weight: 600; color: #0f5499; }
.finding { margin: 0 0 6px; font-size: 19px; line-height: 1.3; font-weight: 700; text-wrap: balance; }
h3 { margin: 20px 0 6px; font-size: 15px; }
p { margin: 0 0 8px; orphans: 3; widows: 3; }
.muted, figcaption { color: #5c6068; font-size: 12px; }
section { margin-top: 36px; padding-top: 14px; border-top: 1px solid #d9d4c8; }
figure { margin: 12px 0 10px; }
figure svg { display: block; width: 100%; height: auto; }
ul { margin: 8px 0 12px; padding-left: 20px; }
dl.numbers { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 12px 0; }
dl.numbers dt { color: #5c6068; font-size: 12px; }
dl.numbers dd { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 700; }
table { width: 100%; margin: 10px 0 14px; border-collapse: collapse; font-size: 12px; line-height: 1.4; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #d9d4c8; text-align: left; vertical-align: top; }
th { color: #5c6068; font-weight: 600; border-bottom-color: #8b8f97; }
th:first-child, td:first-child { min-width: 13em; }
td.number { overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.many th:first-child, .many td:first-child { min-width: 5.5em; }
.wide { font-size: 10px; }
.wide th, .wide td { padding-right: 6px; }
.wide th:first-child, .wide td:first-child { min-width: 9em; }
table:not(.wide) td.number { white-space: nowrap; }
.number:last-child { padding-right: 0; }
table:not(.many):not(.wide) td { min-width: 5.5em; }
.scroll { overflow-x: auto; }
a { color: #0b5394; }
footer { margin-top: 36px; padding-top: 10px; border-top: 1px solid #d9d4c8; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  .muted, figcaption, dl.numbers dt { font-size: 8pt; }
  table { font-size: 8.5pt; line-height: 1.3; }
  th, td { padding: 2.5pt 8pt 2.5pt 0; }
  .many th, .many td { padding-block: 1.3pt; }
  .wide { font-size: 7.5pt; }
  section { break-before: page; margin-top: 0; padding-top: 0; border: 0; }
  section.first, section.short { break-before: auto; margin-top: 18pt; }
  h1, h2, h3, .finding, .measure { break-after: avoid; }
  figure, tr, dl, li, .keep { break-inside: avoid; }
  thead { display: table-header-group; }
}
`
