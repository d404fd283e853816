import { hash } from 'node:crypto'
import type { ItemOutcomes, Outcome } from '../../core/outcome.ts'
import type { SealPlace } from '../values/seal.ts'
import { maskSpans, maskUri, spansOf, type UriSpan } from '../values/uri-mask.ts'
import type { Vault } from '../values/vault.ts'
import { basisOf } from './basis.ts'
import { shapeNotes } from './code-shapes.ts'
import type { Explain } from './explanations.ts'
import type { Memo } from './memo.ts'
import { addParts, listJson, millionths } from './row-parts.ts'
import { addTable } from './table-rows.ts'

/** What SQLite takes. */
export type Value = string | number | Buffer | null

/** The tables that a record's rows go to, with the columns in the order in which {@link addTree} gives them. */
export const columns = Object.freeze({
  record: [
    'id',
    'scan_id',
    'uri',
    'parent_id',
    'size_bytes',
    'modified_at',
    'sha256',
    'media_type',
    'medium',
    'kind',
    'kind_confidence',
    'language',
    'coverage',
    'coverage_cause',
    'dpc',
    'ei',
    'cb',
    'severity_score',
    'severity',
    'explanation',
    'kind_because',
    'problems',
    'facts',
    'score_basis',
    'row_digest',
    'last_id',
    'uri_masked',
    'uri_sealed',
  ],
  finding: [
    'id',
    'record_id',
    'entity_type',
    'masked',
    'digest',
    'value',
    'confidence',
    'origin',
    'location',
    'detector',
    'evidence',
    'marks',
    'cells',
    'distinct_values',
    'role',
  ],
  field: ['id', 'record_id', 'name', 'masked', 'digest', 'value', 'confidence', 'location'],
  metadata: ['id', 'record_id', 'name', 'masked', 'digest', 'value'],
  picture: ['id', 'record_id', 'frame_at', 'width', 'height', 'faces', 'persons', 'exposure', 'labels', 'hash'],
  flag: ['id', 'record_id', 'name', 'detail'],
  table_profile: ['record_id', 'rows', 'person_rows'],
  table_column: ['id', 'record_id', 'name', 'type', 'entity_type', 'share', 'filled', 'distinct_values', 'examples'],
  column_value: ['id', 'record_id', 'entity_type', 'digest', 'marks'],
  code_shape: ['id', 'record_id', 'use', 'shape', 'digest', 'value_id', 'count'],
} as const)
export type Table = keyof typeof columns

/** Rows to be written, the columns of one after those of the other. */
export type Rows = Record<Table, Value[]>

/** Rows of nothing. */
export function noRows(): Rows {
  return {
    record: [],
    finding: [],
    field: [],
    metadata: [],
    picture: [],
    flag: [],
    table_profile: [],
    table_column: [],
    column_value: [],
    code_shape: [],
  }
}

/** What the rows of a tree are made with. */
export interface RowMaker {
  readonly vault: Vault
  readonly scanId: number
  readonly memo: Memo
  readonly explain: Explain
}

/** How the store's `uri` column names a uri: as it stands, or by its digest where uris are sealed. */
export function uriKey(vault: Vault, uri: string): string {
  return vault.mode === 'sealed' ? vault.digest('uri', uri) : uri
}

/**
 * Adds the rows of an entry and everything inside it.
 * @param firstId of the entry; what is inside has the ids that follow
 * @throws Error where something inside names no container, or shares its uri: a fault of ours
 */
export function addTree(tree: ItemOutcomes, firstId: number, maker: RowMaker, rows: Rows): void {
  const [entry] = tree
  if (tree.length === 1) {
    addRecord(entry, firstId, null, firstId, spansOf(entry.uri, entry.findings), maker, rows)
    return
  }
  const known = new Map<string, { readonly id: number; readonly spans: readonly UriSpan[] }>()
  for (const [index, outcome] of tree.entries()) {
    const id = firstId + index
    const parent = outcome.parentUri === null ? undefined : known.get(outcome.parentUri)
    if ((index > 0 && !parent) || known.has(outcome.uri)) {
      throw new Error('inside an entry, uris must differ and containers come before what they hold')
    }
    const spans = [...spansOf(outcome.uri, outcome.findings), ...(parent?.spans ?? [])]
    known.set(outcome.uri, { id, spans })
    addRecord(outcome, id, parent?.id ?? null, firstId + tree.length - 1, spans, maker, rows)
  }
}

/** Makes the rows of an entry that comes piece by piece. */
export interface TreeRows {
  /** @throws Error where something is not inside what came before it: a fault of ours */
  add(outcomes: readonly Outcome[]): Rows
  /** @throws Error where not as many came as were told: a fault of ours */
  end(): void
}

/**
 * The rows of an entry and everything inside it, a container right before what it holds: only those that are open are
 * remembered.
 */
export function treeRows(firstId: number, count: number, maker: RowMaker): TreeRows {
  const open: { readonly uri: string; readonly id: number; readonly spans: readonly UriSpan[] }[] = []
  let id = firstId
  return {
    add(outcomes) {
      const rows = noRows()
      for (const outcome of outcomes) {
        while (open.length > 0 && open.at(-1)?.uri !== outcome.parentUri) open.pop()
        const parent = open.at(-1)
        if (id > firstId && !parent) throw new Error('inside an entry, containers come right before what they hold')
        const spans = [...spansOf(outcome.uri, outcome.findings), ...(parent?.spans ?? [])]
        open.push({ uri: outcome.uri, id, spans })
        addRecord(outcome, id, parent?.id ?? null, firstId + count - 1, spans, maker, rows)
        id += 1
      }
      return rows
    },
    end() {
      if (id !== firstId + count) throw new Error('an entry holds another number of items than was told')
    },
  }
}

function addRecord(
  outcome: Outcome,
  id: number,
  parentId: number | null,
  lastId: number,
  spans: readonly UriSpan[],
  { vault, scanId, memo, explain }: RowMaker,
  rows: Rows,
): void {
  const { uri, severity } = outcome
  const key = uriKey(vault, uri)
  const kindConfidence = millionths(outcome.kindConfidence)
  const because = listJson(outcome.kindBecause)
  const problems = listJson(outcome.problems)
  const facts = JSON.stringify(outcome.facts)
  const told = [
    `${outcome.sizeBytes} ${outcome.sha256} ${outcome.mediaType} ${outcome.medium} ${outcome.kind} ${kindConfidence}`,
    `${outcome.language} ${outcome.coverage} ${outcome.coverageCause}`,
    because,
    problems,
    facts,
  ]
  const owner = { id, key, vault, memo, told, shapes: shapeNotes(id, vault, rows) }
  addParts(outcome, owner, rows)
  if (outcome.table) addTable(outcome.table, owner, rows)
  if (outcome.codes) owner.shapes.counts(outcome.codes)
  rows.record.push(
    id,
    scanId,
    key,
    parentId,
    outcome.sizeBytes,
    outcome.modifiedAt,
    outcome.sha256,
    outcome.mediaType,
    outcome.medium,
    outcome.kind,
    kindConfidence,
    outcome.language,
    outcome.coverage,
    outcome.coverageCause,
    severity.dpc.value,
    severity.ei.value,
    severity.cb.value,
    severity.score,
    severity.level,
    explain(facts, severity),
    because,
    problems,
    facts,
    basisOf(severity.context, []),
    hash('sha256', told.join('\n'), 'base64url'),
    lastId,
    shownUri(vault, uri, spans),
    vault.mode === 'sealed' ? vault.keep(uri, uriPlace(key)) : null,
  )
}

/** What reports show for the uri; null where that is the uri itself. */
function shownUri(vault: Vault, uri: string, spans: readonly UriSpan[]): string | null {
  if (vault.mode === 'clear') return null
  return vault.mode === 'sealed' ? maskUri(uri) : maskSpans(uri, spans)
}

/** What a sealed uri is bound to. */
export function uriPlace(key: string): SealPlace {
  return { table: 'record', column: 'uri', record: key, name: '', digest: '' }
}
