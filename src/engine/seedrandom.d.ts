/** The generator alone, without the others of the package, which nobody here uses. */
declare module 'seedrandom/seedrandom.js' {
  import seedrandom from 'seedrandom'

  export default seedrandom
}
