import { crc32 } from 'node:zlib'

/** A member of a 7z archive. */
export interface SevenZipMember {
  readonly name: string
  readonly content?: string | Uint8Array
  readonly isFolder?: boolean
  readonly time?: string
  readonly attributes?: number
}

/** A 7z archive (7zFormat.txt) whose members stand one behind the other as they are. Fewer than 128 of them. */
export function sevenZipOf(members: readonly SevenZipMember[]): Buffer {
  const full = members.filter(({ isFolder, content }) => isFolder !== true && content !== '')
  const contents = full.map(({ content = '' }) => Buffer.from(content))
  const data = Buffer.concat(contents)
  const header = Buffer.concat([Buffer.from([1]), streams(contents, data.length), files(members), Buffer.from([0])])
  const start = Buffer.alloc(32)
  start.write('377abcaf271c0004', 'hex')
  start.writeBigUInt64LE(BigInt(data.length), 12)
  start.writeBigUInt64LE(BigInt(header.length), 20)
  start.writeUInt32LE(crc32(header), 28)
  start.writeUInt32LE(crc32(start.subarray(12)), 8)
  return Buffer.concat([start, data, header])
}

/** Where the packed bytes stand, the one folder that is a copy, and its parts with their checksums. */
function streams(contents: readonly Buffer[], total: number): Buffer {
  const sizes = contents.slice(0, -1).map(({ length }) => number(length))
  return Buffer.concat([
    Buffer.from([4, 6, 0, 1, 9]),
    number(total),
    Buffer.from([0, 7, 11, 1, 0, 1, 1, 0, 12]),
    number(total),
    Buffer.from([0, 8, 13, contents.length]),
    ...(sizes.length > 0 ? [Buffer.from([9]), ...sizes] : []),
    Buffer.from([10, 1]),
    ...contents.map((content) => word(crc32(content))),
    Buffer.from([0, 0]),
  ])
}

function files(members: readonly SevenZipMember[]): Buffer {
  const empty = members.map(({ isFolder, content }) => isFolder === true || content === '')
  const names = Buffer.concat([Buffer.from([0]), ...members.map(({ name }) => Buffer.from(`${name}\0`, 'utf16le'))])
  const times = members.map(({ time }) => (time === undefined ? undefined : long(fileTime(time))))
  const attributes = members.map((member) => (member.attributes === undefined ? undefined : word(member.attributes)))
  return Buffer.concat([
    Buffer.from([5, members.length]),
    property(14, bits(empty)),
    property(15, bits(members.filter((_, at) => empty[at]).map(({ isFolder }) => isFolder !== true))),
    property(17, names),
    property(20, defined(times)),
    property(21, defined(attributes)),
    Buffer.from([0]),
  ])
}

function property(id: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id]), number(data.length), data])
}

/** Which there are, that they stand in here, and they. */
function defined(values: readonly (Buffer | undefined)[]): Buffer {
  const there = values.filter((value) => value !== undefined)
  return Buffer.concat([Buffer.from([0]), bits(values.map((value) => value !== undefined)), Buffer.from([0]), ...there])
}

function bits(values: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(values.length / 8))
  for (const [at, value] of values.entries()) if (value) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7))
  return bytes
}

/** The number of the format, in its form of three bytes, or nine. */
function number(value: number): Buffer {
  if (value >= 2 ** 21) return Buffer.concat([Buffer.from([0xff]), long(BigInt(value))])
  return Buffer.from([0xc0 | (value >> 16), value & 255, (value >> 8) & 255])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

function long(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}

function fileTime(time: string): bigint {
  return (BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n
}
