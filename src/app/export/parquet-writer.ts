import { ByteWriter, type KeyValue, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { writeColumn } from 'hyparquet-writer/src/column.js'

type Encoded = Parameters<typeof writeColumn>[0]
type Values = Encoded['pageData']['values']

/** A column to be written: plain, or a list of so many numbers a row. */
export interface ParquetColumn {
  readonly name: string
  readonly type: 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'STRING' | 'FLOATS'
  /** All rows; of lists, row after row. Made when it is written. */
  readonly values: () => Values
  /** Of a list. */
  readonly length?: number
}

const PAGE = 1 << 20

/**
 * Writes a Parquet file of one row group, a column at a time, so that the page may go on in between.
 *
 * @param rows of every column
 * @param next awaited before each column
 */
export async function parquetOf(
  columns: readonly ParquetColumn[],
  rows: number,
  about: Readonly<Record<string, string>>,
  next: (done: number) => Promise<void>,
): Promise<Uint8Array> {
  const root: SchemaElement = { name: 'schema', num_children: columns.length }
  const fields = columns.map(fieldOf)
  const kvMetadata = Object.entries(about).map(([key, value]): KeyValue => ({ key, value }))
  const schema = [root, ...fields.flat()]
  const file = new ParquetWriter({
    writer: new ByteWriter(rows * columns.length * 8),
    schema,
    kvMetadata,
    createdBy: 'Stakes',
  })
  const { writer, compressors } = file
  const start = writer.offset
  const found: ReturnType<typeof writeColumn>[] = []
  const known = new Map<number, ReturnType<typeof levelsOf>>()
  for (const [at, { values, type, length }] of columns.entries()) {
    await next(at / columns.length)
    const path = [root, ...fields[at]]
    const column: Encoded['column'] = {
      columnName: path
        .slice(1)
        .map(({ name }) => name)
        .join('.'),
      element: path[path.length - 1],
      schemaPath: path,
      codec: 'SNAPPY',
      compressors,
      // Of no use in a list, and as long in the making as the list.
      stats: type !== 'FLOATS',
      pageSize: PAGE,
      columnIndex: false,
      offsetIndex: true,
      // A dictionary would take −0 for 0.
      ...((type === 'DOUBLE' || type === 'FLOATS') && { encoding: 'PLAIN' as const }),
    }
    const key = length ?? 0
    const levels = known.get(key) ?? levelsOf(rows, length)
    known.set(key, levels)
    const pageData = { values: values(), ...levels }
    found.push(writeColumn({ writer, column, pageData }))
  }
  file.pendingIndexes.push(...found)
  file.num_rows = BigInt(rows)
  const chunks = found.map(({ chunk }) => chunk)
  file.row_groups.push({
    columns: chunks,
    num_rows: BigInt(rows),
    total_byte_size: chunks.reduce(
      (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
      0n,
    ),
    total_compressed_size: BigInt(writer.offset - start),
  })
  await file.finish()
  return writer.getBytes()
}

function fieldOf({ name, type }: ParquetColumn): SchemaElement[] {
  const repetition_type = 'REQUIRED'
  if (type === 'FLOATS') {
    return [
      { name, repetition_type, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'FLOAT', repetition_type },
    ]
  }
  if (type === 'STRING')
    return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }]
  return [{ name, type, repetition_type }]
}

/** Where rows begin and end: a list's first number begins one. */
function levelsOf(rows: number, length: number | undefined) {
  if (length === undefined) {
    return { definitionLevels: [], repetitionLevels: [], maxDefinitionLevel: 0 }
  }
  const definitionLevels = Array.from({ length: rows * length }, () => 1)
  const repetitionLevels = definitionLevels.map((_, i) => (i % length === 0 ? 0 : 1))
  return { definitionLevels, repetitionLevels, maxDefinitionLevel: 1 }
}
