import type { Reporter } from '../core/result.ts'
import { csvReport } from './csv.ts'
import { jsonReport } from './json.ts'
import { canonicalExport, ndjsonExport } from './ndjson.ts'
import { parquetExport } from './parquet.ts'
import { textReport } from './text.ts'

/** What `leaksift report --format` takes. */
export const reports: readonly Reporter[] = Object.freeze([textReport, jsonReport, csvReport])

/** What `leaksift export --format` takes; the canonical form is asked for by `--canonical`. */
export const exports: readonly Reporter[] = Object.freeze([ndjsonExport, csvReport, parquetExport, canonicalExport])
