import writeWorkbook from 'write-excel-file/universal'
import type { Dossier } from '../../dossier/dossier.ts'
import type { FileMade } from './formats.ts'
import { assumptionsSheet } from './sheets/assumptions.ts'
import { decisionsSheet } from './sheets/decisions.ts'
import { differencesSheet } from './sheets/differences.ts'
import { fansSheet } from './sheets/fans.ts'
import { matrixSheet } from './sheets/matrix.ts'
import { outcomesSheet } from './sheets/outcomes.ts'
import { type Sheet, written } from './sheets/sheet.ts'
import { sourcesSheet } from './sheets/sources.ts'
import { summarySheet } from './sheets/summary.ts'
import { trialsSheet } from './sheets/trials.ts'
import { whySheets } from './sheets/why.ts'

type SomeSheets = Sheet | readonly Sheet[]

/** Sheets in their order. */
const sheets: readonly ((dossier: Dossier) => SomeSheets | Promise<SomeSheets>)[] = [
  summarySheet,
  matrixSheet,
  assumptionsSheet,
  decisionsSheet,
  differencesSheet,
  whySheets,
  outcomesSheet,
  fansSheet,
  trialsSheet,
  sourcesSheet,
]

/** One that every Excel has. */
const FONT = { fontFamily: 'Calibri', fontSize: 11 }

/** A workbook of the study and its figures; its sheet of assumptions can be edited and opened again. */
export async function write(dossier: Dossier): Promise<FileMade> {
  const all: Sheet[] = []
  for (const make of sheets) {
    dossier.options.signal?.throwIfAborted()
    all.push(...[await make(dossier)].flat())
  }
  return {
    name: [dossier.study.name, dossier.sight.scenario, 'workbook'],
    content: await workbookOf(all),
  }
}

/** The bytes of a workbook. */
export async function workbookOf(all: readonly Sheet[]): Promise<Uint8Array> {
  const blob = await writeWorkbook(all.map(written), FONT).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
