import type { Action } from './action.ts'

/** Prints the screen in view. */
export const printScreen: Action = {
  id: 'print-screen',
  label: () => 'Print this screen',
  keywords: ['paper', 'pdf'],
  order: 320,
  canDo: () => true,
  do: () => print(),
}
