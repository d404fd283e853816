import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { defaultSeed, makeDump, truthText } from './generate/dump.ts'
import { drawAll, drawnBefore } from './generate/studio.ts'

/**
 * Writes the made-up dump and its truth: `node data-samples/generate.ts [--seed N] [--out FOLDER] [--keep-pictures]`.
 * With --keep-pictures the pictures of the committed dump are used again instead of being drawn by this machine's encoders.
 */
const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(defaultSeed) },
    out: { type: 'string', default: here },
    'keep-pictures': { type: 'boolean', default: false },
  },
})

const studio = values['keep-pictures'] ? drawnBefore((path) => readFile(join(here, 'dump', path))) : drawAll
const { files, truth } = await makeDump(Number(values.seed), studio)
const target = join(values.out, 'dump')
await rm(target, { recursive: true, force: true })
for (const { path, bytes } of files) {
  const file = join(target, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
await writeFile(join(values.out, 'truth.json'), truthText(truth))
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
console.log(`${files.length} files, ${bytes} bytes, ${truth.secrets.length} values that must stay hidden`)
