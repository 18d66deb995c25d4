/** Every ArrayBuffer inside a value of plain objects, arrays and typed arrays, each once. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength > 0) found.add(value.buffer)
    return
  }
  for (const part of Object.values(value)) collect(part, found)
}

/** About how many bytes a value of plain objects, arrays and typed arrays takes. */
export function bytesIn(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength
  return Object.entries(value).reduce((sum, [name, part]) => sum + name.length + bytesIn(part), 16)
}
