/**
 * Trains the model of documents, measures it on texts it was never trained on, and writes it with its card:
 * `npm run train`. The same seed and texts give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evidenceList } from '../../src/records/model/evidence.ts'
import { type Network, writeNetwork } from '../../src/records/model/network.ts'
import { cardOf } from './card.ts'
import { casesOf, type Judged, judgedBy } from './cases.ts'
import { type MadeUp, makeDocuments } from './dataset.ts'
import { calibrationError, reliabilityOf, scoreOf } from './evaluate.ts'
import { learn } from './learn.ts'
import { seedOf } from './random.ts'
import { settings } from './settings.ts'
import { readTexts, type Template } from './texts.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
const seed = Number(values.seed)

/** One in so many of the templates that are trained on sets the temperature, in a training without it. */
const tuningEvery = 6

main()

function main(): void {
  const trained = [...makeDocuments(seed, settings.documentsEach, ({ isHeldBack }) => !isHeldBack)]
  const heldBack = [...makeDocuments(seed + 1, settings.heldBackEach, ({ isHeldBack }) => isHeldBack)]
  console.log(`${trained.length} documents to train on, ${heldBack.length} of templates held back`)
  const temperature = tunedTemperature(trained)
  const network = { ...train(trained), temperature }
  const judged = heldBack.map((document) => judgedBy(network, document))
  const score = scoreOf(judged)
  const bins = reliabilityOf(judged)
  console.log(`held back: macro-F1 ${score.macro.toFixed(3)}, calibration error ${calibrationError(bins).toFixed(3)}`)
  const bytes = writeNetwork(network)
  writeFileSync(new URL('../documents.bin', import.meta.url), bytes)
  const card = cardOf({ seed, bytes, network, trained, judged, templates: readTexts().flatMap((one) => one.templates) })
  writeFileSync(new URL('../documents.md', import.meta.url), card)
}

function train(documents: readonly MadeUp[]): Network {
  const ids = evidenceList.map(({ id }) => id)
  return learn(casesOf(documents), ids, settings, seed)
}

/** The temperature at which a network that has not seen some of the templates finds their kinds the likeliest. */
function tunedTemperature(documents: readonly MadeUp[]): number {
  const isForTuning = ({ language, kind, title }: Pick<Template, 'language' | 'kind' | 'title'>) =>
    seedOf(`tuning ${language} ${kind} ${title}`) % tuningEvery === 0
  const network = train(documents.filter((document) => !isForTuning(document)))
  const tuning = documents.filter(isForTuning)
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let temperature = 0.4; temperature < 3; temperature += 0.05) {
    const loss = surprise(tuning.map((document) => judgedBy({ ...network, temperature }, document)))
    if (loss < least) {
      least = loss
      best = temperature
    }
  }
  return Math.round(best * 100) / 100
}

function surprise(judged: readonly Judged[]): number {
  return judged.reduce((sum, { likelihood }) => sum - Math.log(Math.max(likelihood, 1e-6)), 0) / judged.length
}
