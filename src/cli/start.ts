import { main, tell } from './main.ts'

const words = process.argv.slice(2)

// Node's own way to end would print the error's message, which may quote what was being read.
process.on('uncaughtException', (error) => process.exit(tell(error, words)))

process.exitCode = await main(words)
