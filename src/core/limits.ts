/** What one item, or one loop that follows input, may cost. Every such loop names the limit that ends it. */
export interface Limits {
  /** Bytes of one item that are examined at all; a larger item is recorded `too_large`. */
  readonly itemBytes: number
  /** Wall-clock seconds one item may take, of a container without what is inside it; then `time_limit`. */
  readonly itemSeconds: number
  /** Wall-clock seconds that all items inside one entry of a source may take together, at all levels. */
  readonly insideSeconds: number
  /** Bytes a second below which a large item counts as hanging: each adds to its seconds. */
  readonly itemBytesPerSecond: number
  /** Megabytes of JavaScript heap one worker may hold; then `memory_limit`. */
  readonly workerHeapMegabytes: number
  /** Megabytes that the process which examines may hold in all, before … */
  readonly processMegabytes: number
  /** … so many more for each of its workers: what native code holds no limit of a thread sees. */
  readonly workerMegabytes: number
  /** Levels of items within items; deeper ones are recorded `too_deep`. */
  readonly depth: number
  /** Child items of one container; more are recorded `too_many`. */
  readonly children: number
  /** Tables of one item; more are recorded `too_many`. */
  readonly tables: number
  /** Items inside one entry of a source, at all levels together; more are recorded `too_many`. */
  readonly insideItems: number
  /**
   * Bytes that all items inside one entry of a source may have together, at all levels, even where `expansionRatio`
   * would not allow as much; beyond both the rest is recorded `expansion_ratio`.
   */
  readonly insideBytes: number
  /** Findings that are kept singly of all items inside one entry of a source; further ones are counted by entity type. */
  readonly insideFindings: number
  /** Bytes that one member of an archive, or one compressed file, may expand to: read in pieces, never held. */
  readonly memberBytes: number
  /**
   * Bytes that one process keeps in its private temporary folder at a time: packed members, which are expanded again and
   * again beyond it, and what was found inside entries, which are recorded `memory_limit` beyond it.
   */
  readonly spoolBytes: number
  /** Bytes of an archive of a kind that can only be read when it is held whole. */
  readonly archiveBytes: number
  /** Rounds of hashing that trying passwords on one item may take, or bytes that are decrypted in vain. */
  readonly passwordRounds: number
  /** Bytes of one message that is held and taken apart; a larger one is read as text, its encoded parts are not decoded. */
  readonly mailBytes: number
  /** Bytes that one child, or one compressed part, may expand to where it is held in memory. */
  readonly expandedBytes: number
  /** Bytes after expansion per byte before; beyond it the part is recorded `expansion_ratio`. */
  readonly expansionRatio: number
  /** Characters of text read from one item. Plain text is streamed and not bound by it. */
  readonly textCharacters: number
  /** Characters of one segment of streamed text. */
  readonly segmentCharacters: number
  /** Characters kept for deciding the record kind and reading its fields. */
  readonly sampleCharacters: number
  /** Pages of one document. */
  readonly pages: number
  /** Annotations, form fields and bookmarks of one document. */
  readonly annotations: number
  /** Pieces of text that one page is drawn from: putting them in order may take time in the square of their number. */
  readonly pagePieces: number
  /** Findings of one item that are stored singly; further ones are counted by entity type. */
  readonly findings: number
  /** Columns of one item that are profiled, in all its tables together; further ones are `too_many`. */
  readonly columns: number
  /** Characters of one cell of a table; longer ones are cut. */
  readonly cellCharacters: number
  /** Cells of one column in which every detector looks for everything; what they hold decides what the rest is tested for. */
  readonly columnValues: number
  /** Findings of one entity type in one column that are told singly; where there are more, one finding stands for all. */
  readonly columnFindings: number
  /** Bytes of one encoded picture that is decoded. */
  readonly pictureBytes: number
  /** Pixels of one picture that is decoded. */
  readonly picturePixels: number
  /** Pages and pictures of one item whose text is read from their pixels. */
  readonly ocrPages: number
  /** Seconds that reading one page or picture from its pixels may take. */
  readonly ocrPageSeconds: number
  /** Metadata entries of one item. */
  readonly metadata: number
  /** Characters of one metadata value; longer ones are cut. */
  readonly metadataCharacters: number
  /** Segments, chunks, boxes, directories and directory entries of one picture. */
  readonly pictureBlocks: number
  /** Bytes of one picture that are read for its metadata. */
  readonly pictureMetadataBytes: number
  /** Frames of one clip that are looked at. */
  readonly clipFrames: number
  /** Bytes of one clip that are read for its frames. */
  readonly clipBytes: number
  /** Encoded pictures of one clip that are decoded to get at those that are looked at. */
  readonly clipPackets: number
  /** Seconds that decoding the frames of one clip may take. */
  readonly clipSeconds: number
  /** Nesting of XML elements, JSON values or RTF groups. */
  readonly nesting: number
  /** Folders below each other in a source. */
  readonly folderDepth: number
}

/** The limits of a scan without options. */
export const defaultLimits: Limits = Object.freeze({
  itemBytes: 64 * 2 ** 30,
  itemSeconds: 120,
  insideSeconds: 6 * 3_600,
  itemBytesPerSecond: 2 ** 19,
  workerHeapMegabytes: 1_024,
  processMegabytes: 512,
  workerMegabytes: 2_048,
  depth: 8,
  children: 500_000,
  tables: 10_000,
  insideItems: 2_000_000,
  insideBytes: 4 * 2 ** 30,
  insideFindings: 20_000_000,
  memberBytes: 64 * 2 ** 30,
  spoolBytes: 16 * 2 ** 30,
  archiveBytes: 256 * 2 ** 20,
  passwordRounds: 2 ** 26,
  mailBytes: 128 * 2 ** 20,
  expandedBytes: 512 * 2 ** 20,
  expansionRatio: 200,
  textCharacters: 64 * 2 ** 20,
  segmentCharacters: 2 ** 20,
  sampleCharacters: 200_000,
  pages: 5_000,
  annotations: 20_000,
  pagePieces: 40_000,
  findings: 20_000,
  columns: 50_000,
  cellCharacters: 2 ** 18,
  columnValues: 5_000,
  columnFindings: 100,
  pictureBytes: 128 * 2 ** 20,
  picturePixels: 200_000_000,
  ocrPages: 200,
  ocrPageSeconds: 30,
  metadata: 2_000,
  metadataCharacters: 8_192,
  pictureBlocks: 50_000,
  pictureMetadataBytes: 64 * 2 ** 20,
  clipFrames: 6,
  clipBytes: 512 * 2 ** 20,
  clipPackets: 1_200,
  clipSeconds: 30,
  nesting: 512,
  folderDepth: 256,
})

/** The least and the most that each limit may be set to, both included. All are whole numbers. */
export const limitRanges: Readonly<Record<keyof Limits, readonly [least: number, most: number]>> = Object.freeze({
  itemBytes: [1, 2 ** 50],
  itemSeconds: [1, 86_400],
  insideSeconds: [1, 30 * 86_400],
  itemBytesPerSecond: [1_024, 2 ** 40],
  workerHeapMegabytes: [256, 2 ** 16],
  processMegabytes: [256, 2 ** 20],
  workerMegabytes: [512, 2 ** 20],
  // Everything at one level waits in memory while the next is read.
  depth: [1, 64],
  children: [1, 100_000_000],
  tables: [1, 1_000_000],
  insideItems: [1, 100_000_000],
  insideBytes: [1, 2 ** 50],
  insideFindings: [1, 1_000_000_000],
  memberBytes: [1, 2 ** 50],
  spoolBytes: [0, 2 ** 50],
  // What is held in one piece: no buffer of the runtime is larger.
  archiveBytes: [1, 2 ** 31],
  passwordRounds: [0, 2 ** 40],
  mailBytes: [1, 2 ** 31],
  expandedBytes: [1, 2 ** 31],
  expansionRatio: [1, 1_000_000],
  textCharacters: [1, 2 ** 40],
  segmentCharacters: [1_024, 2 ** 26],
  sampleCharacters: [1_024, 2 ** 24],
  pages: [1, 10_000_000],
  annotations: [0, 10_000_000],
  pagePieces: [1, 1_000_000],
  findings: [1, 10_000_000],
  columns: [1, 1_000_000],
  cellCharacters: [64, 2 ** 26],
  columnValues: [1, 10_000_000],
  columnFindings: [1, 10_000_000],
  pictureBytes: [1, 2 ** 31],
  picturePixels: [1, 2 ** 31],
  ocrPages: [0, 10_000_000],
  ocrPageSeconds: [1, 3_600],
  metadata: [1, 1_000_000],
  metadataCharacters: [64, 2 ** 20],
  pictureBlocks: [1, 10_000_000],
  pictureMetadataBytes: [1_024, 2 ** 31],
  clipFrames: [0, 64],
  clipBytes: [1, 2 ** 40],
  clipPackets: [1, 1_000_000],
  clipSeconds: [1, 3_600],
  // Beyond it, what calls itself could run out of stack.
  nesting: [4, 1_024],
  folderDepth: [1, 256],
})

/** Sets of limits by name: what differs from the default. */
export const limitPresets = Object.freeze({
  /** For a first look: the beginning of everything. */
  quick: Object.freeze({
    itemSeconds: 20,
    insideSeconds: 600,
    depth: 4,
    children: 2_000,
    insideItems: 5_000,
    insideBytes: 512 * 2 ** 20,
    memberBytes: 4 * 2 ** 30,
    textCharacters: 8 * 2 ** 20,
    pages: 200,
    findings: 5_000,
    columnValues: 1_000,
    ocrPages: 5,
    ocrPageSeconds: 10,
    clipFrames: 3,
    clipSeconds: 10,
  }),
  /** For few files that matter: many times the default, where more costs time and not memory. */
  thorough: Object.freeze({
    itemSeconds: 3_600,
    insideSeconds: 7 * 86_400,
    depth: 16,
    children: 20_000_000,
    insideItems: 50_000_000,
    insideBytes: 256 * 2 ** 30,
    insideFindings: 500_000_000,
    memberBytes: 2 ** 40,
    spoolBytes: 64 * 2 ** 30,
    passwordRounds: 2 ** 30,
    expansionRatio: 2_000,
    textCharacters: 512 * 2 ** 20,
    pages: 50_000,
    annotations: 200_000,
    findings: 200_000,
    columnValues: 50_000,
    ocrPages: 5_000,
    ocrPageSeconds: 120,
    clipSeconds: 120,
  }),
} satisfies Readonly<Record<string, Readonly<Partial<Limits>>>>)
export type LimitPreset = keyof typeof limitPresets

/** What a user asks for: a preset, and limits set one by one, which count before it. */
export type LimitChoice = { readonly [Name in keyof Limits]?: number | undefined } & {
  readonly preset?: LimitPreset | undefined
}

/** The limits that a choice comes to; those that it does not name are the default's. */
export function chosenLimits(choice: LimitChoice | LimitPreset = {}): Limits {
  const { preset, ...own } = typeof choice === 'string' ? { preset: choice } : choice
  const set = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return Object.freeze({ ...defaultLimits, ...(preset ? limitPresets[preset] : {}), ...set })
}

/** What a choice changes, by name; null where it changes nothing. Equal for choices that come to the same. */
export function changedLimits(limits: Limits): Readonly<Record<string, number>> | null {
  const defaults: Readonly<Record<string, number>> = { ...defaultLimits }
  const changed = Object.entries(limits).filter(([name, value]) => value !== defaults[name])
  return changed.length > 0 ? Object.fromEntries(changed.sort(([a], [b]) => (a < b ? -1 : 1))) : null
}
