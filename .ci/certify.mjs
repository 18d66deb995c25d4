// `npm run certify`: how closely the engine meets certified and published values.
import { runCommand } from './command.mjs'

await runCommand('certify')
