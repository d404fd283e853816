import { textOf, u16, u32 } from './bytes.ts'
import { type Notes, ranks } from './notes.ts'

/** Data sets of record 2 under ExifTool's names (IPTC-NAA Information Interchange Model 4.2, section 6). */
const names: Readonly<Record<number, string>> = {
  5: 'ObjectName',
  7: 'EditStatus',
  10: 'Urgency',
  12: 'SubjectReference',
  15: 'Category',
  20: 'SupplementalCategories',
  22: 'FixtureIdentifier',
  25: 'Keywords',
  26: 'ContentLocationCode',
  27: 'ContentLocationName',
  30: 'ReleaseDate',
  35: 'ReleaseTime',
  40: 'SpecialInstructions',
  55: 'DateCreated',
  60: 'TimeCreated',
  62: 'DigitalCreationDate',
  63: 'DigitalCreationTime',
  65: 'OriginatingProgram',
  70: 'ProgramVersion',
  80: 'By-line',
  85: 'By-lineTitle',
  90: 'City',
  92: 'Sub-location',
  95: 'Province-State',
  100: 'Country-PrimaryLocationCode',
  101: 'Country-PrimaryLocationName',
  103: 'OriginalTransmissionReference',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  118: 'Contact',
  120: 'Caption-Abstract',
  121: 'LocalCaption',
  122: 'Writer-Editor',
  184: 'JobID',
  185: 'MasterDocumentID',
  187: 'UniqueDocumentID',
  188: 'OwnerID',
  221: 'Prefs',
  231: 'DocumentHistory',
}

/** Notes what a stream of IPTC data sets says; it ends at the first byte that begins none. */
export function readIptc(bytes: Uint8Array, notes: Notes): void {
  const created = new Map<string, string>()
  let at = 0
  while (bytes[at] === 0) at += 1
  while (at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const record = bytes[at + 1]
    const dataSet = bytes[at + 2] ?? 0
    const { start, size } = lengthAt(bytes, at + 3)
    const name = names[dataSet]
    if (record === 2 && name !== undefined) {
      const value = dataSetText(name, bytes.subarray(start, start + size))
      if (name.endsWith('Created')) created.set(name, value)
      notes.tag(name, value, ranks.packet)
    }
    at = start + size
  }
  // Where no EXIF tells when a picture was taken, ExifTool too takes IPTC's two halves.
  const [date, time] = [created.get('DateCreated'), created.get('TimeCreated')]
  if (date !== undefined && time !== undefined) notes.tag('DateTimeOriginal', `${date} ${time}`, ranks.inner)
}

/** Sizes past 32,767 are written in as many bytes as the field says (IIM 1.5). */
function lengthAt(bytes: Uint8Array, at: number): { start: number; size: number } {
  const field = u16(bytes, at, false)
  if (field < 0x80_00) return { start: at + 2, size: field }
  return (field & 0x7f_ff) === 4 ? { start: at + 6, size: u32(bytes, at + 2, false) } : { start: bytes.length, size: 0 }
}

/** The stream's own charset mark is often wrong or missing: bytes that are UTF-8 are read as that. */
function dataSetText(name: string, bytes: Uint8Array): string {
  const text = textOf(bytes)
  if (name.endsWith('Date') || name === 'DateCreated') return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1:$2:$3')
  if (name.endsWith('Time') || name === 'TimeCreated') {
    return text.replace(/^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/, (_, hour, minute, second, zone, zoneMinutes) =>
      zone === undefined ? `${hour}:${minute}:${second}` : `${hour}:${minute}:${second}${zone}:${zoneMinutes}`,
    )
  }
  return text
}
