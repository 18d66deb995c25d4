import * as v from 'valibot'

// What entries of files are made of, refused in words: what is expected, and what came.

export const text = (most: number) =>
  v.pipe(
    v.string(({ received }) => `a text is expected, got ${kindOf(received)}`),
    v.maxLength(
      most,
      ({ received }) => `a text of at most ${most} characters is expected, got ${received}`,
    ),
  )

export function oneOfThem<const Ids extends readonly string[]>(ids: Ids) {
  return v.picklist(ids, ({ received }) => `one of ${ids.join(', ')} is expected, got ${received}`)
}

export const number = v.number(({ received }) => `a number is expected, got ${kindOf(received)}`)

/** What is named by its keys: a list has none. */
export function object<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.custom<unknown>(
      (input) => !Array.isArray(input),
      'an object { … } is expected, got a list [ … ]',
    ),
    schema,
  )
}
/** What came in place of something else, in words. */
export function kindOf(received: string): string {
  return { Array: 'a list [ … ]', Object: 'an object { … }' }[received] ?? received
}

export function objectExpected({ received, expected }: Issue): string {
  // Of an object without one of its fields the field is named by its path.
  if (expected !== null && expected !== 'Object') return 'this field is expected, got nothing'
  return `an object { … } is expected, got ${received}`
}

/** What came, and what was expected instead. */
interface Issue {
  readonly received: string
  readonly expected: string | null
}
export function listExpected({ received }: { readonly received: string }): string {
  return `a list [ … ] is expected, got ${kindOf(received)}`
}

/** At most so many of what a list holds. */
export function few<const S extends v.GenericSchema>(schema: S, most: number, what: string) {
  return v.pipe(
    v.array(schema, listExpected),
    v.maxLength(most, ({ received }) => `at most ${most} ${what} are expected, got ${received}`),
  )
}
