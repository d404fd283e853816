import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Extract, Format } from '../src/core/content.ts'
import type { ItemRef } from '../src/core/item.ts'
import { defaultLimits, type Limits } from '../src/core/limits.ts'
import type { ItemOutcomes } from '../src/core/outcome.ts'
import { ItemError } from '../src/core/problem.ts'
import { bytesReader } from '../src/core/reader.ts'
import type { Source } from '../src/core/source.ts'
import { examine } from '../src/examine.ts'
import { builtIn, makeTools } from '../src/toolbox.ts'
import { examineBytes } from './support/examining.ts'

/** A format that yields what it is told to. */
function format(...parts: readonly (Extract | Error)[]): Format {
  return Object.freeze({
    id: 'told',
    title: 'a format for tests',
    medium: 'document',
    mediaTypes: { 'application/x-told': ['told'] },
    recognizes: ({ bytes }) =>
      Buffer.from(bytes.subarray(0, 4)).toString() === 'TOLD' ? 'application/x-told' : undefined,
    async *read() {
      for (const part of parts) {
        if (part instanceof Error) throw part
        yield part
      }
    },
  } satisfies Format)
}

const segment = (text: string): Extract => ({
  what: 'segment',
  text,
  place: { unit: 'text', offset: 0 },
  origin: 'text',
})
const child = (name: string, text = 'TOLD'): Extract => ({
  what: 'child',
  name,
  modifiedAt: null,
  reader: bytesReader(Buffer.from(text)),
})

function sourceOf(bytes: Buffer, more: { isUnchanged?: boolean; error?: Error } = {}): Source {
  return {
    uri: 'memory:',
    async *items() {},
    async open() {
      if (more.error) throw more.error
      return { ...bytesReader(bytes), isUnchanged: async () => more.isUnchanged ?? true, [Symbol.dispose]() {} }
    },
    async [Symbol.asyncDispose]() {},
  }
}

function look(
  parts: readonly (Extract | Error)[],
  options: { limits?: Partial<Limits>; uri?: string; bytes?: string; source?: Source; item?: Partial<ItemRef> } = {},
): Promise<ItemOutcomes> {
  const bytes = Buffer.from(options.bytes ?? 'TOLD')
  const item: ItemRef = {
    uri: options.uri ?? 'a.told',
    type: 'file',
    size: bytes.length,
    modifiedAt: null,
    ...options.item,
  }
  const tools = makeTools({ ...builtIn, formats: [format(...parts), ...builtIn.formats] })
  const plan = {
    limits: { ...defaultLimits, ...options.limits },
    context: 'general',
    circumstances: ['unknown-recipients'],
    ocr: 'off',
  } as const
  return examine(item, options.source ?? sourceOf(bytes), tools, plan)
}

describe('coverage', () => {
  test.each<[string, readonly (Extract | Error)[], string, string | null]>([
    ['all of it read', [segment('some words')], 'full', null],
    ['nothing in it', [], 'full', null],
    [
      'a gap after text',
      [segment('some words'), { what: 'gap', cause: 'no_text', message: 'm' }],
      'partial',
      'no_text',
    ],
    ['a gap and nothing else', [{ what: 'gap', cause: 'encrypted', message: 'm' }], 'none', 'encrypted'],
    ['a fault after text', [segment('some words'), new ItemError('truncated', 'm')], 'partial', 'truncated'],
    ['a fault at once', [new ItemError('malformed', 'm')], 'none', 'malformed'],
    [
      'the most telling of several',
      [segment('x'), { what: 'gap', cause: 'unsupported_type', message: 'm' }, new ItemError('truncated', 'm')],
      'partial',
      'truncated',
    ],
  ])('%s', async (_, parts, coverage, cause) => {
    const [own] = await look(parts)
    expect([own.coverage, own.coverageCause]).toEqual([coverage, cause])
  })

  test('what came before a fault is kept', async () => {
    const [own] = await look([segment('write to jane.roe@example.org today'), new ItemError('malformed', 'm')])
    expect(own.findings.map(({ value }) => value)).toEqual(['jane.roe@example.org'])
  })

  test('a type that no format reads', async () => {
    const [own] = await look([], { uri: 'x.bin', bytes: '\u0000\u0001\u0002\u0003noise' })
    expect([own.coverage, own.coverageCause, own.medium]).toEqual(['none', 'unsupported_type', 'other'])
  })

  test('a file that could not be opened, one that changed, one that was not listed', async () => {
    const [gone] = await look([], {
      source: sourceOf(Buffer.from('TOLD'), { error: new ItemError('unreadable', 'ENOENT') }),
    })
    expect([gone.coverage, gone.coverageCause, gone.sha256]).toEqual(['none', 'unreadable', null])
    const [changed] = await look([segment('x')], { source: sourceOf(Buffer.from('TOLD'), { isUnchanged: false }) })
    expect([changed.coverage, changed.coverageCause]).toEqual(['partial', 'changed_while_reading'])
    const [unlisted] = await look([], { item: { type: 'folder', problem: { cause: 'unreadable', message: 'EACCES' } } })
    expect([unlisted.coverage, unlisted.coverageCause, unlisted.mediaType]).toEqual([
      'none',
      'unreadable',
      'inode/directory',
    ])
  })

  test('a link is recorded, never opened', async () => {
    const source = sourceOf(Buffer.alloc(0), { error: new Error('it was opened') })
    const [own] = await look([], { item: { type: 'link' }, source })
    expect([own.mediaType, own.coverageCause]).toEqual(['inode/symlink', 'unsupported_type'])
  })

  test('a fault of ours is thrown, not recorded', async () => {
    await expect(look([new TypeError('a bug')])).rejects.toThrow(TypeError)
  })
})

describe('items within items', () => {
  test('have records of their own, under their container', async () => {
    const [own, ...inside] = await look([child('b/c.txt', 'plain words'), child('../x.txt', 'more words')], {
      uri: 'a.told',
    })
    expect(inside.map(({ uri, parentUri }) => [uri, parentUri])).toEqual([
      ['a.told!/b/c.txt', 'a.told'],
      ['a.told!/\ufffd2e\ufffd2e/x.txt', 'a.told'],
    ])
    expect(own.uri).toBe('a.told')
    expect(inside[0]?.sha256).toBe(createHash('sha256').update('plain words').digest('hex'))
  })

  test('of one name are told apart', async () => {
    const [, ...inside] = await look([child('x', 'a'), child('x', 'b')])
    expect(new Set(inside.map(({ uri }) => uri)).size).toBe(2)
  })

  test.each([
    [0, 'too_deep'],
    [1, null],
  ])('at depth limit %s', async (depth, cause) => {
    const [, inside] = await look([child('x.txt', 'plain words')], { limits: { depth } })
    expect(inside?.coverageCause ?? null).toBe(cause)
  })

  test.each([
    [2, null],
    [1, 'too_many'],
  ])('two of them at a limit of %s', async (children, cause) => {
    const [own] = await look([child('x.txt', 'one'), child('y.txt', 'two')], { limits: { children } })
    expect(own.coverageCause).toBe(cause)
  })
})

describe('limits', () => {
  test('findings beyond the limit are counted by type', async () => {
    const mails = Array.from({ length: 5 }, (_, index) => `person${index}.name@example.org`).join(' ')
    const [own] = await look([segment(mails)], { limits: { findings: 3 } })
    expect(own.findings.length).toBe(3)
    expect(own.flags).toContainEqual({ what: 'flag', name: 'more_findings', detail: '{"EMAIL_ADDRESS":2}' })
    expect(own.coverageCause).toBe('too_many')
    const [whole] = await look([segment(mails)], { limits: { findings: 5 } })
    expect([whole.findings.length, whole.coverage]).toEqual([5, 'full'])
  })

  test('a file beyond the limit of size is recorded and not read', async () => {
    const [own] = await look([segment('words')], { limits: { itemBytes: 3 } })
    expect([own.coverage, own.coverageCause, own.sha256]).toEqual(['none', 'too_large', null])
    expect((await look([segment('words')], { limits: { itemBytes: 4 } }))[0].coverage).toBe('full')
  })

  test('metadata beyond the limit is told once', async () => {
    const entries = Array.from(
      { length: 4 },
      (_, index): Extract => ({ what: 'metadata', name: `Tag${index}`, value: 'v', personal: false }),
    )
    const [own] = await look(entries, { limits: { metadata: 2 } })
    expect([own.metadata.length, own.coverageCause, own.problems.length]).toEqual([2, 'too_many', 1])
  })

  test('time that is spent ends the reading and keeps what was found', async () => {
    const [own] = await look([segment('write to jane.roe@example.org'), segment('and to john.doe@example.org')], {
      limits: { itemSeconds: -1, itemBytesPerSecond: 1e9 },
    })
    expect(own.coverageCause).toBe('time_limit')
    expect(own.findings.length).toBe(1)
  })
})

describe('names', () => {
  test('an extension of another type is flagged', async () => {
    const [own] = await look([], { uri: 'photo.jpg', bytes: '%PDF-1.4 not much' })
    expect(own.flags.map(({ name }) => name)).toContain('extension_mismatch')
  })

  test('personal data in a path is found at its place', async () => {
    const uri = 'clients/jane.roe@example.org/letter to john.doe@example.org.pdf'
    const [own] = await look([], { uri })
    const named = own.findings.filter(({ origin }) => origin === 'filename')
    expect(named.map(({ value, offset, length }) => [value, uri.slice(offset, offset + length)])).toEqual([
      ['jane.roe@example.org', 'jane.roe@example.org'],
      ['john.doe@example.org', 'john.doe@example.org'],
    ])
  })

  test('metadata that is personal is a finding', async () => {
    const [own] = await look([
      { what: 'metadata', name: 'SerialNumber', value: '12345', personal: true, entityType: 'DEVICE_SERIAL' },
      { what: 'metadata', name: 'Comment', value: 'by jane.roe@example.org', personal: true },
      { what: 'metadata', name: 'Make', value: 'jane.roe@example.org', personal: false },
    ])
    expect(own.findings.map(({ entityType, origin }) => [entityType, origin])).toEqual([
      ['DEVICE_SERIAL', 'metadata'],
      ['EMAIL_ADDRESS', 'metadata'],
    ])
  })
})

describe('an electronic invoice in a PDF', () => {
  const xml = `<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="b">
<cbc:ID>RE-77</cbc:ID><cbc:IssueDate>2024-03-04</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode></Invoice>`

  test('gives its fields to the pages: they are exact', async () => {
    const made = await PDFDocument.create()
    made.addPage().drawText('INVOICE  No. 5   Total 12.00')
    await made.attach(Buffer.from(xml), 'factur-x.xml', { mimeType: 'text/xml' })
    const [own] = await examineBytes('a.pdf', await made.save())
    const number = own?.fields.filter(({ name }) => name === 'invoice.number')
    expect(number).toEqual([{ name: 'invoice.number', value: 'RE-77', confidence: 0.99 }])
  })
})

describe('parts of a split archive', () => {
  const bytes = Buffer.from('f3a1009c44e7b2', 'hex')
  test.each(['a.7z.002', 'a.zip.003', 'a.z01', 'a.r00'])(
    'are told where they have no mark of their own: %s',
    async (name) => {
      const [own] = await examineBytes(name, bytes)
      expect(own).toMatchObject({ coverage: 'none', coverageCause: 'unsupported_type' })
      expect(own?.flags.map((flag) => flag.name)).toEqual(['split_archive'])
    },
  )

  test('are not told of other files', async () => {
    const [unknown] = await examineBytes('a.bin', bytes)
    const [text] = await examineBytes('notes.z01', 'some text')
    expect([unknown?.flags, text?.flags]).toEqual([[], []])
  })
})
