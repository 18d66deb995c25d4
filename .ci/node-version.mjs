/** @param {string} text such as 20.19.0 or v20.19.0 */
const parse = (text) => text.replace(/^v/, '').split('.').map(Number)

/**
 * @param {number[]} a
 * @param {number[]} b
 */
const atLeast = (a, b) => {
  const i = [0, 1, 2].find((place) => a[place] !== b[place])
  return i === undefined || a[i] > b[i]
}

/**
 * Whether a version is inside a range made of `^x.y.z` and `>=x.y.z` joined by `||`.
 *
 * @param {string} version
 * @param {string} range
 */
export function inRange(version, range) {
  const have = parse(version)
  return range.split('||').some((part) => {
    const [, sign, wanted] = /^\s*(\^|>=)(\S+)\s*$/.exec(part) ?? []
    if (!wanted) throw new Error(`engines must be made of ^ and >=, got ${part}`)
    const least = parse(wanted)
    return atLeast(have, least) && (sign === '>=' || have[0] === least[0])
  })
}
