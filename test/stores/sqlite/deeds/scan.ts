import { openSqliteStore } from '../../../../src/stores/sqlite.ts'
import { general, refOf, score, start } from '../../made-up.ts'
import { dump } from '../dump.ts'
import { say } from './say.ts'

// Scans the made-up dump of the given seed and size into a store, in batches of the given size, and says a line for
// each batch that is in; then ends the run.
const [path = '', seed = '1', size = '100', batch = '7'] = process.argv.slice(2)
await using store = await openSqliteStore(path)
await store.begin(start)
say('begun')
const trees = dump(Number(seed), Number(size))
for (let at = 0; at < trees.length; at += Number(batch)) {
  const part = trees.slice(at, at + Number(batch))
  const todo = new Set((await store.pending(part.map(refOf))).map(({ uri }) => uri))
  await store.write(part.filter(([{ uri }]) => todo.has(uri)))
  say('batch')
}
say('finishing')
const { digest } = await store.finish(general, score)
say(digest)
