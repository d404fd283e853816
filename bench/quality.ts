/**
 * Claimed against measured: how often findings of each decile of confidence are right. Writes `docs/quality.md`.
 * `node bench/quality.ts --corpus DIR` also reads labelled text of other projects (JSON lines with `text` and
 * `entities`), where DIR has it; made text is always measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeText, pickLanguage } from '../models/names/generate.ts'
import { makeRandom } from '../models/names/random.ts'
import { detectText } from '../src/detect-text.ts'

/** A stretch that is labelled, in code points. */
interface Label {
  readonly types: readonly string[]
  readonly start: number
  readonly end: number
}

interface LabelledText {
  readonly text: string
  readonly language: string
  readonly labels: readonly Label[]
}

interface Row {
  readonly text: string
  readonly entities: readonly { readonly start: number; readonly end: number; readonly label: string }[]
}

const places = ['ADDRESS', 'LOCATION']
const dates = ['DATE_TIME', 'DATE_OF_BIRTH']
/** Which of our entity types answer a label of other projects. */
const answers: Readonly<Record<string, readonly string[]>> = {
  ...{ PERSON: ['PERSON'], NOM: ['PERSON'], PRENOM: ['PERSON'], NOMBRE_SUJETO_ASISTENCIA: ['PERSON'] },
  ...{ NOMBRE_PERSONAL_SANITARIO: ['PERSON'], STREET_ADDRESS: places, ZIP_CODE: places, ADRESSE: places, ZIP: places },
  ...{ VILLE: places, CALLE: places, TERRITORIO: places, GPE: ['LOCATION'], HOPITAL: ['ORGANIZATION'] },
  ...{ EMAIL_ADDRESS: ['EMAIL_ADDRESS'], MAIL: ['EMAIL_ADDRESS'], CORREO_ELECTRONICO: ['EMAIL_ADDRESS'] },
  ...{ PHONE_NUMBER: ['PHONE_NUMBER'], TEL: ['PHONE_NUMBER'], NUMERO_TELEFONO: ['PHONE_NUMBER'] },
  ...{ NUMERO_FAX: ['PHONE_NUMBER'], CREDIT_CARD: ['CREDIT_CARD'], IBAN_CODE: ['IBAN_CODE'], US_SSN: ['US_SSN'] },
  ...{ DATE: dates, DATE_TIME: dates, FECHAS: dates, DATE_NAISSANCE: dates, AGE: ['AGE'] },
}
const sets = [
  ['presidio-research (English)', 'pii/presidio-research/synthetic_sentences_en.jsonl', 'en'],
  ['eds-pseudo (French, noisy)', 'pii/eds-pseudo/clinical_snippets_fr.jsonl', 'fr'],
  ['meddocan (Spanish)', 'pii/meddocan/clinical_cases_es.jsonl', 'es'],
] as const
const madeTexts = 4_000
const seed = 77
/** Findings a decile must have for a share to mean anything. */
const fewest = 10

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
const parts = [tableOf('Text made here, with names and templates that the tagger was not trained on', made())]
for (const [title, file, language] of sets) {
  const path = values.corpus === undefined ? undefined : join(values.corpus, file)
  if (path !== undefined && existsSync(path)) parts.push(tableOf(title, labelled(path, language)))
}
const head = `# How sure, and how often right

Claimed confidence against measured precision, by decile, for the entity types that a text's labels cover. A finding is right
where it touches a label of its type. Made by \`node bench/quality.ts\`; labelled text of other projects comes in where
\`--corpus\` names it. «–»: fewer than ${fewest} findings. Deciles below 0.5 are told only where a type is asked for.

People whom a text's own labels leave out (authors of articles, for one) count as wrong here.
`
writeFileSync(new URL('../docs/quality.md', import.meta.url), `${head}\n${parts.join('\n')}`)
console.log(parts.join('\n'))

function made(): readonly LabelledText[] {
  const random = makeRandom(seed)
  return Array.from({ length: madeTexts }, () => {
    const language = pickLanguage(random)
    const { text, spans } = makeText(random, language, 'held-out')
    const points = (at: number) => [...text.slice(0, at)].length
    const labels = spans.map(({ type, start, end }) => {
      return {
        types: type === 'ADDRESS' || type === 'LOCATION' ? places : [type],
        start: points(start),
        end: points(end),
      }
    })
    return { text, language, labels }
  })
}

function labelled(path: string, language: string): readonly LabelledText[] {
  const rows: Row[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return rows.map(({ text, entities }) => {
    const labels = entities.flatMap(({ start, end, label }) => {
      const types = answers[label]
      return types ? [{ types, start, end }] : []
    })
    return { text, language, labels }
  })
}

function tableOf(title: string, texts: readonly LabelledText[]): string {
  const covered = new Set(texts.flatMap(({ labels }) => labels.flatMap(({ types }) => types)))
  const tally = new Map<string, { told: number; right: number; claimed: number }[]>()
  for (const { text, language, labels } of texts)
    for (const { entityType, offset, length, confidence } of detectText(text, { language, minConfidence: 0.2 })) {
      if (!covered.has(entityType)) continue
      const deciles = tally.get(entityType) ?? Array.from({ length: 10 }, () => ({ told: 0, right: 0, claimed: 0 }))
      tally.set(entityType, deciles)
      const decile = deciles[Math.min(9, Math.floor(confidence * 10))]
      if (!decile) continue
      decile.told += 1
      decile.claimed += confidence
      if (labels.some((own) => own.types.includes(entityType) && own.start < offset + length && own.end > offset))
        decile.right += 1
    }
  const columns = ['0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9']
  const lines = [...tally].sort().map(([type, deciles]) => {
    const cells = deciles.slice(2).map(({ told, right, claimed }) => {
      return told < fewest ? '–' : `${(claimed / told).toFixed(2)} → ${(right / told).toFixed(2)} (${told})`
    })
    return `| ${type} | ${cells.join(' | ')} |`
  })
  return [
    `## ${title}`,
    '',
    `${texts.length} texts; a cell is claimed → measured (findings).`,
    '',
    `| | ${columns.map((column) => `from ${column}`).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...lines,
    '',
  ].join('\n')
}
