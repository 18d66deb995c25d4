import { version } from '../../package.json'

/** The version of Stakes that writes and runs files. */
export const STAKES_VERSION: string = version
