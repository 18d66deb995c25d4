// What Answer and Compare draw ranges with, and what is said of the futures in them.
export { default as MadeOut } from './MadeOut.svelte'
export { default as RowChip } from './RowChip.svelte'
export { default as RowBrush } from './RowBrush.svelte'
