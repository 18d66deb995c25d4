// `npm run simulate`: the command line.
import { runCommand } from './command.mjs'

await runCommand('cli')
