/** What a table holds by an id, which somebody else chose: never what every object inherits, as `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}
