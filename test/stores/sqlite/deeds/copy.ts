import { chmodSync, copyFileSync } from 'node:fs'
import { say } from './say.ts'

// Copies a store and its log, readable by all, in a process that has no lock on it to lose.
const [from = '', to = ''] = process.argv.slice(2)
for (const suffix of ['', '-wal']) {
  copyFileSync(`${from}${suffix}`, `${to}${suffix}`)
  chmodSync(`${to}${suffix}`, 0o444)
}
say('copied')
