/** What a camera writes beside the picture. Positions in signed decimal degrees, WGS 84; times as EXIF writes them. */
export interface CameraNotes {
  readonly make?: string
  readonly model?: string
  readonly software?: string
  readonly artist?: string
  readonly copyright?: string
  readonly description?: string
  readonly hostComputer?: string
  readonly orientation?: number
  /** `2019:02:11 10:41:07`. */
  readonly taken?: string
  /** `+01:00`. */
  readonly zone?: string
  readonly owner?: string
  readonly serial?: string
  readonly lens?: string
  readonly comment?: string
  readonly position?: {
    readonly latitude: number
    readonly longitude: number
    readonly altitude: number
    readonly day: string
    readonly time: string
  }
  /** A small JPEG, as cameras embed it. */
  readonly thumbnail?: Uint8Array
}

type Tag = readonly [number, number, Uint8Array, number]

const text = (tag: number, value: string | undefined): Tag[] => {
  if (value === undefined) return []
  const bytes = Buffer.from(`${value}\0`, 'utf8')
  return [[tag, 2, bytes, bytes.length]]
}
const short = (tag: number, value: number | undefined): Tag[] =>
  value === undefined ? [] : [[tag, 3, Uint8Array.of(value & 0xff, value >> 8), 1]]
const long = (tag: number, value: number): Tag => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return [tag, 4, bytes, 1]
}
const rationals = (tag: number, ...values: readonly (readonly [number, number])[]): Tag => {
  const bytes = Buffer.alloc(values.length * 8)
  for (const [at, [top, bottom]] of values.entries()) {
    bytes.writeUInt32LE(top, at * 8)
    bytes.writeUInt32LE(bottom, at * 8 + 4)
  }
  return [tag, 5, bytes, values.length]
}
const raw = (tag: number, bytes: Uint8Array): Tag => [tag, 7, bytes, bytes.length]

/** A TIFF block, little-endian (Exif 2.32, JEITA CP-3451): IFD0, Exif IFD, GPS IFD and, with a thumbnail, IFD1. */
export function makeExif(notes: CameraNotes): Uint8Array {
  const exif: Tag[] = [
    ...(notes.taken ? [rationals(0x829a, [1, 160]), rationals(0x829d, [28, 10])] : []),
    ...short(0x8827, notes.taken ? 200 : undefined),
    raw(0x9000, Buffer.from('0232')),
    ...text(0x9003, notes.taken),
    ...text(0x9004, notes.taken),
    ...text(0x9011, notes.zone),
    ...(notes.comment ? [raw(0x9286, Buffer.from(`UNICODE\0${notes.comment}`, 'latin1'))] : []),
    ...(notes.lens ? [rationals(0x920a, [500, 10])] : []),
    ...text(0xa430, notes.owner),
    ...text(0xa431, notes.serial),
    ...text(0xa434, notes.lens),
  ]
  const main: Tag[] = [
    ...text(0x010e, notes.description),
    ...text(0x010f, notes.make),
    ...text(0x0110, notes.model),
    ...short(0x0112, notes.orientation),
    rationals(0x011a, [72, 1]),
    rationals(0x011b, [72, 1]),
    ...short(0x0128, 2),
    ...text(0x0131, notes.software),
    ...text(0x0132, notes.taken),
    ...text(0x013b, notes.artist),
    ...text(0x013c, notes.hostComputer),
    ...text(0x8298, notes.copyright),
  ]
  return lay(main, exif, notes.position ? gpsTags(notes.position) : [], notes.thumbnail)
}

function gpsTags(at: NonNullable<CameraNotes['position']>): Tag[] {
  return [
    [0x0000, 1, Uint8Array.of(2, 3, 0, 0), 4],
    ...text(0x0001, at.latitude < 0 ? 'S' : 'N'),
    rationals(0x0002, ...sexagesimal(at.latitude)),
    ...text(0x0003, at.longitude < 0 ? 'W' : 'E'),
    rationals(0x0004, ...sexagesimal(at.longitude)),
    [0x0005, 1, Uint8Array.of(at.altitude < 0 ? 1 : 0), 1],
    rationals(0x0006, [Math.round(Math.abs(at.altitude) * 10), 10]),
    rationals(0x0007, ...at.time.split(':').map((part) => [Number(part), 1] as const)),
    ...text(0x001d, at.day),
  ]
}

function sexagesimal(degrees: number): [number, number][] {
  const seconds = Math.round(Math.abs(degrees) * 3_600 * 1_000)
  return [
    [Math.floor(seconds / 3_600_000), 1],
    [Math.floor(seconds / 60_000) % 60, 1],
    [seconds % 60_000, 1_000],
  ]
}

function lay(main: Tag[], exif: Tag[], gps: Tag[], thumbnail: Uint8Array | undefined): Uint8Array {
  const size = (tags: readonly Tag[]) =>
    2 +
    tags.length * 12 +
    4 +
    tags.reduce((sum, [, , bytes]) => sum + (bytes.length > 4 ? bytes.length + (bytes.length % 2) : 0), 0)
  const pointers = gps.length > 0 ? 2 : 1
  const exifAt = 8 + size(main) + pointers * 12
  const gpsAt = exifAt + size(exif)
  const nextAt = gpsAt + (gps.length > 0 ? size(gps) : 0)
  const full = [...main, long(0x8769, exifAt), ...(gps.length > 0 ? [long(0x8825, gpsAt)] : [])]
  const small: Tag[] = thumbnail ? [...short(0x0103, 6), long(0x0201, 0), long(0x0202, thumbnail.length)] : []
  const smallWithPlace = small.map((tag) => (tag[0] === 0x0201 ? long(0x0201, nextAt + size(small)) : tag))
  return Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    folder(full, 8, thumbnail ? nextAt : 0),
    folder(exif, exifAt, 0),
    ...(gps.length > 0 ? [folder(gps, gpsAt, 0)] : []),
    ...(thumbnail ? [folder(smallWithPlace, nextAt, 0), thumbnail] : []),
  ])
}

/** One image file directory: its entries sorted by tag, the next directory's place, then what did not fit into four bytes. */
function folder(tags: readonly Tag[], at: number, next: number): Uint8Array {
  const sorted = [...tags].sort((a, b) => a[0] - b[0])
  const entries = Buffer.alloc(2 + sorted.length * 12 + 4)
  const values: Uint8Array[] = []
  let valueAt = at + entries.length
  entries.writeUInt16LE(sorted.length, 0)
  for (const [index, [tag, type, bytes, count]] of sorted.entries()) {
    const place = 2 + index * 12
    entries.writeUInt16LE(tag, place)
    entries.writeUInt16LE(type, place + 2)
    entries.writeUInt32LE(count, place + 4)
    if (bytes.length <= 4) entries.set(bytes, place + 8)
    else {
      entries.writeUInt32LE(valueAt, place + 8)
      const padded = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)])
      values.push(padded)
      valueAt += padded.length
    }
  }
  entries.writeUInt32LE(next, entries.length - 4)
  return Buffer.concat([entries, ...values])
}

/** A greyscale TIFF (TIFF 6.0), one strip, not compressed, with the camera's main notes. */
export function makeTiff(pixels: Uint8Array, width: number, height: number, notes: CameraNotes): Uint8Array {
  const tags = (pixelsAt: number): Tag[] => [
    long(0x0100, width),
    long(0x0101, height),
    ...short(0x0102, 8),
    ...short(0x0103, 1),
    ...short(0x0106, 1),
    ...text(0x010e, notes.description),
    ...text(0x010f, notes.make),
    ...text(0x0110, notes.model),
    long(0x0111, pixelsAt),
    ...short(0x0115, 1),
    long(0x0116, height),
    long(0x0117, pixels.length),
    ...text(0x0131, notes.software),
    ...text(0x0132, notes.taken),
    ...text(0x013b, notes.artist),
    ...text(0x013c, notes.hostComputer),
  ]
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1')
  const pixelsAt = head.length + folder(tags(0), head.length, 0).length
  return Buffer.concat([head, folder(tags(pixelsAt), head.length, 0), pixels])
}
