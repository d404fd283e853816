/** Writes `docs/identifiers.md`: every entity type that a detector finds, by country. `npm run identifiers`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Detector } from '../src/core/finding.ts'
import type { Unit } from '../src/detectors/engine/plan.ts'
import { detectors } from '../src/detectors/registry.ts'

const page = new URL('../docs/identifiers.md', import.meta.url)

const head = `# What is looked for

Every entity type that a detector finds in text, by country; made from the detectors themselves by \`npm run identifiers\`. Where *own word* says
yes, the number is looked for only in texts with a word that belongs to it ("NIR", "Steuernummer"), or where the type is asked for by name
(\`--entities\`): how it is written says too little.
`

/** The page as it should stand in \`docs/\`. */
export function identifiersPage(): string {
  const byCountry = Map.groupBy(detectors, ({ country }) => country)
  const { size: types } = new Set(detectors.map(({ entityType }) => entityType))
  const countries = [...byCountry.keys()].filter((country) => country !== undefined)
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const named = countries.map((code) => [names.of(code.toUpperCase()) ?? code, code] as const).sort()
  const sections = [
    section('Everywhere', byCountry.get(undefined) ?? []),
    ...named.map(([name, code]) => section(name, byCountry.get(code) ?? [])),
  ]
  return `${head}\n${types} types, ${countries.length} countries.\n\n${sections.join('\n')}`
}

function section(title: string, found: readonly Detector[]): string {
  const rows = [...found]
    .sort((a, b) => (a.entityType < b.entityType ? -1 : a.entityType > b.entityType ? 1 : 0))
    .map(row)
  return `## ${title}\n\n| entity type | what | own word | reference |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function row(detector: Detector): string {
  const { needsWords, anchors }: Unit = detector
  const isLabelled = needsWords === true || anchors?.every(({ by }) => by === 'words') === true
  const cells = [`\`${detector.entityType}\``, detector.title, isLabelled ? 'yes' : '', detector.reference]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, identifiersPage())
