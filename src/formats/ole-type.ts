import type { Head } from '../core/content.ts'
import { bufferOf } from './decoder.ts'

/** Sectors of the directory that are looked at: 8 to 32 names each. */
const directorySectors = 64
/** Sectors of the allocation table that the header itself lists ([MS-CFB] 2.2). */
const headerTables = 109
const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const end = 0xfffffffa

// A stream or storage that only documents of one program have.
const marks: readonly (readonly [RegExp, string])[] = [
  [/^EncryptedPackage$/, 'application/x-ole-encrypted'],
  [/^__properties_version1\.0$|^__substg1\.0_/, 'application/vnd.ms-outlook'],
  [/^WordDocument$/, 'application/msword'],
  [/^(?:Workbook|Book)$/i, 'application/vnd.ms-excel'],
  [/^PowerPoint Document$/, 'application/vnd.ms-powerpoint'],
  [/^VisioDocument$/, 'application/vnd.visio'],
  [/^Quill$/, 'application/x-mspublisher'],
  [/^MatOST$|^MM$/, 'application/vnd.ms-works'],
  [/^Props(?:9|12|14)?$/, 'application/vnd.ms-project'],
  [/^(?:FileHeader|BodyText|HwpSummaryInformation)$/, 'application/x-hwp'],
]

/**
 * What an OLE compound file holds, by the names in its directory; undefined where the bytes are no compound file.
 * @throws ItemError from the reader
 */
export async function oleType(head: Head): Promise<string | undefined> {
  if (head.bytes.length < 512 || signature.compare(head.bytes, 0, 8) !== 0) return undefined
  const names = await directoryNames(head)
  const found = marks.find(([pattern]) => names.some((name) => pattern.test(name)))
  return found?.[1] ?? 'application/x-ole-storage'
}

async function directoryNames({ bytes, reader }: Head): Promise<readonly string[]> {
  const header = bufferOf(bytes)
  const sectorBytes = header.readUInt16LE(30) === 12 ? 4_096 : 512
  const names: string[] = []
  let sector = header.readUInt32LE(48)
  for (let step = 0; step < directorySectors && sector < end; step++) {
    const directory = bufferOf(await reader.read((sector + 1) * sectorBytes, sectorBytes))
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = Math.min(64, directory.readUInt16LE(at + 64))
      if (length > 2) names.push(directory.toString('utf16le', at, at + length - 2))
    }
    sector = await nextSector(header, reader, sector, sectorBytes)
  }
  return names
}

/** The sector behind this one by the allocation table, or the mark of the chain's end where the table ends first. */
async function nextSector(
  header: Buffer,
  reader: Head['reader'],
  sector: number,
  sectorBytes: number,
): Promise<number> {
  const perTable = sectorBytes / 4
  const table = Math.floor(sector / perTable)
  if (table >= headerTables) return end
  const place = (header.readUInt32LE(76 + 4 * table) + 1) * sectorBytes + 4 * (sector % perTable)
  const bytes = bufferOf(await reader.read(place, 4))
  return bytes.length === 4 ? bytes.readUInt32LE(0) : end
}
