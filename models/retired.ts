import type { Retired } from '../src/engine/model.ts'

/** Ids this model had once: files that name them are still read, and no other thing gets them. */
export const retired: Retired = {}
