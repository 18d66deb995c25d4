import { printCertificate } from './certificate.ts'

// A reader that closes the pipe is no error.
process.stdout.on('error', () => {})
process.exitCode = await printCertificate(process.argv.slice(2))
