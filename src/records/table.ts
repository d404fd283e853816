import type { RecordKind } from '../core/record.ts'

/** Rows of data: delimited text, spreadsheets, databases. A spreadsheet may be laid out as a document of another kind. */
export const table: RecordKind = Object.freeze({
  id: 'table',
  title: 'Table or database',
  sensitivity: { category: 'simple' },
  examples: { hits: [], misses: ['name and address of the sender'] },
  match({ medium, mediaType, hasRows }) {
    if (medium !== 'table') return undefined
    if (hasRows && spreadsheet.test(mediaType)) return { confidence: 0.95, because: ['rows of data in a spreadsheet'] }
    if (spreadsheet.test(mediaType)) return { confidence: 0.8, because: ['format of a spreadsheet'] }
    return { confidence: 0.99, because: ['format of a table'] }
  },
} satisfies RecordKind)

const spreadsheet = /spreadsheet|excel|numbers/
