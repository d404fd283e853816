import { memberUri } from '../src/core/item.ts'
import { mask } from '../src/core/mask.ts'
import type { StoredFinding, StoredRecord } from '../src/core/result.ts'
import type { EntityTruth, FileTruth, LaterFact, Truth } from './generate/truth.ts'
import { type Comparison, type Counter, makeTally, type Tally } from './tally.ts'

/**
 * Compares what a scan stored with what the dump holds. Values are masked in a store, so that an entity counts as found when a
 * finding of its type has the mask that its value would have; each finding answers for one value only.
 * @param later whether to count facts that take eyes, OCR, opened containers or later detectors too
 */
export function compareWithTruth(
  store: { records(): Iterable<StoredRecord> },
  truth: Truth,
  later = false,
): Comparison {
  const wantedFiles = [...wanted(truth, later)]
  const uris = wantedFiles.map(([uri]) => uri)
  const records = new Map(Array.from(store.records(), (record) => [shownUri(record.uri, uris), record]))
  const byId = new Map(Array.from(records, ([uri, record]) => [record.id, uri]))
  const tally = makeTally()
  for (const [uri, file] of wantedFiles) {
    const record = records.get(uri)
    tally.count('records', record !== undefined, () => `${uri}: no record`)
    if (record) compareRecord(tally, uri, file, record, byId, later)
    else countAsMissed(tally, file, later)
  }
  return tally.done()
}

/** The uri that a record's is the mask of, where only one can be: a reader masks what looks like a name or a date in it. */
function shownUri(uri: string, known: readonly string[]): string {
  if (!uri.includes('•')) return uri
  const pieces = uri.split(/•+/).map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`^${pieces.join('[^/]{1,80}')}$`, 'u')
  const fitting = known.filter((one) => pattern.test(one))
  return fitting.length === 1 ? (fitting[0] ?? uri) : uri
}

/** A file without a record has everything that is due wrong; the one line about the record says it all. */
function countAsMissed(tally: Tally, file: FileTruth, later: boolean): void {
  const isDue = (fact: LaterFact) => later || !file.later?.includes(fact)
  if (isDue('kind')) tally.miss('kinds', 1)
  for (const name of ['media', 'mediaTypes', 'coverage'] as const) tally.miss(name, 1)
  if (file.language && isDue('language')) tally.miss('languages', 1)
  if (isDue('flags')) tally.miss('flags', file.flags?.length ?? 0)
  if (file.duplicateOf) tally.miss('duplicates', 1)
  for (const [{ entity }] of distinct(file.entities.filter((one) => later || !one.later))) {
    tally.miss('entities', 1)
    tally.countType(entity, false)
  }
  if (isDue('fields')) tally.miss('fields', Object.keys(file.fields).length)
  tally.miss('metadata', Object.keys(file.metadata ?? {}).length)
}

/** Every file with its uri, members of containers behind their container. */
function* wanted(truth: Truth, later: boolean): Generator<[string, FileTruth]> {
  for (const [path, file] of Object.entries(truth.files)) yield* withMembers(path, file, later)
}

function* withMembers(uri: string, file: FileTruth, later: boolean): Generator<[string, FileTruth]> {
  yield [uri, file]
  if (!later && file.later?.includes('children')) return
  for (const [name, child] of Object.entries(file.children ?? {}))
    yield* withMembers(memberUri(uri, name), child, later)
}

function compareRecord(
  tally: Tally,
  uri: string,
  file: FileTruth,
  record: StoredRecord,
  byId: ReadonlyMap<number, string>,
  later: boolean,
): void {
  const isDue = (fact: LaterFact) => later || !file.later?.includes(fact)
  const check = (name: Counter, wanted: string, got: string | null, isRight: boolean) =>
    tally.count(name, isRight, () => `${uri}: ${name} ${wanted}, got ${got ?? 'nothing'}`)

  if (isDue('kind')) check('kinds', file.kind, record.kind, [file.kind, ...(file.kindsOk ?? [])].includes(record.kind))
  check('media', file.medium, record.medium, file.medium === record.medium)
  check(
    'mediaTypes',
    file.mediaType,
    record.mediaType,
    [file.mediaType, ...(file.mediaTypesOk ?? [])].includes(record.mediaType),
  )
  if (file.language && isDue('language'))
    check('languages', file.language, record.language, file.language === record.language)
  check(
    'coverage',
    file.coverage.join(' or '),
    `${record.coverage} ${record.coverageCause ?? ''}`,
    isHonest(file, record, isDue('coverage')),
  )
  if (isDue('flags'))
    for (const flag of file.flags ?? [])
      check(
        'flags',
        flag,
        null,
        record.flags.some(({ name }) => name === flag),
      )
  if (file.duplicateOf)
    check('duplicates', file.duplicateOf, null, byId.get(record.duplicateOf ?? -1) === file.duplicateOf)
  compareEntities(tally, uri, file, record, later)
  if (isDue('fields'))
    for (const [name, value] of Object.entries(file.fields)) {
      const got = record.fields.filter((field) => field.name === name)
      check(
        'fields',
        `${name} ${value}`,
        got[0]?.value ?? null,
        got.some((field) => field.value === null || isSameText(field.value, value)),
      )
    }
  for (const [name, value] of Object.entries(file.metadata ?? {})) {
    const got = record.metadata.filter((entry) => entry.name === name)
    check(
      'metadata',
      `${name} ${value}`,
      got[0]?.value ?? null,
      got.some((entry) => entry.value === null || isSameMetadata(name, entry.value, value)),
    )
  }
}

/** Not full needs a cause; where the true coverage is due, it must be one of the honest ones. A container not opened is not full. */
function isHonest(file: FileTruth, record: StoredRecord, isDue: boolean): boolean {
  if (record.coverage === 'full') return file.coverage.includes('full') && (isDue || file.children === undefined)
  if (record.coverageCause === null) return false
  if (!isDue) return true
  return (
    file.coverage.includes(record.coverage) && (file.causes === undefined || file.causes.includes(record.coverageCause))
  )
}

function compareEntities(tally: Tally, uri: string, file: FileTruth, record: StoredRecord, later: boolean): void {
  const used = new Set<string>()
  for (const spellings of distinct(file.entities.filter((entity) => later || !entity.later))) {
    const [{ entity, value }] = spellings
    const answer = record.findings.find(
      (finding) =>
        finding.entityType === entity && !used.has(finding.digest) && spellings.some((one) => answers(finding, one)),
    )
    if (answer) used.add(answer.digest)
    tally.countType(entity, answer !== undefined)
    tally.count('entities', answer !== undefined, () => `${uri}: ${entity} ${value}`)
  }
}

type Spellings = readonly [EntityTruth, ...EntityTruth[]]

/** Entities that are one value in several spellings, together. */
function distinct(entities: readonly EntityTruth[]): Spellings[] {
  const groups = new Map<string, [EntityTruth, ...EntityTruth[]]>()
  for (const entity of entities) {
    const key = `${entity.entity} ${(entity.canonical ?? entity.value).replace(/\s/g, '')}`
    const group = groups.get(key)
    if (group) group.push(entity)
    else groups.set(key, [entity])
  }
  return [...groups.values()]
}

/** Types whose extent is a matter of taste: with or without title, town or country. */
const wordy = new Set(['PERSON', 'ADDRESS', 'LOCATION'])
/** Types whose value a camera writes in parts. */
const scattered = new Set(['GPS_COORDINATES'])

function answers(finding: StoredFinding, truth: EntityTruth): boolean {
  if (scattered.has(truth.entity)) return true
  const got = finding.value ?? finding.masked
  const wanted = finding.value === null ? mask(truth.entity, truth.value) : truth.value
  if (wordy.has(truth.entity)) return overlaps(words(got), words(wanted))
  return shape(got) === shape(wanted)
}

/** A number without what groups its digits; a masked one as what its mask keeps. */
function shape(text: string): string {
  return text.includes('•')
    ? text.replace(/[•\s./()-]+/g, '•').toLowerCase()
    : text.replace(/[\s./()-]/g, '').toLowerCase()
}

function words(text: string): string {
  return text
    .replace(/…$/, '')
    .replace(/[\s,،]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Whether one holds the other, and what they share is more than half of the longer one. */
function overlaps(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.includes(short) && short.split(' ').length * 2 > long.split(' ').length
}

function isSameText(got: string, wanted: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  return plain(got) === plain(wanted)
}

function isSameMetadata(name: string, got: string, wanted: string): boolean {
  if (name.startsWith('GPS')) return Math.abs(Number(got) - Number(wanted)) < 1e-4
  if (name.startsWith('DateTime')) return got.replace(/\D/g, '').slice(0, 14) === wanted.replace(/\D/g, '')
  return got.trim() === wanted
}
