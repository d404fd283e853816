import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './say.ts'

// Says every byte of every file in a folder, in a process that has no lock on them to lose.
const folder = process.argv[2] ?? ''
say(Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('base64'))
