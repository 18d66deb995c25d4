/** A list of what is measured, each with how it is taken from a world. */
type Measured = readonly { readonly read: unknown }[]

/** The list as others may see it: what is measured can be sent to a worker, a function cannot. */
export function withoutReaders<List extends Measured>(
  listed: List,
): { readonly [Place in keyof List]: Omit<List[Place], 'read'> }
export function withoutReaders(listed: Measured): unknown {
  return listed.map(({ read: _read, ...rest }) => rest)
}
