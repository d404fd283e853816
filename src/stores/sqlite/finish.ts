import { createHash, type Hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { DumpContext, Facts } from '../../core/severity.ts'
import { type Families, linkingTypes } from '../families.ts'
import type { DecideContext, Rescore } from '../store.ts'
import type { Vault } from '../values/vault.ts'
import { basisOf, linksOf } from './basis.ts'
import { markDuplicates } from './duplicates.ts'
import { markGone } from './gone.ts'
import { type IdSet, makeIdSet } from './id-set.ts'
import { linkedByCode, makeFolderNames } from './links.ts'
import { makeManifest } from './manifest.ts'
import { ensureIndexes } from './schema.ts'
import { inUriOrder, openUri, type WalkQuery, type WalkRow, walkColumns } from './walk.ts'

/** What the end of a run needs. */
export interface FinishParts {
  readonly db: Database
  readonly vault: Vault
  readonly families: Families
  /** Entries that this run met; absent where there was no earlier one, so that none can be gone. */
  readonly seen: IdSet | undefined
  readonly decide: DecideContext
  readonly rescore: Rescore
}

/** What the end of a run found out. */
export interface Finished {
  readonly context: DumpContext
  /** SHA-256 over every record in uri order, hexadecimal. */
  readonly digest: string
  /** SHA-256 of the list of all entries, hexadecimal. */
  readonly manifest: string
}

/**
 * Looks at the dump as a whole: what is gone, what is a copy, whose dump it is, what leads to a name; scores again
 * what that changes; works out the digest. Commits piece by piece, and starts over from what is there if it is killed.
 */
export async function finishRun(parts: FinishParts): Promise<Finished> {
  const { db, vault, families } = parts
  ensureIndexes(db)
  await setImmediate()
  if (parts.seen) markGone(db, parts.seen)
  markDuplicates(db, vault)
  await setImmediate()
  const context = parts.decide(recordsByKind(db))
  const linked = linkedByCode(db, linkingTypes(families), goneRecords(db))
  return { context, ...(await settle(parts, context, linked)) }
}

function recordsByKind(db: Database): ReadonlyMap<string, number> {
  const rows = db.prepare<[], [string, number]>('SELECT kind, count(*) FROM record WHERE gone = 0 GROUP BY kind').raw()
  return new Map(rows.all())
}

/** The records of entries that are gone. */
function goneRecords(db: Database): IdSet {
  const gone = makeIdSet()
  for (const id of db.prepare<[], number>('SELECT id FROM record WHERE gone = 1').pluck().iterate()) gone.add(id)
  return gone
}

/** Records settled between two commits. */
const chunk = 1_000

interface Row extends WalkRow {
  readonly row_digest: string
  readonly score_basis: string
  readonly dpc: number
  readonly ei: number
  readonly cb: number
  readonly score: number
  readonly level: string
  readonly facts: string
  readonly parent_id: number | null
  readonly sha256: string | null
  readonly first_key: string | null
  readonly first_sealed: Buffer | null
}

const present: WalkQuery = {
  select: `SELECT ${walkColumns}, r.row_digest, r.score_basis, r.dpc, r.ei, r.cb, r.severity_score AS score,
             r.severity AS level, r.facts, r.parent_id, r.sha256, first.uri AS first_key, first.uri_sealed AS first_sealed
           FROM record r LEFT JOIN record first ON first.id = r.duplicate_of`,
  where: 'r.gone = 0',
}

/** One walk in uri order: each record gets its score, then goes into the digest. */
async function settle({ db, vault, rescore }: FinishParts, context: DumpContext, linked: IdSet) {
  const inNamedFolder = makeFolderNames(db, vault)
  const scorer = makeScorer(db, context, rescore)
  const total = createHash('sha256')
  const manifest = makeManifest()
  for (const rows of inUriOrder<Row>(db, vault, present, chunk)) {
    const settled = rows.map(({ uri, row }) => {
      if (uri === null) throw new Error('a writer can open every uri')
      return { uri, row, terms: scorer.termsOf(row, linkedBy(linked.has(row.id), inNamedFolder(uri))) }
    })
    scorer.commit()
    addToDigest(total, vault, settled)
    for (const { uri, row } of settled) if (row.parent_id === null) manifest.add(uri, row.sha256)
    await setImmediate()
  }
  return { digest: total.digest('hex'), manifest: manifest.sha256() }
}

function linkedBy(byCode: boolean, byFolder: boolean): readonly string[] {
  if (!byCode && !byFolder) return unlinked
  return [...(byCode ? ['patient number'] : []), ...(byFolder ? ['folder name'] : [])]
}
const unlinked: readonly string[] = Object.freeze([])

interface Scored {
  readonly terms: string
  readonly values: readonly [dpc: number, ei: number, cb: number, score: number, level: string, explanation: string]
}

/** Scores that are remembered at once: records that hold the same, in the same setting, score the same. */
const remembered = 10_000

function makeScorer(db: Database, context: DumpContext, rescore: Rescore) {
  const update = db.prepare<[number, number, number, number, string, string, string, number]>(
    `UPDATE record SET dpc = ?, ei = ?, cb = ?, severity_score = ?, severity = ?, explanation = ?, score_basis = ?
     WHERE id = ?`,
  )
  let known = new Map<string, Scored>()
  let waiting: (readonly [id: number, basis: string, scored: Scored])[] = []

  function scoreOf(facts: string, basis: string, by: readonly string[]): Scored {
    const name = `${basis}\n${facts}`
    let scored = known.get(name)
    if (!scored) {
      const severity = rescore(JSON.parse(facts) as Facts, context, linksOf(by))
      const { dpc, ei, cb, score, level } = severity
      scored = {
        terms: termsText(basis, dpc.value, ei.value, cb.value, score, level),
        values: [dpc.value, ei.value, cb.value, score, level, JSON.stringify(severity)],
      }
      if (known.size >= remembered) known = new Map()
      known.set(name, scored)
    }
    return scored
  }

  const commit = db.transaction(() => {
    for (const [id, basis, { values }] of waiting) update.run(...values, basis, id)
    waiting = []
  })
  return {
    /** The record's terms as they go into the digest; what changes is written at the next commit. */
    termsOf(row: Row, by: readonly string[]): string {
      const { dpc, ei, cb, score, level } = row
      const basis = basisOf(context, by)
      if (row.score_basis === basis) return termsText(basis, dpc, ei, cb, score, level)
      const scored = scoreOf(row.facts, basis, by)
      waiting.push([row.id, basis, scored])
      return scored.terms
    },
    commit: () => {
      if (waiting.length > 0) commit.immediate()
    },
  }
}

function termsText(basis: string, dpc: number, ei: number, cb: number, score: number, level: string): string {
  return `${dpc} ${ei} ${cb} ${score} ${level} ${basis}`
}

function addToDigest(
  total: Hash,
  vault: Vault,
  settled: readonly { readonly uri: string; readonly row: Row; readonly terms: string }[],
): void {
  let text = ''
  for (const { uri, row, terms } of settled) {
    const first = row.first_key === null ? '' : openUri(vault, row.first_key, row.first_sealed)
    text += `${uri.length}:${uri}\n${row.row_digest}\n${terms}\n${first.length}:${first}\n`
  }
  total.update(text)
}
