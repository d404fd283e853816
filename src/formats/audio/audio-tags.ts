import type { MetadataTags } from 'mediabunny'
import { tagName } from '../videos/tag-names.ts'

/** ExifTool's names for tags of ID3 (id3.org), RIFF's INFO and Vorbis comments that speak of people and places. */
const named: Readonly<Record<string, string>> = {
  TIT2: 'Title',
  TIT1: 'Grouping',
  TIT3: 'Subtitle',
  TPE1: 'Artist',
  TPE2: 'Band',
  TPE3: 'Conductor',
  TPE4: 'InterpretedBy',
  TALB: 'Album',
  TCOM: 'Composer',
  TEXT: 'Lyricist',
  TENC: 'EncodedBy',
  TSSE: 'EncoderSettings',
  TOWN: 'Owner',
  TCOP: 'Copyright',
  TPUB: 'Publisher',
  TCON: 'Genre',
  TDRC: 'RecordingTime',
  TYER: 'Year',
  TRCK: 'Track',
  TLAN: 'Language',
  IART: 'Artist',
  INAM: 'Title',
  ICMT: 'Comment',
  ICOP: 'Copyright',
  ICRD: 'DateCreated',
  IENG: 'Engineer',
  ISFT: 'Software',
  ISBJ: 'Subject',
  ISRC: 'Source',
  ITCH: 'Technician',
  IGNR: 'Genre',
  '©nam': 'Title',
  '©ART': 'Artist',
  '©alb': 'Album',
  '©wrt': 'Composer',
  '©cmt': 'Comment',
  '©day': 'ContentCreateDate',
  '©too': 'Encoder',
  '©gen': 'Genre',
  '©lyr': 'Lyrics',
  aART: 'AlbumArtist',
  cprt: 'Copyright',
  vendor: 'Vendor',
}

/** Names and values of all tags that are text, those that the library puts together among them. Each once. */
export function* tagsOf(tags: MetadataTags): Generator<readonly [name: string, value: string]> {
  const { title, description, artist, album, albumArtist, genre, lyrics, comment, raw = {} } = tags
  const known = { title, description, artist, album, albumArtist, genre, lyrics, comment }
  for (const [name, value] of Object.entries(known)) if (value !== undefined) yield [tagName(name), value]
  for (const [key, value] of Object.entries(raw)) {
    const name = Object.hasOwn(named, key) ? (named[key] ?? key) : tagName(key)
    if (typeof value === 'string') yield [name, value]
    else if (Array.isArray(value)) for (const one of value) yield [name, one]
    else if (isTextByName(value)) for (const [inner, one] of Object.entries(value)) yield [tagName(inner), one]
  }
}

/** What users add under names of their own (ID3's TXXX). */
function isTextByName(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((one) => typeof one === 'string')
}
