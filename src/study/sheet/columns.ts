// The sheet of assumptions: one row an assumption, one table of which every row stands alone, so that it
// may be sorted, filtered and cut.

/** What a cell holds: a date at midnight of Greenwich; null where it is empty. */
export type SheetValue = string | number | boolean | Date | null

/** A column of the sheet. */
interface SheetColumn {
  readonly id: string
  /** In the first row. */
  readonly label: string
  /** In characters. */
  readonly width: number
  /** Whether what is typed in it is read back. */
  readonly isRead?: boolean
}

/** The columns in their order. */
export const sheetColumns = [
  { id: 'id', label: 'ID', width: 24 },
  { id: 'label', label: 'Belief', width: 28 },
  { id: 'question', label: 'Question', width: 44 },
  { id: 'unit', label: 'Unit', width: 22 },
  { id: 'role', label: 'Role', width: 9 },
  { id: 'module', label: 'Mechanism', width: 14 },
  { id: 'changed', label: 'Changed', width: 9 },
  { id: 'shape', label: 'Shape', width: 17, isRead: true },
  { id: 'p10', label: 'P10', width: 11, isRead: true },
  { id: 'p50', label: 'P50', width: 11, isRead: true },
  { id: 'p90', label: 'P90', width: 11, isRead: true },
  { id: 'parameters', label: 'Parameters', width: 52, isRead: true },
  { id: 'parameters2', label: 'Parameters, continued', width: 20, isRead: true },
  { id: 'parameters3', label: 'Parameters, continued 2', width: 20, isRead: true },
  { id: 'parameters4', label: 'Parameters, continued 3', width: 20, isRead: true },
  { id: 'parameters5', label: 'Parameters, continued 4', width: 20, isRead: true },
  { id: 'asWritten', label: 'As written', width: 52 },
  { id: 'default', label: 'Default', width: 52 },
  { id: 'owner', label: 'Owner', width: 16, isRead: true },
  { id: 'date', label: 'Date', width: 12, isRead: true },
  { id: 'confidence', label: 'Confidence', width: 12, isRead: true },
  { id: 'note', label: 'Note', width: 44, isRead: true },
  { id: 'sources', label: 'Sources', width: 36 },
  { id: 'rationale', label: 'Rationale', width: 60 },
  { id: 'scenario', label: 'Scenario', width: 14 },
  { id: 'vantage', label: 'Vantage', width: 10 },
  { id: 'model', label: 'Model', width: 20 },
  { id: 'study', label: 'Study', width: 24 },
  { id: 'check', label: 'Check', width: 10 },
] as const satisfies readonly SheetColumn[]

export type ColumnId = (typeof sheetColumns)[number]['id']

/** A row of the sheet by its columns; what is left out is empty. */
export type SheetRow = Readonly<Partial<Record<ColumnId, SheetValue>>>

/** Those that go on where a text is longer than a cell may be. */
export const parameterColumns = [
  'parameters',
  'parameters2',
  'parameters3',
  'parameters4',
  'parameters5',
] as const satisfies readonly ColumnId[]

export const percentileColumns = ['p10', 'p50', 'p90'] as const satisfies readonly ColumnId[]

/** What the sheet is called. */
export const SHEET = 'Assumptions'

/** The most characters of a cell; Excel takes 32,767. */
export const LONGEST_CELL = 32_000

/** A header or name as it is compared: small letters and digits alone. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The column that a header names, however it is spelt. */
export function columnNamed(header: string): ColumnId | null {
  const name = bare(header)
  return sheetColumns.find(({ label }) => bare(label) === name)?.id ?? null
}

/** What stands over a column. */
export function headerOf(column: ColumnId): string {
  return sheetColumns.find(({ id }) => id === column)?.label ?? column
}
