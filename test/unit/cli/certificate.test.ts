import { expect, test } from 'vitest'
import { certificateReport } from '../../../src/cli/certificate-report.ts'
import { printCertificate } from '../../../src/cli/certificate.ts'
import type { CertificateRow } from '../../../src/engine/certificate/index.ts'
import { npmRun, spoken } from './command.ts'

const row = (id: string, pass: boolean): CertificateRow => ({
  id,
  group: id.slice(0, 1).toUpperCase(),
  label: `line ${id}`,
  measure: 'error',
  limit: 'most',
  bound: 1e-9,
  figure: pass ? 2e-10 : 3e-5,
  pass,
})

test('the report names every group once, every line, and what failed', () => {
  const { held, text } = certificateReport([row('a1', true), row('a2', false), row('b1', true)])
  expect(held).toBe(false)
  expect(text.match(/^A$/gm)).toHaveLength(1)
  expect(text).toMatch(/^ok +line a1 +2e-10 +at most 1e-9 +largest error$/m)
  expect(text).toMatch(/^FAILED +line a2 +3e-5 /m)
  expect(text.trimEnd().split('\n').at(-1)).toBe('2 of 3 comparisons hold')
})

test('nothing compared is nothing held', () => {
  expect(certificateReport([]).held).toBe(false)
  expect(certificateReport([row('a1', true)]).held).toBe(true)
})

test('the command prints a clean certificate and ends with 0', async () => {
  const { code, out, error } = await npmRun('certify', '--samples', '10')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/^(\d+) of \1 comparisons hold$/m)
  expect(out).toMatch(/^(\d+) of \1 kinds of intervals hold .*, in 10 samples each$/m)
  expect(out).not.toContain('FAILED')
})

test.each([['--csv'], ['out.txt'], ['--help', '--csv']])(
  'the command refuses %s, prints nothing and ends with 2',
  async (...args) => {
    const { code, out, error } = await spoken(() => printCertificate(args))
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^stakes: .*(--csv|out\.txt).*\n$/)
  },
)

test.each(['0', '1.5', 'all', '20000'])('%s samples are refused', async (count) => {
  const { code, out, error } = await spoken(() => printCertificate(['--samples', count]))
  expect([code, out]).toEqual([2, ''])
  expect(error).toMatch(/^stakes: --samples is a whole number .*\n$/)
})

test('the command says how it is used', async () => {
  const { code, out } = await spoken(() => printCertificate(['--help']))
  expect(code).toBe(0)
  expect(out).toMatch(/^Usage: npm run --silent certify \[-- --samples N\]\n/)
})
