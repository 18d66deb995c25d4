import { buffersOf } from './buffers.ts'

/** Answers by what they depend on, the least used first out, up to so many bytes. */
export class Answers {
  private readonly kept = new Map<string, { readonly answer: unknown; readonly bytes: number }>()
  private bytes = 0

  /** @param room bytes kept at most */
  constructor(private readonly room: number) {}

  get(key: string): { readonly answer: unknown } | undefined {
    const found = this.kept.get(key)
    if (!found) return undefined
    // A map remembers the order in which keys came: what is used is moved to its end.
    this.kept.delete(key)
    this.kept.set(key, found)
    return found
  }

  keep(key: string, answer: unknown): void {
    const bytes = sizeOf(answer) + 2 * key.length
    this.drop(key)
    this.kept.set(key, { answer, bytes })
    this.bytes += bytes
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.room) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0
    this.kept.delete(key)
  }
}

/** About how many bytes a value of plain objects and typed arrays takes. */
function sizeOf(answer: unknown): number {
  const arrays = buffersOf(answer).reduce((sum, { byteLength }) => sum + byteLength, 0)
  const text = JSON.stringify(answer, (_key, part: unknown) =>
    ArrayBuffer.isView(part) ? undefined : part,
  )
  return arrays + 2 * (text?.length ?? 0)
}
