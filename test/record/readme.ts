const region = /<!-- simulate:start -->[^]*<!-- simulate:end -->/

/** The README with what the command line prints put in its place. */
export function withOutput(readme: string, output: string): string {
  const block = [
    '<!-- simulate:start -->',
    '',
    '```',
    output.trimEnd(),
    '```',
    '',
    '<!-- simulate:end -->',
  ]
  return readme.replace(region, () => block.join('\n'))
}
