import type { ItemType } from './item.ts'
import type { Limits } from './limits.ts'
import type { CoverageCause, Problem } from './problem.ts'
import type { Reader } from './reader.ts'
import type { Spool } from './spool.ts'
import type { Cell } from './table.ts'

/** The form a record comes in (DESIGN §2). */
export type Medium = 'document' | 'image' | 'video' | 'audio' | 'message' | 'table' | 'archive' | 'other'

/** Where a text came from (DESIGN §5, `finding.origin`). */
export type Origin = 'text' | 'ocr' | 'metadata' | 'filename' | 'table'

/** Where a segment of text stands in its item. A finding adds its offset and length in code points. */
export type Place =
  | { readonly unit: 'text' /** Code points of the item's text before the segment. */; readonly offset: number }
  | { readonly unit: 'page' /** From 1. */; readonly page: number; readonly offset: number }
  | {
      readonly unit: 'part' /** 'body', 'header', 'comments', 'slide 3', 'sheet Name' … */
      readonly part: string
      readonly offset: number
    }
  | { readonly unit: 'metadata' /** The metadata entry's name. */; readonly name: string; readonly offset: number }
  | { readonly unit: 'filename'; readonly offset: number }
  | {
      readonly unit: 'column' /** From 1. */
      readonly column: number
      /** As the item names it. */
      readonly name: string
      /** Whether the name is masked. */
      readonly isNamePersonal: boolean
      /** The first row with such a value, from 1. */
      readonly row: number
      /** Always 0. */
      readonly offset: number
    }

/** A stretch of text in reading order, with its place. */
export interface Segment {
  readonly what: 'segment'
  readonly text: string
  readonly place: Place
  readonly origin: Origin
}

/** What a file says of itself, under ExifTool's tag names where it has one. */
export interface MetadataEntry {
  readonly what: 'metadata'
  readonly name: string
  /** Times as ISO 8601 where the zone is known, else as written; positions in signed decimal degrees, WGS 84. */
  readonly value: string
  /** Position, owner, author, serial number, caption and the like: kept in clear only when asked for. */
  readonly personal: boolean
  /** The entity type this entry is by itself (`GPS_COORDINATES`, `DEVICE_SERIAL`, `DEVICE_OWNER`, `PERSON` …). */
  readonly entityType?: string
  /** One spelling for equal values, where that is not the value in lower case. */
  readonly canonical?: string
}

/** A labelled fact read from structure, not from running text (`invoice.total` of an embedded e-invoice). */
export interface FieldEntry {
  readonly what: 'field'
  readonly name: string
  readonly value: string
  readonly confidence: number
  readonly place?: Place
}

/** Something a responder may filter by: `extension_mismatch`, `encrypted`, `embedded_preview` …  No values from the item in `detail`. */
export interface Flag {
  readonly what: 'flag'
  readonly name: string
  readonly detail?: string
}

/** A picture, for the vision stage: size as stored. Pixels stay with the format. */
export interface PictureEntry {
  readonly what: 'picture'
  /** Seconds into the clip; null for a still. */
  readonly frameAt: number | null
  readonly width: number
  readonly height: number
}

/** Grey pixels, upright, row by row, 0 black … 255 white. */
export interface Grey {
  readonly width: number
  readonly height: number
  /** width × height bytes. */
  readonly data: Uint8Array
}

/** Something to look at, for the vision stage: handed over, looked at, never stored. */
export interface Frame {
  readonly what: 'frame'
  /** Where text that is read from it stands. */
  readonly place: Place
  /** True where text is often drawn into pictures of this kind: it is then looked for by its strokes, page or not. */
  readonly isLettered?: boolean
  /** An encoded picture, which may show anything; a clip of many; or a page of a document, drawn on demand. */
  readonly source:
    | {
        readonly kind: 'encoded'
        readonly reader: Reader /** Where the format knows it. */
        readonly mediaType?: string
      }
    | {
        readonly kind: 'clip'
        readonly reader: Reader
        readonly mediaType: string
        /** How long it is shown for; null where the format does not know. */
        readonly seconds: number | null
      }
    | {
        readonly kind: 'page'
        /**
         * Draws the page, its longer side of at most so many pixels.
         * @throws ItemError where it can't be drawn
         */
        draw(longest: number): Grey | Promise<Grey>
        /**
         * Where the page has text of its own: left, top, right and bottom of each of its signs in turn, as shares of
         * the page. What is to be read is then only what its pictures show besides, if anything.
         */
        readonly written?: Float32Array
      }
}

/** An item within the item. The examiner reads it before it asks the format for more. */
export interface Child {
  readonly what: 'child'
  /** The member's own name or path, as it stands in the container; never used as a path on a disk. */
  readonly name: string
  readonly modifiedAt: string | null
  readonly reader: Reader
  /** Why the reader gives less than the member had: told of the child too. */
  readonly problem?: Pick<Problem, 'cause' | 'message'>
}

/** An item within the item of which nothing can be read: it gets a record all the same. */
export interface UnreadChild {
  readonly what: 'unread'
  /** As {@link Child.name}. */
  readonly name: string
  readonly modifiedAt: string | null
  /** Bytes, as the container claims; 0 where it does not say. */
  readonly size: number
  readonly type: ItemType
  readonly problem: Pick<Problem, 'cause' | 'message'>
}

/**
 * Some rows of a table, in their order; at most some thousand at once. The item is examined by columns: its cells are
 * counted, never kept. A table without rows is told by no rows.
 */
export interface TableRows {
  readonly what: 'rows'
  /** The table's own name in an item of several tables: it becomes an item within. Undefined where the item is one table. */
  readonly table?: string
  /** False where the item names no columns: `columns` then only numbers them. */
  readonly isNamed?: boolean
  /** Names of the columns; a later batch of the same table may have more of them, behind those it had. */
  readonly columns: readonly string[]
  /** Cells in the order of the columns; those that a row lacks are empty, those beyond the columns are left out. */
  readonly rows: readonly (readonly Cell[])[]
}

/** A part of the item that was not read, and why. The rest goes on. */
export interface Gap {
  readonly what: 'gap'
  readonly cause: CoverageCause
  readonly message: string
}

/** Everything a format can say about an item, in the order in which it meets it. */
export type Extract =
  | Segment
  | MetadataEntry
  | FieldEntry
  | Flag
  | PictureEntry
  | Frame
  | Child
  | UnreadChild
  | TableRows
  | Gap

/** The first bytes of an item and the way to the others, for telling its type. */
export interface Head {
  /** The first 64 KiB at most. */
  readonly bytes: Uint8Array
  readonly reader: Reader
  /** The head as text where its bytes are text in some charset, with that charset's WHATWG name; else undefined. Computed once. */
  text(): { readonly text: string; readonly charset: string } | undefined
}

/** What a format is handed beside the bytes. */
export interface ReadContext {
  readonly limits: Limits
  /** The media type that {@link Format.recognizes} gave. */
  readonly mediaType: string
  readonly head: Head
  /** What the item is called, one step and no path: for naming what is inside it, and for nothing else. */
  readonly name?: string
  /** What the user gave to open what is locked; nothing else is tried. */
  readonly passwords?: readonly string[]
  /** Where a format may keep what is too large for memory. */
  readonly spool?: Spool
}

/**
 * formats: what bytes are and what they hold. One object in one file, frozen, holding nothing between items.
 * Called on any worker thread, one item at a time.
 */
export interface Format {
  readonly id: string
  readonly title: string
  readonly medium: Medium
  /** Media types it reads, the usual one first, with the extensions that go with each (lower case, no dot). */
  readonly mediaTypes: Readonly<Record<string, readonly string[]>>
  /** The media type when the bytes are of this format; names and extensions have no say. May read beyond the head. */
  recognizes(head: Head): string | undefined | Promise<string | undefined>
  /**
   * What the item holds.
   * @throws ItemError for a fault of the input, after yielding what could be read before it
   */
  read(reader: Reader, context: ReadContext): AsyncIterable<Extract>
}
