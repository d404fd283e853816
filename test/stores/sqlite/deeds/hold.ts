import { setTimeout } from 'node:timers/promises'
import { openSqliteStore } from '../../../../src/stores/sqlite.ts'
import { item, start } from '../../made-up.ts'
import { say } from './say.ts'

// Begins a scan, writes one entry, says so, and stays until it is killed.
const store = await openSqliteStore(process.argv[2] ?? '')
await store.begin(start)
await store.write([item('held')])
say('held')
await setTimeout(60_000)
