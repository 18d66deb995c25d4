// `npm run hindcast`: what the model foresaw beside what came.
import { runCommand } from './command.mjs'

await runCommand('hindcast')
