import { toDigits } from '../../words/index.ts'

/** Width of a letter of small type, on average, in pixels. */
export const LETTER = 7.4

/** Where words start so that they stand over a pixel and stay inside the picture. */
export function placed(text: string, pixel: number, width: number): number {
  // Figures alone are wider than words.
  const long = text.length * (text.length > 12 ? LETTER : 10.8)
  return Math.max(0, Math.min(width - long, pixel - long / 2))
}

/** A step people count in (1, 2 or 5 times a power of ten), about a hundredth of a range. */
export function stepOf(low: number, high: number): number {
  const rough = (high - low) / 100
  if (!(rough > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return toDigits(power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10), 3)
}
