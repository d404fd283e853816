import { ItemError } from '../../core/problem.ts'

const endOfChain = 0xfffffffa
/** Sectors of the allocation table that the header itself lists ([MS-CFB] 2.2). */
const headerTables = 109
const directoryEntry = 128

/**
 * Makes sure that a compound file ([MS-CFB]) can be gone through by a library that trusts it: no chain of sectors and no
 * branch of its directory leads back into itself, and no stream claims more bytes than the file has.
 * @param bytes the whole file
 * @throws ItemError `malformed`
 */
export function checkCompoundFile(bytes: Buffer): void {
  if (bytes.length < 512) throw new ItemError('malformed', 'a compound file without its header')
  const shift = bytes.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw new ItemError('malformed', 'a compound file with sectors of no known size')
  const file = new CompoundSectors(bytes, 1 << shift)
  checkChains(file.allocation)
  const small = file.chain(bytes.readUInt32LE(60))
  checkChains(new Uint32Array(small.flatMap((sector) => file.words(sector))))
  checkDirectory(
    file.chain(bytes.readUInt32LE(48)).map((sector) => file.sector(sector)),
    bytes.length,
  )
}

/** The sectors of one compound file. */
class CompoundSectors {
  readonly allocation: Uint32Array
  readonly #bytes: Buffer
  readonly #size: number

  constructor(bytes: Buffer, size: number) {
    this.#bytes = bytes
    this.#size = size
    this.allocation = new Uint32Array(this.#tables().flatMap((table) => this.words(table)))
  }

  /** Cut short where the file ends. */
  sector(number: number): Buffer {
    const start = (number + 1) * this.#size
    return this.#bytes.subarray(start, start + this.#size)
  }

  words(number: number): readonly number[] {
    const sector = this.sector(number)
    return Array.from({ length: Math.floor(sector.length / 4) }, (_, at) => sector.readUInt32LE(4 * at))
  }

  /** The sectors of a chain in their order, as far as the allocation table knows it. */
  chain(first: number): readonly number[] {
    const sectors: number[] = []
    let sector: number | undefined = first
    while (sector !== undefined && sector < this.allocation.length && sectors.length <= this.allocation.length) {
      sectors.push(sector)
      sector = this.allocation[sector]
    }
    return sectors
  }

  /** Sectors of the allocation table itself: those in the header, then those in further lists that form a chain. */
  #tables(): readonly number[] {
    const count = Math.ceil(this.#bytes.length / this.#size)
    const known = Array.from({ length: headerTables }, (_, at) => this.#bytes.readUInt32LE(76 + 4 * at))
    const tables = known.filter((sector) => sector < count)
    const lists = new Set<number>()
    for (let list = this.#bytes.readUInt32LE(68); list < count; ) {
      if (lists.has(list)) throw loop()
      lists.add(list)
      const words = this.words(list)
      tables.push(...words.slice(0, -1).filter((sector) => sector < count))
      list = words.at(-1) ?? endOfChain
    }
    if (new Set(tables).size < tables.length) throw loop()
    return tables
  }
}

function loop(): ItemError {
  return new ItemError('malformed', 'a compound file whose parts lead back into themselves')
}

/** Every chain ends: following it from any sector meets no sector twice. Each sector is passed once. */
function checkChains(next: Uint32Array): void {
  const passed = new Uint32Array(next.length)
  for (let first = 0; first < next.length; first++) {
    let sector = first
    while (sector < next.length && passed[sector] === 0) {
      passed[sector] = first + 1
      sector = next[sector] ?? endOfChain
    }
    if (sector < next.length && passed[sector] === first + 1) throw loop()
  }
}

/** The directory is a tree: each entry hangs below one other at most, the root below none. */
function checkDirectory(sectors: readonly Buffer[], fileBytes: number): void {
  const bytes = Buffer.concat(sectors)
  const hangs = new Set<number>([0])
  for (let at = 0; at + directoryEntry <= bytes.length; at += directoryEntry) {
    const type = bytes[at + 66]
    if (type === 0) continue
    for (const place of [68, 72, 76]) {
      const entry = bytes.readUInt32LE(at + place)
      if (entry >= endOfChain) continue
      if (hangs.has(entry)) throw loop()
      hangs.add(entry)
    }
    if ((type === 2 || type === 5) && bytes.readUInt32LE(at + 120) > fileBytes)
      throw new ItemError('malformed', 'a stream with more bytes than its file')
  }
}
