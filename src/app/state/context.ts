import { createContext } from 'svelte'
import type { AppState } from './app.svelte.ts'

/** The page's state, for every component below the shell. */
export const [getApp, setApp] = createContext<AppState>()
