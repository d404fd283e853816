import type { Database } from 'better-sqlite3'
import { canonicalOf, nameWords } from '../values/canonical.ts'
import type { Vault } from '../values/vault.ts'
import { type IdSet, makeIdSet } from './id-set.ts'
import { marks, rowsPerRecord } from './schema.ts'

type CodeRow = [digest: string, marks: number, id: number]

/**
 * Records with a patient number, or another code of a person, that stands in another record beside a name in full.
 * Reads the index of values from end to end; holds the records of one number at a time.
 */
export function linkedByCode(db: Database, entityTypes: readonly string[], gone: IdSet): IdSet {
  const linked = makeIdSet()
  const hasName = db
    .prepare<[number, number]>(
      `SELECT 1 FROM finding WHERE id BETWEEN ? AND ? AND entity_type = 'PERSON' AND marks & ${marks.statedName} LIMIT 1`,
    )
    .pluck()

  function settle(records: ReadonlySet<number>): void {
    if (records.size < 2) return
    let named = 0
    let only = 0
    for (const id of records) {
      if (hasName.get(id * rowsPerRecord, (id + 1) * rowsPerRecord - 1) === undefined) continue
      named += 1
      only = id
    }
    if (named === 0) return
    for (const id of records) if (named > 1 || id !== only) linked.add(id)
  }

  for (const entityType of entityTypes) {
    let group = ''
    let records = new Set<number>()
    for (const [digest, id] of codes(db, entityType)) {
      if (digest !== group) {
        settle(records)
        records = new Set()
        group = digest
      }
      if (!gone.has(id)) records.add(id)
    }
    settle(records)
  }
  return linked
}

/** Every code of a type with its record, equal ones together. */
function* codes(db: Database, entityType: string): Generator<readonly [digest: string, recordId: number]> {
  const inColumns = codesIn(db, 'column_value', entityType)
  let inColumn = inColumns.next()
  for (const found of codesIn(db, 'finding', entityType)) {
    for (; !inColumn.done && inColumn.value[0] <= found[0]; inColumn = inColumns.next()) yield inColumn.value
    yield found
  }
  for (; !inColumn.done; inColumn = inColumns.next()) yield inColumn.value
}

function* codesIn(
  db: Database,
  table: 'finding' | 'column_value',
  entityType: string,
): Generator<readonly [digest: string, recordId: number], undefined> {
  const next = db
    .prepare<[string, string, number, number], CodeRow>(
      `SELECT digest, marks, id FROM ${table} WHERE entity_type = ? AND (digest, marks, id) > (?, ?, ?)
       ORDER BY digest, marks, id LIMIT 5000`,
    )
    .raw()
  let last: CodeRow | undefined = ['', 0, 0]
  while (last) {
    const rows: CodeRow[] = next.all(entityType, ...last)
    for (const [digest, , id] of rows) yield [digest, Math.floor(id / rowsPerRecord)]
    last = rows.at(-1)
  }
}

/** Records in which a text states a name: a picture's caption or a folder's own name proves nothing. */
const textMedia = ['document', 'message', 'table']

/** Folders whose answer is remembered at once. */
const remembered = 20_000
/** Words of a folder's name that are looked at, and the most that make a name. */
const wordsAtMost = 8
const nameAtMost = 4

/**
 * Tells whether a record lies in a folder (or archive) named after somebody whom a text of the dump names. A name may
 * stand among other words: "Jean DUPONT 2019 photos".
 */
export function makeFolderNames(db: Database, vault: Vault): (uri: string) => boolean {
  const isStated = db
    .prepare<[string]>(
      `SELECT 1 FROM finding JOIN record ON record.id = finding.record_id
       WHERE entity_type = 'PERSON' AND finding.digest = ? AND marks & ${marks.statedName} AND gone = 0
         AND medium IN (${textMedia.map((medium) => `'${medium}'`).join(', ')}) LIMIT 1`,
    )
    .pluck()
  const isInTable = db
    .prepare<[string]>(
      `SELECT 1 FROM column_value JOIN record ON record.id = column_value.record_id
       WHERE entity_type = 'PERSON' AND column_value.digest = ? AND marks & ${marks.statedName} AND gone = 0 LIMIT 1`,
    )
    .pluck()
  let known = new Map<string, boolean>()
  let lastFolder = ''
  let lastAnswer = false

  function namesSomebody(step: string): boolean {
    let answer = known.get(step)
    if (answer === undefined) {
      answer = namesIn(step).some((name) => {
        const digest = vault.digest('PERSON', canonicalOf('PERSON', name))
        return isStated.get(digest) !== undefined || isInTable.get(digest) !== undefined
      })
      if (known.size >= remembered) known = new Map()
      known.set(step, answer)
    }
    return answer
  }

  return (uri) => {
    // In uri order a folder's records follow each other.
    const folder = uri.slice(0, Math.max(0, uri.lastIndexOf('/')))
    if (folder !== lastFolder) {
      lastFolder = folder
      lastAnswer = folder !== '' && folder.split('/').some(namesSomebody)
    }
    return lastAnswer
  }
}

/** Runs of two to four words of letters in a folder's name; an archive's extension is none of them. */
function namesIn(step: string): readonly string[] {
  const name = step.endsWith('!') ? step.slice(0, -1).replace(/\.[A-Za-z0-9]{1,5}$/, '') : step
  const words = nameWords(name)
    .filter((word) => /^\p{L}{2,}$/u.test(word))
    .slice(0, wordsAtMost)
  const names: string[] = []
  for (let length = 2; length <= nameAtMost; length += 1) {
    for (let at = 0; at + length <= words.length; at += 1) names.push(words.slice(at, at + length).join(' '))
  }
  return names
}
