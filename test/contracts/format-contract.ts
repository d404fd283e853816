import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extract, Format, Place, ReadContext } from '../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import { coverageCauses, ItemError } from '../../src/core/problem.ts'
import { bytesReader, type Reader } from '../../src/core/reader.ts'
import { openHead } from '../../src/formats/head.ts'
import { mutantOf } from '../support/mutants.ts'
import { keepSeed } from './seeds.ts'

/** A file of the format, made by the test. */
export interface FormatFixture {
  readonly name: string
  readonly bytes: Uint8Array
  /** What {@link Format.recognizes} must say of it. */
  readonly mediaType: string
}

/** What is particular about a format. */
export interface FormatContractOptions {
  /** True where text comes in segments of `segmentCharacters` and is not bound by `textCharacters`. */
  readonly streamed?: boolean
  /** How many damaged copies are tried per fixture; fewer for slow formats. 60 unless told. */
  readonly damaged?: number
  /** True for a format that takes any bytes that happen to read as text, so that noise may be recognised. */
  readonly acceptsNoise?: boolean
}

/** What reading gave, with the members of containers read too. */
interface Reading {
  readonly extracts: readonly Extract[]
  readonly members: readonly Uint8Array[]
  readonly error: ItemError | undefined
}

// Far more than a fixture can hold: a format that goes round in circles fails here instead of hanging.
const extractsAtMost = 100_000
const memberBytes = 1 << 20
// The same damage on every run, so that a failure can be looked at again.
const seed = 20_261_123

const tight: Limits = {
  ...defaultLimits,
  children: 1,
  expandedBytes: 4_096,
  textCharacters: 48,
  segmentCharacters: 24,
  pages: 1,
  metadata: 2,
  metadataCharacters: 16,
  nesting: 4,
}

/**
 * What every format promises, whatever it reads. Call it at the top of the format's test:
 * `formatContract(pdf, [{ name: 'one page', bytes, mediaType: 'application/pdf' }])`.
 */
export function formatContract(
  format: Format,
  fixtures: readonly FormatFixture[],
  options: FormatContractOptions = {},
): void {
  describe(`format contract: ${format.id}`, () => {
    describesItself(format)
    if (fixtures.length === 0) throw new Error('a format is tested on at least one fixture')
    for (const fixture of fixtures) {
      describe(fixture.name, () => {
        readsItsFixture(format, fixture)
        keepsLimits(format, fixture, options)
        survivesDamage(format, fixture, options.damaged ?? 60)
        survivesMutation(format, fixture, Math.ceil((options.damaged ?? 60) / 3))
        survivesBadReaders(format, fixture)
      })
    }
    survivesNoise(format, options)
  })
}

function describesItself(format: Format): void {
  it('describes itself and cannot be changed', () => {
    expect(format.id).toMatch(/^[a-z0-9][a-z0-9-]*$/)
    expect(format.title).not.toBe('')
    expect(Object.isFrozen(format)).toBe(true)
    expect(Object.keys(format.mediaTypes).length).toBeGreaterThan(0)
    for (const [mediaType, extensions] of Object.entries(format.mediaTypes)) {
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/)
      for (const extension of extensions) expect(extension).toMatch(/^[a-z0-9][a-z0-9_-]*$/)
    }
  })
}

function readsItsFixture(format: Format, fixture: FormatFixture): void {
  it('is recognised by its bytes, as a media type the format lists', async () => {
    const head = await openHead(bytesReader(fixture.bytes))
    const mediaType = await format.recognizes(head)
    keepSeed(format.id, fixture.name, fixture.bytes)
    expect(mediaType).toBe(fixture.mediaType)
    expect(Object.keys(format.mediaTypes)).toContain(fixture.mediaType)
  })

  it('gives well-formed extracts, the same each time, also when two are read at once', async () => {
    const before = Uint8Array.from(fixture.bytes)
    const [once, again] = await Promise.all([readBytes(format, fixture.bytes), readBytes(format, fixture.bytes)])
    expectWellFormed(once.extracts)
    expect(comparable(again)).toEqual(comparable(once))
    expect(comparable(await readBytes(format, fixture.bytes))).toEqual(comparable(once))
    expect(Buffer.compare(fixture.bytes, before)).toBe(0)
  })

  it('can be left in the middle', async () => {
    const { reader, context } = await opened(fixture.bytes, fixture.mediaType)
    try {
      for await (const extract of format.read(reader, context)) {
        expect(extract.what).toBeTypeOf('string')
        break
      }
    } catch (error) {
      expectItemError(error)
    }
  })
}

function keepsLimits(format: Format, fixture: FormatFixture, options: FormatContractOptions): void {
  it('keeps to the limits and says so where they cut something off', async () => {
    const whole = await readBytes(format, fixture.bytes)
    const cut = await readBytes(format, fixture.bytes, tight)
    expectWellFormed(cut.extracts)
    expectWithin(cut.extracts, tight, options.streamed ?? false)
    const isLess = textLength(cut) < textLength(whole) || cut.members.length < whole.members.length
    const isSaid = cut.error !== undefined || cut.extracts.some(({ what }) => what === 'gap')
    expect(!isLess || isSaid).toBe(true)
  })
}

function expectWithin(extracts: readonly Extract[], limits: Limits, streamed: boolean): void {
  expect(extracts.filter(({ what }) => what === 'child' || what === 'unread').length).toBeLessThanOrEqual(
    limits.children,
  )
  const metadata = extracts.filter((extract) => extract.what === 'metadata')
  expect(metadata.length).toBeLessThanOrEqual(limits.metadata)
  for (const { value } of metadata) expect(value.length).toBeLessThanOrEqual(limits.metadataCharacters)
  const segments = extracts.filter((extract) => extract.what === 'segment')
  if (streamed) for (const { text } of segments) expect(text.length).toBeLessThanOrEqual(limits.segmentCharacters)
  else expect(segments.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(limits.textCharacters)
}

function survivesDamage(format: Format, fixture: FormatFixture, copies: number): void {
  it('reads cut-off copies without throwing anything but ItemError', async () => {
    for (const length of cuts(fixture.bytes.length, copies)) {
      await expectSurvives(format, fixture.bytes.subarray(0, length))
    }
  })

  it('reads damaged copies without throwing anything but ItemError', async () => {
    const damage = fc.array(fc.tuple(fc.nat(Math.max(0, fixture.bytes.length - 1)), fc.nat(255)), {
      minLength: 1,
      maxLength: 24,
    })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        // A Buffer's own slice() would be the fixture itself.
        const copy = Uint8Array.from(fixture.bytes)
        for (const [at, byte] of changes) copy[at] = byte
        await expectSurvives(format, copy)
      }),
      { numRuns: copies, seed },
    )
  })
}

/** The short run of what `npm run fuzz` does for as long as one likes. */
function survivesMutation(format: Format, fixture: FormatFixture, copies: number): void {
  it('reads mutants, lengths and counts falsified among them, without throwing anything but ItemError', async () => {
    for (let at = 0; at < copies; at += 1) {
      await expectSurvives(format, mutantOf(fixture.bytes, fixture.bytes, seed + at).bytes)
    }
  })
}

function survivesBadReaders(format: Format, fixture: FormatFixture): void {
  it('lets the faults of a reader through as they are', async () => {
    for (const failsFrom of [0, 1, 2, 5]) {
      let calls = 0
      const good = bytesReader(fixture.bytes)
      const bad: Reader = {
        size: good.size,
        async read(start, length) {
          if (calls++ >= failsFrom) throw new ItemError('changed_while_reading', 'made by the contract')
          return good.read(start, length)
        },
      }
      const { context } = await opened(fixture.bytes, fixture.mediaType)
      const reading = await collect(format, bad, context)
      expectWellFormed(reading.extracts)
    }
  })
}

function survivesNoise(format: Format, options: FormatContractOptions): void {
  it('does not take noise or nothing for its own', async () => {
    expect(await format.recognizes(await openHead(bytesReader(new Uint8Array())))).toBeUndefined()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const mediaType = await expectSurvives(format, bytes)
        if (!options.acceptsNoise && bytes.length > 64) expect(mediaType).toBeUndefined()
      }),
      { numRuns: 200, seed },
    )
  })
}

/** Recognises and, where it takes them, reads bytes that may be anything. */
export async function expectSurvives(format: Format, bytes: Uint8Array): Promise<string | undefined> {
  const reader = bytesReader(bytes)
  const head = await openHead(reader)
  let mediaType: string | undefined
  try {
    mediaType = await format.recognizes(head)
  } catch (error) {
    expectItemError(error)
  }
  if (mediaType === undefined) return undefined
  expect(Object.keys(format.mediaTypes)).toContain(mediaType)
  const reading = await collect(format, reader, { limits: defaultLimits, mediaType, head })
  expectWellFormed(reading.extracts)
  expectQuotesNothing(reading, bytes)
  return mediaType
}

async function opened(bytes: Uint8Array, mediaType: string, limits: Limits = defaultLimits) {
  const reader = bytesReader(bytes)
  const context: ReadContext = { limits, mediaType, head: await openHead(reader) }
  return { reader, context }
}

async function readBytes(format: Format, bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Reading> {
  const { reader, context } = await opened(bytes, '', limits)
  const mediaType = await format.recognizes(context.head)
  if (mediaType === undefined) throw new Error(`${format.id} does not recognise its own fixture`)
  return collect(format, reader, { ...context, mediaType })
}

async function collect(format: Format, reader: Reader, context: ReadContext): Promise<Reading> {
  const extracts: Extract[] = []
  const members: Uint8Array[] = []
  try {
    for await (const extract of format.read(reader, context)) {
      extracts.push(extract)
      if (extracts.length > extractsAtMost) throw new Error(`${format.id} gives extracts without end`)
      if (extract.what === 'child') members.push(await readMember(extract.reader))
    }
  } catch (error) {
    return { extracts, members, error: expectItemError(error) }
  }
  return { extracts, members, error: undefined }
}

async function readMember(reader: Reader): Promise<Uint8Array> {
  try {
    return await reader.read(0, Math.min(reader.size, memberBytes))
  } catch (error) {
    expectItemError(error)
    return new Uint8Array()
  }
}

function expectItemError(error: unknown): ItemError {
  if (!(error instanceof ItemError)) throw error
  return error
}

function expectWellFormed(extracts: readonly Extract[]): void {
  const ends = new Map<string, number>()
  for (const extract of extracts) {
    if (extract.what === 'segment') {
      expect(extract.text.length).toBeGreaterThan(0)
      expect(extract.text.isWellFormed()).toBe(true)
      const key = unitKey(extract.place)
      expect(Number.isSafeInteger(extract.place.offset)).toBe(true)
      expect(extract.place.offset).toBeGreaterThanOrEqual(ends.get(key) ?? 0)
      ends.set(key, extract.place.offset + codePoints(extract.text))
    } else expectWellFormedEntry(extract)
  }
}

function expectWellFormedEntry(extract: Exclude<Extract, { what: 'segment' }>): void {
  switch (extract.what) {
    case 'metadata':
      expect(extract.name).not.toBe('')
      expect(extract.value.isWellFormed()).toBe(true)
      return
    case 'field':
      expect(extract.name).toMatch(/^[a-z][a-z_]*\.[a-z][a-z_]*$/)
      expect(extract.confidence).toBeGreaterThan(0)
      expect(extract.confidence).toBeLessThanOrEqual(1)
      return
    case 'flag':
      expect(extract.name).toMatch(/^[a-z][a-z0-9_]*$/)
      return
    case 'picture':
      expect(extract.width).toBeGreaterThan(0)
      expect(extract.height).toBeGreaterThan(0)
      return
    case 'frame':
      expect(['encoded', 'clip', 'page']).toContain(extract.source.kind)
      return
    case 'child':
      expect(extract.name).not.toBe('')
      expect(extract.name.isWellFormed()).toBe(true)
      expect(extract.reader.size).toBeGreaterThanOrEqual(0)
      return
    case 'unread':
      expect(extract.name).not.toBe('')
      expect(extract.name.isWellFormed()).toBe(true)
      expect(extract.size).toBeGreaterThanOrEqual(0)
      expect(coverageCauses).toContain(extract.problem.cause)
      return
    case 'gap':
      expect(coverageCauses).toContain(extract.cause)
      expect(extract.message).not.toBe('')
      return
  }
}

function expectQuotesNothing(reading: Reading, bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const messages = reading.extracts.flatMap((extract) => {
    if (extract.what === 'unread') return [extract.problem.message]
    if (extract.what === 'child' && extract.problem) return [extract.problem.message]
    return extract.what === 'gap' ? [extract.message] : []
  })
  if (reading.error !== undefined) messages.push(reading.error.message)
  for (const message of messages) {
    for (let at = 0; at + 16 <= message.length; at++) {
      expect(content.includes(message.slice(at, at + 16))).toBe(false)
    }
  }
}

function comparable({ extracts, members, error }: Reading): unknown {
  const plain = extracts.map((extract) =>
    extract.what === 'child'
      ? { ...extract, reader: extract.reader.size }
      : extract.what === 'frame'
        ? { ...extract, source: extract.source.kind }
        : extract,
  )
  return { plain, members: members.map((bytes) => Buffer.from(bytes).toString('hex')), error: error?.code }
}

function textLength({ extracts }: Reading): number {
  return extracts.reduce((sum, extract) => sum + (extract.what === 'segment' ? extract.text.length : 0), 0)
}

function unitKey(place: Place): string {
  if (place.unit === 'page') return `page ${place.page}`
  if (place.unit === 'part') return `part ${place.part}`
  return place.unit === 'metadata' ? `metadata ${place.name}` : place.unit
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Lengths to cut at: every one for small files, else the first bytes closely and the rest in even steps. */
function cuts(length: number, copies: number): number[] {
  if (length <= copies) return Array.from({ length }, (_, at) => at)
  const step = length / copies
  const first = [1, 2, 3, 4, 8, 16, 32, 64, 512].filter((at) => at < length)
  return [...first, ...Array.from({ length: copies }, (_, at) => Math.floor(at * step)), length - 1]
}
