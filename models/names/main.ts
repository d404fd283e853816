/** Trains the tagger of names and places and writes `models/names.bin`: `node models/names/main.ts`. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { encodeModel } from '../../src/detectors/names/model.ts'
import { calibrate, judge } from './calibrate.ts'
import { makeText, pickLanguage } from './generate.ts'
import type { Side } from './people.ts'
import { makeRandom } from './random.ts'
import type { MadeText } from './template.ts'
import { train } from './train.ts'
import { buildWordList } from './word-list.ts'

const { values } = parseArgs({
  options: { texts: { type: 'string', default: '90000' }, seed: { type: 'string', default: '20261123' } },
})

function* texts(count: number, seed: number, side: Side): Iterable<MadeText> {
  const random = makeRandom(seed)
  for (let made = 0; made < count; made += 1) yield makeText(random, pickLanguage(random), side)
}

const seed = Number(values.seed)
const say = (line: string) => console.log(line)
const trained = train(
  texts(Number(values.texts), seed, 'training'),
  buildWordList('training'),
  makeRandom(seed + 1),
  say,
)
const heldOut = [...texts(12_000, seed + 2, 'held-out')]
const model = { ...trained, calibrations: calibrate(trained, heldOut) }
for (const line of judge(model, [...texts(4_000, seed + 3, 'held-out')])) say(line)
const bytes = encodeModel({ ...model, list: buildWordList('all') })
writeFileSync(new URL('../names.bin', import.meta.url), bytes)
say(`models/names.bin: ${bytes.length} bytes`)
