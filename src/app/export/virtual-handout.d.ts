declare module 'virtual:handout' {
  /** The page of a handout, with comments where its title, its words and its data belong. */
  const html: string
  export default html
}
