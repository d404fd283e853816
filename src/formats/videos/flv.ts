import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { hasAt, textOf, u16, u32 } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { type ClipFacts, noteDuration, numberText, readClip } from './read-clip.ts'

const mediaType = 'video/x-flv'
/** Bytes of the tag of metadata that are read. */
const tagBytes = 2 ** 20
/** Values of one tag that are read. */
const mostValues = 1_000
/** Arrays and objects within each other. */
const deepest = 8

/** Flash video (Adobe, Video File Format Specification 10.1): what its `onMetaData` says. */
export const flv: Format = Object.freeze({
  id: 'flv',
  title: 'Flash videos',
  medium: 'video',
  mediaTypes: { [mediaType]: ['flv'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 0, 'FLV\x01') ? mediaType : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkFlv)
  },
} satisfies Format)

async function walkFlv(reader: Reader, notes: Notes): Promise<ClipFacts> {
  const head = await reader.read(0, 9)
  if (head.length < 9) notes.fault('truncated', 'the file ends inside its head')
  const tag = await reader.read(u32(head, 5, false) + 4, 11)
  if (tag[0] !== 18) return {}
  const length = u32(tag, 0, false) & 0xff_ff_ff
  const values = new Script(await reader.read(u32(head, 5, false) + 15, Math.min(length, tagBytes))).values()
  noteValues(values, notes)
  const seconds = Number(values.get('duration') ?? Number.NaN)
  return { seconds: seconds > 0 ? seconds : undefined }
}

const names: Readonly<Record<string, string>> = {
  width: 'ImageWidth',
  height: 'ImageHeight',
  framerate: 'FrameRate',
  videocodecid: 'VideoCodecID',
  audiocodecid: 'AudioCodecID',
  creationdate: 'CreateDate',
  metadatacreator: 'MetadataCreator',
  encoder: 'Encoder',
  title: 'Title',
  author: 'Author',
  description: 'Description',
  copyright: 'Copyright',
  creator: 'Creator',
}

function noteValues(values: ReadonlyMap<string, string | number>, notes: Notes): void {
  for (const [key, value] of values) {
    if (key === 'duration') noteDuration(Number(value), notes)
    const name = names[key]
    if (name !== undefined) notes.tag(name, typeof value === 'number' ? numberText(value) : value, ranks.exif)
  }
}

/** Reads AMF 0, in which the values stand; what it does not know ends the reading. */
class Script {
  readonly #bytes: Uint8Array
  readonly #values = new Map<string, string | number>()
  #at = 0
  #left = mostValues

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The named numbers and texts of the script's object. */
  values(): ReadonlyMap<string, string | number> {
    this.#value('', 0)
    this.#value('', 0)
    return this.#values
  }

  /** @returns whether it could be read */
  #value(name: string, depth: number): boolean {
    this.#left -= 1
    if (this.#left < 0 || depth > deepest || this.#at >= this.#bytes.length) return false
    const type = this.#bytes[this.#at]
    this.#at += 1
    if (type === 0) return this.#keep(name, this.#number(), depth)
    if (type === 2) return this.#keep(name, this.#text(), depth)
    if (type === 1 || type === 5 || type === 6) return this.#skip(type === 1 ? 1 : 0)
    if (type === 11) return this.#date(name, depth)
    if (type === 3 || type === 8) return this.#object(type === 8 ? 4 : 0, depth)
    return type === 10 && this.#list(depth)
  }

  #keep(name: string, value: string | number, depth: number): boolean {
    if (name !== '' && depth === 1 && !this.#values.has(name)) this.#values.set(name, value)
    return this.#at <= this.#bytes.length
  }

  #skip(bytes: number): boolean {
    this.#at += bytes
    return true
  }

  #number(): number {
    this.#at += 8
    if (this.#at > this.#bytes.length) return Number.NaN
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length).getFloat64(this.#at - 8)
  }

  #text(): string {
    const length = u16(this.#bytes, this.#at, false)
    this.#at += 2 + length
    return textOf(this.#bytes.subarray(this.#at - length, this.#at))
  }

  #date(name: string, depth: number): boolean {
    const time = new Date(this.#number())
    this.#at += 2
    return this.#keep(name, Number.isNaN(time.getTime()) ? '' : `${time.toISOString().slice(0, 19)}Z`, depth)
  }

  #object(headBytes: number, depth: number): boolean {
    this.#at += headBytes
    while (this.#at + 3 <= this.#bytes.length) {
      const key = this.#text()
      if (key === '' && this.#bytes[this.#at] === 9) return this.#skip(1)
      if (!this.#value(key.toLowerCase(), depth + 1)) return false
    }
    return false
  }

  #list(depth: number): boolean {
    const count = u32(this.#bytes, this.#at, false)
    this.#at += 4
    for (let index = 0; index < count; index += 1) if (!this.#value('', depth + 1)) return false
    return true
  }
}
