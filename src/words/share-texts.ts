import { hundredths } from './chances.ts'
import { rounded } from './digits.ts'
import { fixedPercent } from './percent.ts'

/** Weights in percent that add up to 100, in as many digits as that takes. */
export function shareTexts(shares: readonly number[]): string[] {
  const decimals = [0, 1].find((one) => {
    const sum = shares.reduce((all, share) => all + rounded(share * 100, one), 0)
    return Math.abs(sum - 100) < 1e-9
  })
  const whole = hundredths(shares)
  return shares.map((share, at) =>
    fixedPercent(decimals === undefined ? whole[at] / 100 : share, decimals),
  )
}
