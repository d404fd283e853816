import type { Database } from 'better-sqlite3'
import { type CodeCount, classOf, codeShape, hasLetters } from '../../core/code-shape.ts'
import { type Finding, learntDetector } from '../../core/finding.ts'
import type { ItemRef } from '../../core/item.ts'
import type { LearntCodes } from '../store.ts'
import type { Vault } from '../values/vault.ts'
import { type IdSet, makeIdSet } from './id-set.ts'
import { type Rows, uriKey } from './rows.ts'
import { rowsPerRecord } from './schema.ts'

/** `code_shape.use`: a labelled number in `finding` or in `column_value`, one that nothing claims, one of something else. */
const uses = Object.freeze({ finding: 0, columnValue: 1, loose: 2, other: 3 })

/** Labelled numbers of one record that are learnt from. */
const mostLabelled = 256
/** Where a label or a structure says it, it is surely a patient's number; what was learnt teaches nothing. */
const sure = 0.75

/** Notes the shapes of one record's codes, for {@link learnCodes}. */
export interface ShapeNotes {
  /** A finding, with the id of its row. */
  finding(finding: Finding, valueId: number): void
  columnValue(entityType: string, value: string, valueId: number): void
  counts(codes: readonly CodeCount[]): void
}

/** @param id of the record */
export function shapeNotes(id: number, vault: Vault, rows: Rows): ShapeNotes {
  let next = 0
  function add(use: number, shape: string, valueId: number | null, count: number): void {
    const isLabelled = valueId !== null
    if (isLabelled && next >= mostLabelled) return
    // A code that nothing claims may be anything, somebody's user name too: of it the digest alone is kept.
    const digest = vault.digest('code-shape', shape)
    rows.code_shape.push(id * rowsPerRecord + next, id, use, isLabelled ? shape : null, digest, valueId, count)
    next += 1
  }
  function labelled(use: number, entityType: string, value: string, valueId: number): void {
    const shape = entityType === 'PATIENT_ID' ? codeShape(value.trim()) : undefined
    if (shape !== undefined) add(use, shape, valueId, 1)
  }
  return {
    finding({ entityType, value, confidence, detector }, valueId) {
      if (confidence >= sure && !detector.startsWith(`${learntDetector}@`))
        labelled(uses.finding, entityType, value, valueId)
    },
    columnValue: (entityType, value, valueId) => labelled(uses.columnValue, entityType, value, valueId),
    counts(codes) {
      for (const { shape, loose, other } of codes) {
        if (loose > 0) add(uses.loose, shape, null, loose)
        if (other > 0) add(uses.other, shape, null, other)
      }
    },
  }
}

/** Different labelled numbers that make a series: with letters of its own, and where only its first digits tell it. */
const leastNumbers = { lettered: 5, digits: 10 } as const
/** Share of all labelled numbers of the same length that begin alike, where there are no letters. */
const leastShare = 0.25
/** Numbers of the same shape that are of something else, for each that is a patient's. */
const mostOther = 0.1

/**
 * What the labels of the dump so far teach: shapes that enough different patients' numbers have, and hardly any other
 * number; undefined where there are none.
 */
export function learnCodes(db: Database, vault: Vault): LearntCodes | undefined {
  const numbers = labelledNumbers(db)
  const others = new Map(
    db
      .prepare<[number], [string, number]>('SELECT digest, sum(count) FROM code_shape WHERE use = ? GROUP BY digest')
      .raw()
      .all(uses.other),
  )
  const byClass = new Map<string, number>()
  for (const [shape, count] of numbers) byClass.set(classOf(shape), (byClass.get(classOf(shape)) ?? 0) + count)
  const shapes = [...numbers].filter(([shape, count]) => {
    const least = hasLetters(shape) ? leastNumbers.lettered : leastNumbers.digits
    const ofOthers = others.get(vault.digest('code-shape', shape)) ?? 0
    return count >= least && count >= leastShare * (byClass.get(classOf(shape)) ?? 0) && ofOthers <= mostOther * count
  })
  if (shapes.length === 0) return undefined
  const told = shapes.map(([shape]) => shape).sort()
  const holds = recordsWith(
    db,
    told.map((shape) => vault.digest('code-shape', shape)),
  )
  return { shapes: told, among: (items) => amongEntries(db, vault, holds, items) }
}

/** Different labelled numbers by shape. */
function labelledNumbers(db: Database): ReadonlyMap<string, number> {
  const values = (table: string, use: number) =>
    `SELECT shape, ${table}.digest FROM code_shape JOIN ${table} ON ${table}.id = value_id
     JOIN record ON record.id = code_shape.record_id WHERE use = ${use} AND gone = 0`
  const sql = `SELECT shape, count(*) FROM (${values('finding', uses.finding)} UNION ${values('column_value', uses.columnValue)}) GROUP BY shape`
  return new Map(db.prepare<[], [string, number]>(sql).raw().all())
}

function recordsWith(db: Database, digests: readonly string[]): IdSet {
  const holds = makeIdSet()
  const find = db.prepare<[number, string], number>(
    `SELECT record_id FROM code_shape WHERE use = ? AND digest IN (SELECT value FROM json_each(?))`,
  )
  for (const id of find.pluck().iterate(uses.loose, JSON.stringify(digests))) holds.add(id)
  return holds
}

/** Those entries that hold such a code, in themselves or in anything inside them. */
function amongEntries(db: Database, vault: Vault, holds: IdSet, items: readonly ItemRef[]): readonly ItemRef[] {
  const find = db
    .prepare<[string], [number, number]>('SELECT id, last_id FROM record WHERE uri = ? AND parent_id IS NULL')
    .raw()
  return items.filter(({ uri }) => {
    const known = find.get(uriKey(vault, uri))
    if (!known) return false
    const [id, lastId] = known
    for (let at = id; at <= lastId; at += 1) if (holds.has(at)) return true
    return false
  })
}
