import type { Database } from 'better-sqlite3'
import type { ScanClock, ScanInfo } from '../../core/result.ts'
import { type ScanStart, StoreError } from '../store.ts'

interface ScanRow {
  readonly id: number
  readonly tool_version: string
  readonly source: string
  readonly options: string
  readonly started_at: string
  readonly finished_at: string | null
  readonly status: ScanInfo['status']
  readonly digest: string | null
  // A store that no scan has opened since these came does not have them.
  readonly manifest_sha256?: string | null
  readonly models?: string | null
  readonly environment?: string | null
  readonly clock?: string | null
}

/** The scan that the store is about: the latest row. */
function latestScan(db: Database): ScanInfo | undefined {
  const row = db.prepare<[], ScanRow>('SELECT * FROM scan ORDER BY id DESC LIMIT 1').get()
  return row && infoOf(row)
}

/**
 * Whether a run may go on with what is in the store; nothing is written.
 * @throws StoreError `other_source`, `other_options`
 */
export function checkRun(db: Database, start: ScanStart, path: string): void {
  const earlier = latestScan(db)
  if (earlier) checkSame(earlier, start, path)
}

/**
 * Opens a run: goes on with the scan that is there, or makes one. Another version of the program gets a row of its own,
 * so that each record says which version made it.
 */
export function openRun(db: Database, start: ScanStart): ScanInfo {
  const earlier = latestScan(db)
  if (earlier?.toolVersion === start.toolVersion) {
    db.prepare("UPDATE scan SET status = 'running', finished_at = NULL, digest = NULL WHERE id = ?").run(earlier.id)
  } else {
    db.prepare<[string, string, string, string]>(
      "INSERT INTO scan (tool_version, source, options, started_at, status) VALUES (?, ?, ?, ?, 'running')",
    ).run(start.toolVersion, start.source, canonicalJson(start.options), new Date().toISOString())
  }
  const { models, environment } = start.custody ?? {}
  db.prepare<[string | null, string | null, string, number]>(
    'UPDATE scan SET manifest_sha256 = NULL, models = ?, environment = ?, clock = ? WHERE id = ?',
  ).run(jsonOf(models), jsonOf(environment), JSON.stringify(clockNow()), theScan(db).id)
  return theScan(db)
}

function jsonOf(data: unknown): string | null {
  return data === undefined ? null : JSON.stringify(data)
}

function clockNow(): ScanClock {
  const now = new Date()
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zone, offsetMinutes: 0 - now.getTimezoneOffset(), beganAt: now.toISOString(), endedAt: null, seconds: null }
}

/** What a run that saw every entry found out of the whole. */
export interface Whole {
  readonly digest: string
  readonly manifest: string
}

/**
 * Ends the run.
 * @param seconds since it began, by a clock that nobody sets
 */
export function closeRun(db: Database, status: ScanInfo['status'], seconds: number, whole?: Whole): ScanInfo {
  const { id, clock } = theScan(db)
  const endedAt = new Date().toISOString()
  const told = clock && JSON.stringify({ ...clock, endedAt, seconds: Math.round(1_000 * seconds) / 1_000 })
  db.prepare<[string, string | null, string | null, string | null, string | null, number]>(
    'UPDATE scan SET status = ?, finished_at = ?, digest = ?, manifest_sha256 = ?, clock = ? WHERE id = ?',
  ).run(status, status === 'finished' ? endedAt : null, whole?.digest ?? null, whole?.manifest ?? null, told, id)
  return theScan(db)
}

/** The scan of a store in which one has begun. */
export function theScan(db: Database): ScanInfo {
  const scan = latestScan(db)
  if (!scan) throw new StoreError('not_a_store', 'No scan has begun in this store.')
  return scan
}

function checkSame(earlier: ScanInfo, start: ScanStart, path: string): void {
  const mend = 'name another store (--store), or start over (--fresh)'
  if (earlier.source !== start.source) {
    throw new StoreError('other_source', `${path} holds a scan of ${earlier.source}, not of ${start.source}: ${mend}.`)
  }
  const before = new Map(Object.entries(earlier.options))
  const now = new Map(Object.entries(start.options))
  for (const name of [...new Set([...before.keys(), ...now.keys()])].sort()) {
    const was = canonicalJson(before.get(name))
    const is = canonicalJson(now.get(name))
    if (was === is) continue
    throw new StoreError(
      'other_options',
      `${path} holds a scan with another '${name}' (${was}, now ${is}): use the same, ${mend}.`,
    )
  }
}

/** JSON with the keys of every object in alphabetical order: equal for equal data. What is undefined counts as null. */
function canonicalJson(data: unknown): string {
  return JSON.stringify(data ?? null, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

function infoOf(row: ScanRow): ScanInfo {
  return {
    id: row.id,
    toolVersion: row.tool_version,
    source: row.source,
    options: JSON.parse(row.options) as Record<string, unknown>,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    status: row.status,
    digest: row.digest,
    manifestSha256: row.manifest_sha256 ?? null,
    models: parsed(row.models) as ScanInfo['models'],
    environment: parsed(row.environment),
    clock: parsed(row.clock) as ScanInfo['clock'],
  }
}

function parsed(json: string | null | undefined): unknown {
  return json === null || json === undefined ? null : JSON.parse(json)
}
