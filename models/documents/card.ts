import { createHash } from 'node:crypto'
import { hiddenUnits, type Network } from '../../src/records/model/network.ts'
import { buckets } from '../../src/records/model/word-grams.ts'
import type { Judged } from './cases.ts'
import type { MadeUp } from './dataset.ts'
import { calibrationError, reliabilityOf, scoreOf } from './evaluate.ts'
import { modelKinds, type Template } from './texts.ts'

interface Made {
  readonly seed: number
  readonly bytes: Uint8Array
  readonly network: Network
  readonly trained: readonly MadeUp[]
  readonly judged: readonly Judged[]
  readonly templates: readonly Template[]
}

/** The model's card, with what was measured. */
export function cardOf({ seed, bytes, network, trained, judged, templates }: Made): string {
  const heldBack = templates.filter(({ isHeldBack }) => isHeldBack).length
  const bins = reliabilityOf(judged)
  return `# Kinds of documents: \`documents.bin\`

Tells invoices, treatment plans, consents, prescriptions, medical reports and identity documents from each other and from
everything else, by words and structure.

| | |
| --- | --- |
| Network | ${buckets.toLocaleString('en')} buckets of words, pairs of words and runs of four letters, ${network.evidence.length} counts of terms and structure; one hidden layer of ${hiddenUnits} units (four networks trained apart, bound into one); ${modelKinds.length} kinds; a straight way from terms and structure to the kinds |
| Size | ${(bytes.length / 1e6).toFixed(1)} MB: words in 8 bits, everything else in single precision |
| Origin | trained by this project on texts written by hand for it (\`models/documents/texts\`), multiplied by a grammar, layouts, OCR's mistakes, and made-up names and numbers of \`@faker-js/faker\` |
| Trained on | ${trained.length.toLocaleString('en')} documents of ${templates.length - heldBack} templates; ${heldBack} more templates, a fifth of each kind and language, are held back |
| How made | \`npm run train\`, seed ${seed}: the same seed and texts give the same bytes |
| SHA-256 | \`${createHash('sha256').update(bytes).digest('hex')}\` |
| Licence | Apache-2.0, as the project |
| Temperature | ${network.temperature}, set on templates left out of a training of its own |

## Measured

On ${judged.length.toLocaleString('en')} documents of the templates held back, made with other seeds. Pools of words that
templates share give a third of their entries to these templates alone.

| language | documents | macro-F1 | ${modelKinds.join(' | ')} |
| --- | ---: | ---: | ${modelKinds.map(() => '---:').join(' | ')} |
${languageRows(judged)}

How often it is right when it is so sure (expected calibration error ${calibrationError(bins).toFixed(3)}):

| confidence | documents | mean confidence | right |
| --- | ---: | ---: | ---: |
${bins.map(({ from, to, count, confidence, right }) => `| ${from.toFixed(2)} … ${to.toFixed(2)} | ${count} | ${count > 0 ? confidence.toFixed(3) : ''} | ${count > 0 ? right.toFixed(3) : ''} |`).join('\n')}

## Known to fail

- Documents in other languages are judged by structure and the commonest terms of further languages: the reasons say so.
- The held-back templates were written by the same hands as the others: expect less on documents of others.
- It knows no pictures: what OCR does not read does not count.
`
}

function languageRows(judged: readonly Judged[]): string {
  const languages = [...new Set(judged.map(({ language }) => language))].filter((one) => one !== 'xx')
  return [...languages, 'all']
    .map((language) => {
      const { macro, perKind, count } = scoreOf(judged.filter((one) => language === 'all' || one.language === language))
      const cells = modelKinds.map((kind) => percent(perKind.get(kind)))
      return `| ${language} | ${count} | ${percent(macro)} | ${cells.join(' | ')} |`
    })
    .join('\n')
}

function percent(value: number | undefined): string {
  return value === undefined ? '' : (100 * value).toFixed(1)
}
