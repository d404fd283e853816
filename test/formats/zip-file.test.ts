import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import { ItemError } from '../../src/core/problem.ts'
import { bytesReader, type Reader } from '../../src/core/reader.ts'
import { replayedReader } from '../../src/formats/archives/replayed.ts'
import { openZip, type ZipFile } from '../../src/formats/zip-file.ts'
import { makeZip } from './office/fixtures.ts'

const seed = 20_261_123

async function all(zip: ZipFile, name: string): Promise<string> {
  const member = zip.members.find((one) => one.name === name)
  if (!member) throw new Error('no such member')
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.chunks(member)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

function open(bytes: Uint8Array, limits = defaultLimits): Promise<ZipFile> {
  return openZip(bytesReader(bytes), limits)
}

/** The code of the ItemError that something ends with. */
async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
  } catch (error) {
    if (error instanceof ItemError) return error.code
    throw error
  }
  return 'none'
}

/** Text that does not compress to next to nothing. */
function varied(length: number): string {
  let text = ''
  for (let at = 1; text.length < length; at++) text += `${(at * 2_654_435_761) % 4_294_967_291} `
  return text.slice(0, length)
}

describe('zip: what is there', () => {
  it('lists members with their times and reads them, stored and deflated', async () => {
    const zip = await open(
      await makeZip({ 'a/b.txt': 'stored', 'c.txt': 'deflated '.repeat(100) }, { stored: ['a/b.txt'] }),
    )
    expect(zip.damage).toBeUndefined()
    expect(zip.members.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['a/b.txt', 0, 6],
      ['c.txt', 8, 900],
    ])
    expect(zip.members[0]?.modifiedAt).toBe('2024-05-06T07:08:10.000Z')
    expect(await all(zip, 'a/b.txt')).toBe('stored')
    expect(await all(zip, 'c.txt')).toBe('deflated '.repeat(100))
  })

  it('reads members whose sizes come after them', async () => {
    const zip = await open(await makeZip({ 'a.txt': varied(5_000) }, { streamed: ['a.txt'] }))
    expect(await all(zip, 'a.txt')).toBe(varied(5_000))
  })

  it('opens members for reading in any order', async () => {
    const text = varied(100_000)
    for (const stored of [[], ['x']]) {
      const zip = await open(await makeZip({ x: text }, { stored }))
      const [member] = zip.members
      if (!member) throw new Error('no member')
      const { reader, damage } = await zip.open(member)
      expect([reader.size, damage]).toEqual([100_000, undefined])
      expect(Buffer.from(await reader.read(99_990, 100)).toString()).toBe(text.slice(99_990))
      expect(Buffer.from(await reader.read(5, 10)).toString()).toBe(text.slice(5, 15))
      expect((await reader.read(100_001, 5)).length).toBe(0)
    }
  })

  it('takes an empty zip file for what it is', async () => {
    const zip = await open(await makeZip({}))
    expect([zip.members, zip.damage]).toEqual([[], undefined])
  })
})

describe('zip: what is broken', () => {
  it.each([[[]], [['a.txt', 'b.txt', 'c.txt']]])(
    'finds members by their own headers when the end is cut off (%j)',
    async (streamed) => {
      const text = varied(3_000)
      const whole = await makeZip({ 'a.txt': text, 'b.txt': 'second', 'c.txt': text }, { streamed })
      const zip = await open(whole.subarray(0, whole.indexOf('c.txt') + 400))
      expect(zip.damage?.code).toBe('truncated')
      expect(zip.members.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'c.txt'])
      expect(await all(zip, 'a.txt')).toBe(text)
      expect(await all(zip, 'b.txt')).toBe('second')
      const member = zip.members.at(-1)
      if (!member) throw new Error('no member')
      const { reader, damage } = await zip.open(member)
      expect(damage?.code).toBe('truncated')
      expect(text.startsWith(Buffer.from(await reader.read(0, 9_999)).toString())).toBe(true)
      expect(reader.size).toBeGreaterThan(200)
    },
  )

  it('finds them behind a broken directory too', async () => {
    const whole = await makeZip({ 'a.txt': 'first', 'b.txt': 'second' })
    whole.writeUInt32LE(0, whole.indexOf(Buffer.from('PK\x01\x02', 'latin1')))
    const zip = await open(whole)
    expect(zip.damage?.code).toBe('malformed')
    expect(await all(zip, 'b.txt')).toBe('second')
  })

  it.each([
    ['encrypted', (zip: Buffer, entry: number) => zip.writeUInt16LE(1, entry + 8)],
    ['unsupported_type', (zip: Buffer, entry: number) => zip.writeUInt16LE(97, entry + 10)],
    ['malformed', (zip: Buffer, entry: number) => zip.writeUInt32LE(1, entry + 16)],
    ['malformed', (zip: Buffer, entry: number) => zip.writeUInt32LE(7, entry + 42)],
    ['truncated', (zip: Buffer, entry: number) => zip.writeUInt32LE(40_000, entry + 20)],
  ])('tells a member that can not be read: %s', async (code, damage) => {
    const bytes = await makeZip({ 'a.txt': varied(500) })
    damage(bytes, bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')))
    const zip = await open(bytes)
    expect(await codeOf(() => all(zip, 'a.txt'))).toBe(code)
  })

  it('hands the faults of the reader on', async () => {
    const reader: Reader = {
      size: 500,
      async read() {
        throw new ItemError('changed_while_reading', 'made by the test')
      },
    }
    expect(await codeOf(() => openZip(reader, defaultLimits))).toBe('changed_while_reading')
  })

  it('survives any bytes', async () => {
    const whole = await makeZip({ 'a.txt': varied(300), 'b/c.xml': '<a>b</a>'.repeat(50) }, { streamed: ['b/c.xml'] })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, end) => {
        const copy = Buffer.from(whole)
        for (const [at, byte] of changes) copy[at] = byte
        const zip = await open(copy.subarray(0, end))
        for (const { name } of zip.members) await codeOf(() => all(zip, name))
        for (const member of zip.members) await codeOf(() => zip.open(member))
      }),
      { numRuns: 500, seed },
    )
  })
})

describe('zip: budgets', () => {
  it('lists no more members than `children` allows, and says so', async () => {
    const bytes = await makeZip({ a: '1', b: '2', c: '3' })
    const exact = await open(bytes, { ...defaultLimits, children: 3 })
    expect([exact.members.length, exact.damage]).toEqual([3, undefined])
    const cut = await open(bytes, { ...defaultLimits, children: 2 })
    expect([cut.members.length, cut.damage?.code]).toEqual([2, 'too_many'])
    const broken = await open(bytes.subarray(0, -30), { ...defaultLimits, children: 2 })
    expect([broken.members.length, broken.damage?.code]).toEqual([2, 'too_many'])
  })

  it('ends a member beyond `memberBytes`, at the limit not', async () => {
    const bytes = await makeZip({ a: varied(5_000) })
    expect(await codeOf(async () => all(await open(bytes, { ...defaultLimits, memberBytes: 5_000 }), 'a'))).toBe('none')
    expect(await codeOf(async () => all(await open(bytes, { ...defaultLimits, memberBytes: 4_999 }), 'a'))).toBe(
      'too_large',
    )
  })

  it('ends a member that expands too much, whatever size it claims', async () => {
    const bytes = await makeZip({ bomb: Buffer.alloc(40 * 2 ** 20) })
    for (const claimed of [40 * 2 ** 20, 10]) {
      bytes.writeUInt32LE(claimed, bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
      expect(await codeOf(async () => all(await open(bytes), 'bomb'))).toBe('expansion_ratio')
    }
  })

  it('counts members that share their bytes each time', async () => {
    for (const [count, last] of [
      [20, 'none'],
      [200, 'expansion_ratio'],
    ] as const) {
      const zip = await open(overlapping(varied(400_000), count))
      const codes: string[] = []
      for (const { name } of zip.members) codes.push(await codeOf(() => all(zip, name)))
      expect([codes.length, codes[0], codes.at(-1)]).toEqual([count, 'none', last])
    }
  })
})

/** Many entries of a directory that all point to the same member. */
function overlapping(text: string, count: number): Buffer {
  const [data, name] = [deflateRawSync(text), Buffer.from('same')]
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(text))
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(text.length, 8)
  const local = Buffer.concat([
    Buffer.from('504b0304140000000800000021 00'.replaceAll(' ', ''), 'hex'),
    sizes,
    Buffer.from([4, 0, 0, 0]),
    name,
  ])
  const entry = (at: number) =>
    Buffer.concat([
      Buffer.from('504b01021400140000000800000021 00'.replaceAll(' ', ''), 'hex'),
      sizes,
      Buffer.from([4, 0]),
      Buffer.alloc(16),
      Buffer.from(`${at}`.padStart(4, 's')),
    ])
  const entries = Buffer.concat(Array.from({ length: count }, (_, at) => entry(at)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(local.length + data.length, 16)
  return Buffer.concat([local, data, entries, end])
}

describe('zip: a member too large to hold', () => {
  const bytes = Buffer.from(varied(40_000_000))
  async function* play() {
    for (let at = 0; at < bytes.length; at += 300_000) yield bytes.subarray(at, at + 300_000)
  }

  it('reads forward, backward and at once', async () => {
    const reader = replayedReader(bytes.length, play)
    const starts = [0, 39_999_990, 5, 20_000_000, 19_000_000, 1]
    const pieces = await Promise.all(starts.map((start) => reader.read(start, 1_000)))
    for (const [index, piece] of pieces.entries()) {
      const start = starts[index] ?? 0
      expect(Buffer.compare(piece, bytes.subarray(start, start + 1_000))).toBe(0)
    }
  })

  it('gives up after too many new starts, and where the bytes end early', async () => {
    const reader = replayedReader(bytes.length, play)
    const jumps = async () => {
      for (let turn = 0; turn < 100; turn++) {
        await reader.read(39_000_000, 10)
        await reader.read(0, 10)
      }
    }
    expect(await codeOf(jumps)).toBe('too_large')
    const lying = replayedReader(bytes.length + 1, play)
    expect(await codeOf(() => lying.read(bytes.length - 10, 11))).toBe('malformed')
  })
})
