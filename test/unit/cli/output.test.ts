import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { harmless, writeWhole } from '../../../src/cli/output.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stakes-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const textOf = (name: string) => readFileSync(at(name), 'utf8')

test('a file is written whole, and nothing is left beside it', () => {
  writeWhole(at('new.json'), 'new')
  writeWhole(at('new.json'), 'newer')
  expect(textOf('new.json')).toBe('newer')
  expect(readdirSync(folder)).toEqual(['new.json'])
})

test.skipIf(process.platform === 'win32').each([0o600, 0o640, 0o444, 0o755])(
  'a file that is replaced keeps its mode: %i',
  (mode) => {
    writeFileSync(at('old.json'), 'old')
    chmodSync(at('old.json'), mode)
    writeWhole(at('old.json'), 'new')
    expect(textOf('old.json')).toBe('new')
    expect(statSync(at('old.json')).mode & 0o777).toBe(mode)
  },
)

test.skipIf(process.platform === 'win32')('what a link leads to is written, near or far', () => {
  writeFileSync(at('real.json'), 'old')
  chmodSync(at('real.json'), 0o600)
  symlinkSync('real.json', at('link.json'))
  symlinkSync('link.json', at('far.json'))
  symlinkSync('absent.json', at('dangling.json'))
  for (const name of ['link.json', 'far.json', 'dangling.json']) {
    writeWhole(at(name), `by ${name}`)
    expect(lstatSync(at(name)).isSymbolicLink()).toBe(true)
    expect(textOf(name)).toBe(`by ${name}`)
  }
  expect(textOf('real.json')).toBe('by far.json')
  expect(statSync(at('real.json')).mode & 0o777).toBe(0o600)
  expect(textOf('absent.json')).toBe('by dangling.json')
})

test.skipIf(process.platform === 'win32')(
  'a pipe stays a pipe and its reader gets all',
  async () => {
    execFileSync('mkfifo', [at('pipe')])
    const reader = spawn('cat', [at('pipe')])
    let read = ''
    reader.stdout.setEncoding('utf8').on('data', (part: string) => void (read += part))
    const ended = new Promise((resolve) => reader.on('close', resolve))
    writeWhole(at('pipe'), 'x'.repeat(200_000))
    await ended
    expect(read).toBe('x'.repeat(200_000))
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  },
)

test('a folder is no file, and links in a ring lead nowhere', () => {
  expect(() => writeWhole(folder, 'a')).toThrow(`${folder} cannot be written: it is a folder`)
  expect(() => writeWhole(at('no/file.json'), 'a')).toThrow('cannot be written')
  symlinkSync('b', at('a'))
  symlinkSync('a', at('b'))
  expect(() => writeWhole(at('a'), 'text')).toThrow('cannot be written')
  expect(existsSync(at('a'))).toBe(false)
  expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
})

test('a terminal is given nothing to obey', () => {
  const label = 'A\u0000\u0007\u001B[31mB\u009B2J\r\tC\n'
  expect(harmless(label)).toBe('A\uFFFD\uFFFD\uFFFD[31mB\uFFFD2J\uFFFD\tC\n')
  expect(harmless('Ünïcode ✓ 合意 −$1.4 bn')).toBe('Ünïcode ✓ 合意 −$1.4 bn')
})
