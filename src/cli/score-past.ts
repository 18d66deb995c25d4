import { printHindcast } from './hindcast.ts'

// A reader that closes the pipe is no error.
process.stdout.on('error', () => {})
process.exitCode = await printHindcast(process.argv.slice(2))
