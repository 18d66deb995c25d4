import { main } from './cli/main.ts'

// A reader that closes the pipe is no error.
process.stdout.on('error', () => {})
process.exitCode = await main(process.argv.slice(2))
