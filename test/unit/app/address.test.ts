import { expect, it } from 'vitest'
import { sharedAddress } from '../../../src/app/export/address.ts'

it.each([
  ['https://example.org/stakes/?a=1#/answer', 'https://example.org/stakes/'],
  ['http://stakes.local:8080/', 'http://stakes.local:8080/'],
  ['http://10.0.0.7/', 'http://10.0.0.7/'],
  ['https://localhost.example.org/', 'https://localhost.example.org/'],
  ['http://localhost:4173/', null],
  ['http://stakes.localhost/', null],
  ['http://127.0.0.1:5173/', null],
  ['http://127.1.2.3/', null],
  ['http://0.0.0.0:5173/', null],
  ['http://[::1]:5173/', null],
  ['file:///home/ana/index.html', null],
])('%s is, as others can open it, %s', (address, shared) => {
  expect(sharedAddress(new URL(address))).toBe(shared)
})
