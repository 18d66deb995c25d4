/** A number of so many digits that count, to be entered or worked with. */
export function toDigits(x: number, digits: number): number {
  return Number(x.toPrecision(digits))
}

/** The nearest whole step, to so many digits that count. */
export function toStep(x: number, step: number, digits: number): number {
  return toDigits(Math.round(x / step) * step, digits)
}
