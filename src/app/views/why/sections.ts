// All that Why shows, as one part of the page: its sections come one after the other anyway.
export { default as Flips } from './Flips.svelte'
export { default as Information } from './Information.svelte'
export { default as Moves } from './Moves.svelte'
export { default as Rules } from './Rules.svelte'
export { default as Scatter } from './Scatter.svelte'
export { default as Signposts } from './Signposts.svelte'
