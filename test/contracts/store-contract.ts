import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ItemOutcomes, Outcome } from '../../src/core/outcome.ts'
import type { InsideOutcomes } from '../../src/core/overflow.ts'
import type { StoredRecord } from '../../src/core/result.ts'
import type { OpenOptions, ScanStart, Store } from '../../src/stores/store.ts'
import { finding, findingInUri, general, item, outcome, refOf, score, start, tree } from '../stores/made-up.ts'
import { learns } from './store-learning.ts'

/** One store and the way to it. */
export interface StoreFixture extends AsyncDisposable {
  /** Opens it for writing as a new process would. A store that lives in its object gives the same object again. */
  open(options?: OpenOptions): Promise<Store>
  /** Closes what was opened last; what lives in its object stays. */
  close(): Promise<void>
}

/**
 * What every store promises. A new store's whole test is this and what is particular to its kind:
 * `storeContract('postgres', () => postgresFixture())`.
 */
export function storeContract(name: string, make: () => Promise<StoreFixture>): void {
  describe(`store contract: ${name}`, () => {
    let fixture: StoreFixture
    beforeEach(async () => {
      fixture = await make()
    })
    afterEach(async () => {
      await fixture[Symbol.asyncDispose]()
    })
    const open = (options?: OpenOptions) => fixture.open(options)
    const reopen = async (options?: OpenOptions) => {
      await fixture.close()
      return fixture.open(options)
    }
    describe('a run', () => runs(open, reopen))
    describe('what is still to do', () => resumes(open, reopen))
    describe('a record', () => keepsRecords(open))
    describe('values', () => keepsValues(open, make))
    describe('the end of a run', () => finishes(open, reopen))
    describe('links', () => links(open))
    describe('the digest', () => digests(make))
    describe('the summary', () => sums(open))
    describe('what labels teach', () => learns(open, reopen))
    describe('a table', () => tables(open, reopen))
    describe('a dump of many records', () => scales(open, reopen))
  })
}

type Open = (options?: OpenOptions) => Promise<Store>

/** One whole run over these entries. */
async function scan(store: Store, trees: readonly ItemOutcomes[], told: Partial<ScanStart> = {}) {
  await store.begin({ ...start, ...told })
  const todo = new Set((await store.pending(trees.map(refOf))).map(({ uri }) => uri))
  await store.write(trees.filter(([{ uri }]) => todo.has(uri)))
  return store.finish(general, score)
}

const all = (store: Store) => [...store.records()]
const byUri = (store: Store) => new Map(all(store).map((record) => [record.uri, record]))
const uris = (store: Store) => all(store).map(({ uri }) => uri)

/** A table of a thousand patients, of whom two are known by name and number. */
function patients(uri: string): ItemOutcomes {
  const place = { unit: 'column', column: 1, name: 'name', isNamePersonal: false, row: 1, offset: 0 } as const
  const numberPlace = { ...place, column: 2, name: 'Ada Quill', isNamePersonal: true }
  const value = (entityType: string, text: string) => ({ entityType, value: text, canonical: text.toLowerCase() })
  const shape = { type: 'text', share: 1, filled: 1_000 } as const
  return item(uri, {
    medium: 'table',
    kind: 'table',
    findings: [
      finding('PERSON', 'Ada Quill', { origin: 'table', place, cells: 1_000, distinct: 900 }),
      finding('PATIENT_ID', 'P-1001', { origin: 'table', place: numberPlace, cells: 990, distinct: 990 }),
    ],
    table: {
      rows: 1_000,
      personRows: 999,
      columns: [
        {
          ...shape,
          name: 'name',
          isNamePersonal: false,
          entityType: 'PERSON',
          distinct: 900,
          examples: ['Ada Quill'],
          values: [value('PERSON', 'Ada Quill'), value('PERSON', 'Bea Quill')],
        },
        {
          ...shape,
          name: 'Ada Quill',
          isNamePersonal: true,
          entityType: 'PATIENT_ID',
          distinct: 990,
          examples: ['P-1001'],
          values: [value('PATIENT_ID', 'P-1001'), value('PATIENT_ID', 'P-1002')],
        },
      ],
    },
  })
}

function tables(open: Open, reopen: Open) {
  it('comes back by columns, with nothing in clear', async () => {
    const store = await open()
    await scan(store, [patients('patients.csv'), item('other')])
    const [other, record] = all(store)
    expect(other?.table).toBeNull()
    expect(record?.table).toMatchObject({
      rows: 1_000,
      personRows: 999,
      columns: [
        { name: 'name', type: 'text', entityType: 'PERSON', share: 1, filled: 1_000, distinct: 900 },
        { entityType: 'PATIENT_ID', distinct: 990 },
      ],
    })
    expect(record?.findings.map(({ cells, distinct }) => [cells, distinct])).toEqual([
      [1_000, 900],
      [990, 990],
    ])
    expect(JSON.stringify(record)).not.toMatch(/Ada|Quill|P-100/)
  })

  it('counts by its cells, and its people by the column that has the most', async () => {
    const store = await open()
    await scan(store, [patients('a.csv'), patients('b.csv'), item('c', { findings: [finding('PERSON', 'Bea Quill')] })])
    const { entities, people } = await store.summary()
    expect(entities).toEqual([
      { entityType: 'PERSON', findings: 2_001, records: 3, distinct: 900 },
      { entityType: 'PATIENT_ID', findings: 1_980, records: 2, distinct: 990 },
    ])
    expect(people.names).toBe(900)
  })

  it('leads from a number, or a folder, that stands in any of its rows', async () => {
    const store = await open()
    const families = { PERSON: 'name', PATIENT_ID: 'code' } as const
    await scan(
      store,
      [
        patients('patients.csv'),
        item('photo', { findings: [finding('PATIENT_ID', 'p-1002')] }),
        item('Bea Quill/photo', { medium: 'image' }),
        item('stranger', { findings: [finding('PATIENT_ID', 'p-7')] }),
      ],
      { families },
    )
    const basis = new Map(all(store).map(({ uri, ei }) => [uri, ei]))
    expect(basis.get('photo')).toBe(1)
    expect(basis.get('stranger')).toBeLessThan(1)
    expect([...basis].filter(([, ei]) => ei === 1)).toHaveLength(2)
  })

  it('has a digest of what it holds, and goes when its entry is written anew', async () => {
    const store = await open()
    const { digest } = await scan(store, [patients('a.csv')])
    const again = await reopen()
    const changed = patients('a.csv').map((one) => ({ ...one, sizeBytes: 11 })) as unknown as ItemOutcomes
    expect((await scan(again, [item('a.csv', { sizeBytes: 12 })])).digest).not.toBe(digest)
    expect(all(again)[0]?.table).toBeNull()
    expect((await scan(again, [changed])).digest).not.toBe(digest)
  })
}

function runs(open: Open, reopen: Open) {
  it('begins, ends, and says so', async () => {
    const store = await open()
    const begun = await store.begin(start)
    expect(begun).toMatchObject({ status: 'running', finishedAt: null, digest: null, source: start.source })
    expect(begun.options).toEqual(start.options)
    expect(begun.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const done = await store.finish(general, score)
    expect(done).toMatchObject({ id: begun.id, status: 'finished', startedAt: begun.startedAt })
    expect(done.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(done.finishedAt).not.toBeNull()
  })

  it.each(['interrupted', 'failed'] as const)('is stopped as %s and gone on with', async (status) => {
    const store = await open()
    await store.begin(start)
    await store.write([item('a')])
    expect(await store.stop(status)).toMatchObject({ status, digest: null })
    const again = await reopen()
    expect((await again.summary()).scan.status).toBe(status)
    expect(await again.begin(start)).toMatchObject({ status: 'running' })
    expect(await again.pending([refOf(item('a')), refOf(item('b'))])).toEqual([refOf(item('b'))])
  })

  it('is of one source', async () => {
    await scan(await open(), [item('a')])
    const other = (await reopen()).begin({ ...start, source: 'file:///elsewhere' })
    await expect(other).rejects.toMatchObject({ name: 'StoreError', code: 'other_source' })
  })

  it.each([
    ['another value', { ...start.options, context: 'clinic' }, "'context'"],
    ['another list', { ...start.options, include: [] }, "'include'"],
    ['one more', { ...start.options, ocr: 'off' }, "'ocr'"],
  ])('is with one set of options: %s', async (_what, options, named) => {
    await scan(await open(), [item('a')])
    const other = (await reopen()).begin({ ...start, options })
    await expect(other).rejects.toMatchObject({ code: 'other_options', message: expect.stringContaining(named) })
  })

  it('takes options in any order, and absent for null', async () => {
    await scan(await open(), [item('a')])
    const { context, include } = start.options
    await expect((await reopen()).begin({ ...start, options: { include, context } })).resolves.toBeDefined()
  })

  it('keeps the versions of the program apart', async () => {
    await scan(await open(), [item('a')])
    const store = await reopen()
    const done = await scan(store, [item('a'), item('b')], { toolVersion: '9.9.9' })
    expect(done.toolVersion).toBe('9.9.9')
    expect((await store.summary()).notes.join()).toContain('9.9.9')
  })

  it('is what writing needs', async () => {
    const store = await open()
    await expect(store.write([item('a')])).rejects.toThrow('begin')
    await expect(store.finish(general, score)).rejects.toThrow('begin')
  })
}

function resumes(open: Open, reopen: Open) {
  it('is everything in a new store', async () => {
    const store = await open()
    await store.begin(start)
    const refs = [refOf(item('b')), refOf(item('a'))]
    expect(await store.pending(refs)).toEqual(refs)
  })

  it('is what is new or changed, in the order of the listing', async () => {
    const kept = item('kept')
    await scan(await open(), [kept, item('larger'), item('later'), item('undated', { modifiedAt: null })])
    const store = await reopen()
    await store.begin(start)
    const refs = [
      refOf(item('new')),
      { ...refOf(item('later')), modifiedAt: '2025-01-01T00:00:00.000Z' },
      refOf(kept),
      { ...refOf(item('larger')), size: 11 },
      { ...refOf(item('undated')), modifiedAt: null },
    ]
    expect((await store.pending(refs)).map(({ uri }) => uri)).toEqual(['new', 'later', 'larger'])
  })

  it('is an entry that can no longer be listed', async () => {
    await scan(await open(), [item('a')])
    const store = await reopen()
    await store.begin(start)
    const problem = { cause: 'unreadable', message: 'gone' } as const
    expect(await store.pending([{ ...refOf(item('a')), problem }])).toHaveLength(1)
  })

  const unread = { coverage: 'none', coverageCause: 'unsupported_type' } as const
  const cases = [
    ['full', tree(outcome('x'))],
    ['none', tree(outcome('x', unread))],
    ['time_limit', tree(outcome('x', { coverage: 'partial', coverageCause: 'time_limit' }))],
    ['memory_limit', tree(outcome('x', { coverage: 'partial', coverageCause: 'memory_limit' }))],
    ['crashed', tree(outcome('x', { coverage: 'partial', coverageCause: 'crashed' }))],
    ['changed', tree(outcome('x', { coverage: 'partial', coverageCause: 'changed_while_reading' }))],
    ['truncated', tree(outcome('x', { coverage: 'partial', coverageCause: 'truncated' }))],
    ['crash inside', tree(outcome('x'), outcome('x!/y', { parentUri: 'x', ...unread, coverageCause: 'crashed' }))],
    ['nothing inside', tree(outcome('x'), outcome('x!/y', { parentUri: 'x', ...unread }))],
  ] as const
  const failed = ['none', 'time_limit', 'memory_limit', 'crashed', 'changed', 'crash inside']
  it.each(cases)('is done but for what failed, where that is asked for: %s', async (what, entry) => {
    await scan(await open(), [entry])
    const store = await reopen()
    await store.begin(start)
    expect(await store.pending([refOf(entry)])).toEqual([])
    await store.stop('interrupted')
    const again = await reopen()
    await again.begin({ ...start, redo: 'failed' })
    expect(await again.pending([refOf(entry)])).toHaveLength(failed.includes(what) ? 1 : 0)
  })

  it('replaces an entry with everything inside it', async () => {
    const inside = (name: string) =>
      outcome(`a.zip!/${name}`, { parentUri: 'a.zip', findings: [finding('PERSON', name)] })
    await scan(await open(), [tree(outcome('a.zip'), inside('old one'), inside('old two')), item('b')])
    const store = await reopen()
    await scan(store, [tree(outcome('a.zip', { sizeBytes: 99 }), inside('new one')), item('b')])
    expect(uris(store)).toEqual(['a.zip', 'a.zip!/new one', 'b'])
    expect((await store.summary()).entities).toEqual([{ entityType: 'PERSON', findings: 1, records: 1, distinct: 1 }])
  })

  it('takes what is written twice once, the later one', async () => {
    const store = await open()
    await store.begin(start)
    await store.write([item('a'), item('b', { kind: 'table' })])
    await store.write([item('b', { kind: 'invoice' }), item('b', { kind: 'message' })])
    expect(all(store).map(({ uri, kind }) => [uri, kind])).toEqual([
      ['a', 'other'],
      ['b', 'message'],
    ])
  })

  it('takes nothing of a batch of which one entry can not be', async () => {
    const store = await open()
    await store.begin(start)
    const impossible = tree(outcome('b.zip'), outcome('b.zip!/x', { parentUri: 'elsewhere' }))
    await expect(store.write([item('a'), impossible])).rejects.toThrow()
    expect(all(store)).toEqual([])
    await store.write([item('a')])
    expect(uris(store)).toEqual(['a'])
  })

  describe('takes an entry piece by piece', () => {
    const inZip = (name: string, parentUri = 'a.zip') =>
      outcome(`${parentUri}!/${name}`, { parentUri, findings: [finding('PERSON', name)] })
    const members = [inZip('b.zip'), inZip('one', 'a.zip!/b.zip'), inZip('two', 'a.zip!/b.zip'), inZip('three')]
    /** Without what differs between two stores of the same data: ids, and digests by each store's own key. */
    const withoutKeys = ({ id: _id, parentId: _parent, findings, ...rest }: StoredRecord) => ({
      ...rest,
      findings: findings.map(({ digest: _digest, ...told }) => told),
    })
    const inPieces = (outcomes: readonly Outcome[], count = outcomes.length): InsideOutcomes => ({
      count,
      async *read() {
        for (const one of outcomes) yield [one]
      },
    })

    it('with the same result, whatever is written meanwhile, and replaces an earlier one', async () => {
      const whole = await open()
      const expected = await scan(whole, [tree(outcome('a.zip'), ...members), item('b'), item('c')])
      const undisturbed = all(whole).map(withoutKeys)
      const store = await reopen({ fresh: true })
      await store.begin(start)
      await store.write([tree(outcome('a.zip'), inZip('old'))])
      await Promise.all([
        store.writeLarge(outcome('a.zip'), inPieces(members)),
        store.write([item('b')]),
        store.write([item('c')]),
      ])
      expect((await store.finish(general, score)).digest).toBe(expected.digest)
      expect(all(store).map(withoutKeys)).toEqual(undisturbed)
      const ids = new Map(all(store).map(({ id, uri }) => [id, uri]))
      expect(all(store).map(({ parentId }) => ids.get(parentId ?? 0))).toEqual([
        ...[undefined, 'a.zip', 'a.zip!/b.zip', 'a.zip!/b.zip', 'a.zip', undefined, undefined],
      ])
      expect(await store.summary()).toMatchObject({ records: 7 })
    })

    it('whole or not at all', async () => {
      const store = await open()
      await store.begin(start)
      await store.write([item('b')])
      const broken = [
        inPieces(members, 5),
        inPieces(members, 3),
        inPieces([...members, inZip('four', 'a.zip!/elsewhere')]),
        inPieces([...members, inZip('three')]),
      ]
      for (const inside of broken) await expect(store.writeLarge(outcome('a.zip'), inside)).rejects.toThrow()
      expect(uris(store)).toEqual(['b'])
      await store.writeLarge(outcome('a.zip'), inPieces(members))
      await store.write([item('c')])
      expect(uris(store)).toHaveLength(7)
    })
  })
}

function keepsRecords(open: Open) {
  it('comes back as it was', async () => {
    const store = await open({ values: 'clear' })
    const given = outcome('in/a b.pdf', {
      sizeBytes: 2 ** 40,
      mediaType: 'application/pdf',
      kind: 'invoice',
      kindConfidence: 0.123456789,
      kindBecause: ['terms', 'structure'],
      language: 'fr',
      coverage: 'partial',
      coverageCause: 'truncated',
      problems: [{ cause: 'truncated', stage: 'extract', by: 'pdf', message: 'ends early' }],
      findings: [
        finding('EMAIL_ADDRESS', 'a@example.org', { place: { unit: 'page', page: 3, offset: 0 } }),
        finding('PERSON', 'Zoé Ångström', {
          origin: 'table',
          place: { unit: 'part', part: 'sheet Möller', offset: 0 },
        }),
      ],
      fields: [{ name: 'invoice.total', value: '12.50', confidence: 0.8, place: { unit: 'text', offset: 4 } }],
      metadata: [{ what: 'metadata', name: 'Make', value: 'A maker', personal: false }],
      pictures: [
        {
          frameAt: null,
          width: 3,
          height: 2,
          faces: [{ box: [0, 0, 0.5, 0.5], score: 0.9 }],
          persons: 1,
          exposure: 0.25,
          hash: '0123456789abcdef',
          labels: { place: 0.5 },
        },
        { frameAt: 1.5, width: 3, height: 2, faces: null, persons: null, exposure: null, labels: null, hash: null },
      ],
      flags: [
        { what: 'flag', name: 'extension_mismatch', detail: 'text/plain' },
        { what: 'flag', name: 'encrypted' },
      ],
    })
    await scan(store, [[given]])
    const [record] = all(store)
    expect(record).toMatchObject({
      uri: 'in/a b.pdf',
      parentId: null,
      sizeBytes: 2 ** 40,
      modifiedAt: given.modifiedAt,
      sha256: given.sha256,
      mediaType: 'application/pdf',
      medium: 'document',
      kind: 'invoice',
      kindConfidence: 0.123457,
      kindBecause: ['terms', 'structure'],
      language: 'fr',
      coverage: 'partial',
      coverageCause: 'truncated',
      problems: given.problems,
      dpc: 2,
      ei: 0.25,
      cb: 0.5,
      severityScore: 1,
      severity: 'low',
      explanation: given.severity,
      duplicateOf: null,
      pictures: given.pictures,
      flags: [
        { name: 'extension_mismatch', detail: 'text/plain' },
        { name: 'encrypted', detail: null },
      ],
    })
    expect(record?.findings).toMatchObject([
      {
        entityType: 'EMAIL_ADDRESS',
        value: 'a@example.org',
        confidence: 0.9,
        origin: 'text',
        location: { unit: 'page', page: 3, offset: 7, length: 13 },
        detector: 'made-up@1',
        evidence: given.findings[0]?.evidence,
      },
      {
        value: 'Zoé Ångström',
        origin: 'table',
        location: { unit: 'part', part: 'sheet Möller', offset: 7, length: 12 },
      },
    ])
    expect(record?.fields).toMatchObject([
      { name: 'invoice.total', value: '12.50', confidence: 0.8, location: { unit: 'text', offset: 4 } },
    ])
    expect(record?.metadata).toMatchObject([{ name: 'Make', value: 'A maker' }])
  })

  it('knows what holds it', async () => {
    const store = await open()
    await scan(store, [
      item('a'),
      tree(
        outcome('b.zip'),
        outcome('b.zip!/c.zip', { parentUri: 'b.zip' }),
        outcome('b.zip!/c.zip!/d', { parentUri: 'b.zip!/c.zip' }),
      ),
    ])
    const records = byUri(store)
    expect(records.get('b.zip!/c.zip')?.parentId).toBe(records.get('b.zip')?.id)
    expect(records.get('b.zip!/c.zip!/d')?.parentId).toBe(records.get('b.zip!/c.zip')?.id)
    expect(records.get('a')?.parentId).toBeNull()
  })

  it('comes in the order of code points', async () => {
    const store = await open()
    // U+1F600 is two UTF-16 units that are smaller than U+FF5E's one.
    const names = ['b', 'a/b', 'a', 'a.txt', '\u{1F600}', '\uFF5E', 'Z', 'é', 'a/b/c']
    await scan(
      store,
      names.map((name) => item(name)),
    )
    expect(uris(store)).toEqual(['Z', 'a', 'a.txt', 'a/b', 'a/b/c', 'b', 'é', '\uFF5E', '\u{1F600}'])
  })

  it('is found by its uri', async () => {
    const store = await open()
    await scan(store, [item("it's 100%_a"), item('b')])
    expect([...store.records({ uri: "it's 100%_a" })].map(({ uri }) => uri)).toEqual(["it's 100%_a"])
    expect([...store.records({ uri: 'nothing' })]).toEqual([])
  })

  it('may have many rows of each kind', async () => {
    const store = await open()
    const findings = Array.from({ length: 3_001 }, (_, n) =>
      finding('PHONE_NUMBER', `+33 6 ${n}`, { canonical: `${n}` }),
    )
    await scan(store, [
      item('a', { findings }),
      item('b', { findings: [finding('PHONE_NUMBER', '+33 6 1', { canonical: '1' })] }),
    ])
    const [a, b] = all(store)
    expect([a?.findings.length, b?.findings.length]).toEqual([3_001, 1])
    expect(a?.findings[1]?.digest).toBe(b?.findings[0]?.digest)
    expect((await store.summary()).entities).toEqual([
      { entityType: 'PHONE_NUMBER', findings: 3_002, records: 2, distinct: 3_001 },
    ])
  })
}

const secret = {
  person: 'Ottoline Vanterpool',
  email: 'o.vanterpool@mail.example',
  field: 'Qx-77120',
  serial: 'SN-0048812',
}

/** A record with a value in every place that has one. */
function telling(uri = `${secret.person}/scan.pdf`): ItemOutcomes {
  return item(uri, {
    findings: [
      finding('PERSON', secret.person),
      finding('EMAIL_ADDRESS', secret.email),
      ...(uri.includes(secret.person) ? [findingInUri('PERSON', secret.person, uri)] : []),
    ],
    fields: [
      { name: 'patient.name', value: secret.person, confidence: 0.9 },
      { name: 'invoice.number', value: secret.field, confidence: 0.9 },
    ],
    metadata: [
      { what: 'metadata', name: 'SerialNumber', value: secret.serial, personal: true, entityType: 'DEVICE_SERIAL' },
      { what: 'metadata', name: 'Title', value: `Invoice of ${secret.person}`, personal: false },
      { what: 'metadata', name: 'Make', value: 'A maker', personal: false },
    ],
  })
}

const passphrase = 'correct horse battery staple'

function keepsValues(open: Open, make: () => Promise<StoreFixture>) {
  it('are not kept unless asked for', async () => {
    const store = await open()
    await scan(store, [telling()])
    const [record] = all(store)
    const text = JSON.stringify(record)
    for (const value of Object.values(secret)) expect(text).not.toContain(value)
    expect(record?.metadata.map(({ name, value }) => [name, value])).toEqual([
      ['SerialNumber', null],
      ['Title', null],
      ['Make', 'A maker'],
    ])
    expect(record?.findings[0]).toMatchObject({ masked: 'O••• V•••', value: null })
    expect(record?.uri).toBe('O••• V•••/scan.pdf')
    expect([...store.records({ uri: `${secret.person}/scan.pdf` })]).toHaveLength(1)
  })

  it.each(['clear', 'sealed'] as const)('are given back where they were asked for: %s', async (values) => {
    const store = await open({ values, passphrase })
    await scan(store, [telling(), item('zz')])
    const [record, last] = all(store)
    expect(record?.uri).toBe(`${secret.person}/scan.pdf`)
    expect(last?.uri).toBe('zz')
    expect(record?.findings.map(({ value }) => value)).toEqual([secret.person, secret.email, secret.person])
    expect(record?.fields.map(({ value }) => value)).toEqual([secret.person, secret.field])
    expect(record?.metadata.map(({ value }) => value)).toEqual([
      secret.serial,
      `Invoice of ${secret.person}`,
      'A maker',
    ])
    expect(record?.findings[0]?.masked).toBe('O••• V•••')
    expect([...store.records({ uri: `${secret.person}/scan.pdf` })].map(({ id }) => id)).toEqual([record?.id])
  })

  it('need a passphrase to be sealed', async () => {
    await expect(open({ values: 'sealed' })).rejects.toMatchObject({ code: 'no_key' })
  })

  it('have equal digests where they mean the same', async () => {
    const store = await open()
    const patient = { name: 'patient.name', value: 'Zoé DUPONT', confidence: 0.9 }
    await scan(store, [
      item('a', { findings: [finding('PERSON', 'DUPONT Zoé'), finding('EMAIL_ADDRESS', 'A@Example.org')] }),
      item('b', { findings: [finding('PERSON', 'Zoe Dupont'), finding('EMAIL_ADDRESS', 'a@example.org')] }),
      item('c', { fields: [patient], findings: [finding('DEVICE_OWNER', 'a@example.org')] }),
    ])
    const [a, b, c] = all(store)
    expect(a?.findings[0]?.digest).toBe(b?.findings[0]?.digest)
    expect(a?.findings[0]?.digest).toBe(c?.fields[0]?.digest)
    expect(a?.findings[1]?.digest).toBe(b?.findings[1]?.digest)
    expect(c?.findings[0]?.digest).not.toBe(b?.findings[1]?.digest)
  })

  it('have digests that no other store has', async () => {
    const store = await open()
    await scan(store, [telling()])
    const digests = (records: readonly StoredRecord[]) =>
      records.flatMap(({ findings, fields, metadata }) =>
        [...findings, ...fields, ...metadata].map((row) => row.digest),
      )
    const here = digests(all(store))
    await using other = await make()
    const there = await other.open()
    await scan(there, [telling()])
    const others = new Set(digests(all(there)))
    expect(here.length).toBeGreaterThan(5)
    expect(here.filter((digest) => others.has(digest))).toEqual([])
    for (const digest of here) expect(digest).toMatch(/^[\w-]{43}$/)
  })

  it('mask what was found in the uri of a container in everything inside', async () => {
    const store = await open()
    const uri = `x/${secret.person}.zip`
    const entry = outcome(uri, { findings: [findingInUri('PERSON', secret.person, uri)] })
    await scan(store, [tree(entry, outcome(`${uri}!/photo.jpg`, { parentUri: uri }))])
    expect(uris(store)).toEqual(['x/O••• V•••.zip', 'x/O••• V•••.zip!/photo.jpg'])
  })
}

function finishes(open: Open, reopen: Open) {
  it('points copies at the first uri of the same content', async () => {
    const store = await open()
    const same = { sha256: 'ab'.repeat(32) }
    await scan(store, [
      item('\u{1F600}', same),
      item('\uFF5E', same),
      item('c', { sha256: 'cd'.repeat(32) }),
      item('empty 1', { sha256: 'ef'.repeat(32), sizeBytes: 0 }),
      item('empty 2', { sha256: 'ef'.repeat(32), sizeBytes: 0 }),
      item('unread 1', { sha256: null }),
      item('unread 2', { sha256: null }),
    ])
    const records = byUri(store)
    expect(records.get('\u{1F600}')?.duplicateOf).toBe(records.get('\uFF5E')?.id)
    expect(all(store).filter(({ duplicateOf }) => duplicateOf !== null)).toHaveLength(1)
    expect((await store.summary()).duplicates).toBe(1)
  })

  it('points them anew when the first one is gone, changed, or back', async () => {
    const same = { sha256: 'ab'.repeat(32) }
    const [a, b, c] = [item('a', same), item('b', same), item('c', same)]
    const firsts = (store: Store) => {
      const names = new Map(all(store).map(({ id, uri }) => [id, uri]))
      return all(store).map(({ uri, duplicateOf }) => [uri, duplicateOf === null ? null : names.get(duplicateOf)])
    }
    let store = await open()
    await scan(store, [a, b, c])
    expect(firsts(store)).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', 'a'],
    ])
    store = await reopen()
    await scan(store, [b, c])
    expect(firsts(store)).toEqual([
      ['a', null],
      ['b', null],
      ['c', 'b'],
    ])
    store = await reopen()
    await scan(store, [item('a', { ...same, sizeBytes: 11 }), b, item('c', { sizeBytes: 12, sha256: 'cd'.repeat(32) })])
    expect(firsts(store)).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', null],
    ])
  })

  it('decides what the dump is from the kinds of records, and scores by it', async () => {
    const store = await open()
    await store.begin(start)
    await store.write([item('a', { kind: 'invoice' }), item('b', { kind: 'invoice' }), item('c')])
    let counted: ReadonlyMap<string, number> = new Map()
    await store.finish((kinds) => {
      counted = kinds
      return 'clinic'
    }, score)
    expect(Object.fromEntries(counted)).toEqual({ invoice: 2, other: 1 })
    expect((await store.summary()).context).toBe('clinic')
    const [a] = all(store)
    const scored = score({ ...outcome('a').facts, kind: 'invoice' }, 'clinic', { resolvesToName: false, by: [] })
    expect(a).toMatchObject({ dpc: 4, ei: 0.25, severityScore: 1.5, explanation: scored })
  })

  it('flags what a complete run no longer met, and keeps it', async () => {
    await scan(await open(), [item('a'), tree(outcome('b.zip'), outcome('b.zip!/c', { parentUri: 'b.zip' }))])
    let store = await reopen()
    const gone = await scan(store, [item('a')])
    const flagged = () => all(store).filter(({ flags }) => flags.some(({ name }) => name === 'gone'))
    expect(flagged().map(({ uri }) => uri)).toEqual(['b.zip', 'b.zip!/c'])
    const summary = await store.summary()
    expect(summary).toMatchObject({ records: 1, flags: [{ flag: 'gone', records: 2 }] })
    expect(summary.notes.join()).toContain('2 records')
    store = await reopen()
    await scan(store, [item('a'), tree(outcome('b.zip'), outcome('b.zip!/c', { parentUri: 'b.zip' }))])
    expect(flagged()).toEqual([])
    expect((await store.summary()).records).toBe(3)
    store = await reopen()
    expect((await scan(store, [item('a')])).digest).toBe(gone.digest)
  })

  it('flags nothing where the run was stopped', async () => {
    await scan(await open(), [item('a'), item('b')])
    const store = await reopen()
    await store.begin(start)
    await store.pending([refOf(item('a'))])
    await store.stop('interrupted')
    expect(all(store).flatMap(({ flags }) => flags)).toEqual([])
  })

  it('comes to the same a second time', async () => {
    const trees = [telling(), item('a', { findings: [finding('PATIENT_ID', '77-1')] }), item('b')]
    const first = await scan(await open(), trees)
    const store = await reopen()
    const before = all(store)
    const second = await scan(store, trees)
    expect(second.digest).toBe(first.digest)
    expect(all(store)).toEqual(before)
  })
}

function links(open: Open) {
  const by = (store: Store) =>
    Object.fromEntries(
      all(store).map(({ uri, explanation }) => [uri, (explanation as { ei: { because: string[] } }).ei.because]),
    )
  const number = finding('PATIENT_ID', 'P-1001')
  const name = finding('PERSON', 'Ada Quill')

  it('lead from a patient number to the record that names the patient', async () => {
    const store = await open()
    await scan(store, [
      item('photo', { medium: 'image', findings: [{ ...number, origin: 'metadata' }] }),
      item('file', { findings: [number, name] }),
      item('other number', { findings: [finding('PATIENT_ID', 'P-1002')] }),
    ])
    expect(by(store)).toEqual({ photo: ['patient number'], file: [], 'other number': [] })
    expect(byUri(store).get('photo')).toMatchObject({ ei: 1, severityScore: 2.5, severity: 'medium' })
  })

  it.each([
    ['half a name', finding('PERSON', 'Ada')],
    [
      "an author's name",
      finding('PERSON', 'Ada Quill', { origin: 'metadata', place: { unit: 'metadata', name: 'Author', offset: 0 } }),
    ],
    ['an unlikely name', finding('PERSON', 'Ada Quill', { confidence: 0.3 })],
  ])('do not lead to %s', async (_what, weak) => {
    const store = await open()
    await scan(store, [item('photo', { findings: [number] }), item('file', { findings: [number, weak] })])
    expect(by(store)).toEqual({ photo: [], file: [] })
  })

  it('lead from codes of other types that the caller names, a camera excepted', async () => {
    const store = await open()
    const families = { CASE_CODE: 'code', DEVICE_SERIAL: 'code' } as const
    const person = finding('PERSON', 'Ada Quill')
    await scan(
      store,
      [
        item('a', { findings: [finding('CASE_CODE', 'K1')] }),
        item('b', { findings: [finding('CASE_CODE', 'K1'), person] }),
        item('c', { findings: [finding('DEVICE_SERIAL', 'S1')] }),
        item('d', { findings: [finding('DEVICE_SERIAL', 'S1'), person] }),
      ],
      { families },
    )
    expect(by(store)).toEqual({ a: ['patient number'], b: [], c: [], d: [] })
  })

  it('lead from a folder named after somebody whom a document names', async () => {
    const store = await open()
    await scan(store, [
      item('docs/invoice', { findings: [name] }),
      item('QUILL Ada/photo.jpg', { medium: 'image' }),
      item('x/2019 Ada_Quill avant/y/photo.jpg', { medium: 'image' }),
      tree(
        outcome('Ada Quill.zip', { medium: 'archive' }),
        outcome('Ada Quill.zip!/p.jpg', { parentUri: 'Ada Quill.zip' }),
      ),
      item('Ada/Quill/photo.jpg', { medium: 'image' }),
      item('Bea Quill/photo.jpg', { medium: 'image' }),
    ])
    expect(by(store)).toEqual({
      'docs/invoice': [],
      'QUILL Ada/photo.jpg': ['folder name'],
      'x/2019 Ada_Quill avant/y/photo.jpg': ['folder name'],
      'Ada Quill.zip': [],
      'Ada Quill.zip!/p.jpg': ['folder name'],
      'Ada/Quill/photo.jpg': [],
      'Bea Quill/photo.jpg': [],
    })
  })

  it('do not lead from a folder to its own name, nor to what a picture says', async () => {
    const store = await open()
    const uri = 'Ada Quill/photo.jpg'
    await scan(store, [
      item('elsewhere.jpg', { medium: 'image', findings: [finding('PERSON', 'Ada Quill', { origin: 'ocr' })] }),
      item(`${uri.slice(0, -3)}txt`, { findings: [findingInUri('PERSON', 'Ada Quill', uri)] }),
    ])
    expect(Object.values(by(store).valueOf())).toEqual([[], []])
  })

  it('end with what they lead to', async () => {
    const store = await open()
    const photo = item('photo', { medium: 'image', findings: [number] })
    await scan(store, [photo, item('file', { findings: [number, name] })])
    expect(by(store).photo).toEqual(['patient number'])
    await scan(store, [photo])
    expect(by(store).photo).toEqual([])
    expect(byUri(store).get('photo')).toMatchObject({ ei: 0.25, severity: 'low' })
  })
}

function digests(make: () => Promise<StoreFixture>) {
  async function digestOf(trees: readonly ItemOutcomes[], options: OpenOptions = {}): Promise<string | null> {
    await using fixture = await make()
    return (await scan(await fixture.open(options), trees)).digest
  }
  const number = finding('PATIENT_ID', 'P-1001')
  const dump = [
    telling(),
    telling('b'),
    item('c', { sha256: telling('b')[0].sha256, findings: [number] }),
    item('d', { findings: [number, finding('PERSON', 'Ada Quill')] }),
    tree(outcome('e.zip', { medium: 'archive' }), outcome('e.zip!/f', { parentUri: 'e.zip', language: 'de' })),
  ]

  it('is the same whatever the order of writing and the size of batches, and however often it is written', async () => {
    const expected = await digestOf(dump)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(dump, { minLength: dump.length }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
        fc.array(fc.constantFrom(...dump), { maxLength: 4 }),
        async (order, sizes, again) => {
          await using fixture = await make()
          const store = await fixture.open()
          await store.begin(start)
          const todo = [...order, ...again]
          for (const size of [...sizes, todo.length]) await store.write(todo.splice(0, size))
          expect((await store.finish(general, score)).digest).toBe(expected)
          expect(uris(store)).toHaveLength(6)
        },
      ),
      { numRuns: 12, seed: 20_261_123 },
    )
  })

  it('is the same in every mode', async () => {
    const expected = await digestOf(dump)
    expect(await digestOf(dump, { values: 'clear' })).toBe(expected)
    expect(await digestOf(dump, { values: 'sealed', passphrase })).toBe(expected)
  })

  it('does not depend on times', async () => {
    const later = dump.map((entry) => entry.map((one) => ({ ...one, modifiedAt: null })))
    expect(await digestOf(later as unknown as ItemOutcomes[])).toBe(await digestOf(dump))
  })

  const base = outcome('a', {
    findings: [finding('PERSON', 'Ada Quill')],
    fields: [{ name: 'invoice.total', value: 'Ten', confidence: 0.5 }],
    metadata: [{ what: 'metadata', name: 'Make', value: 'One', personal: false }],
    flags: [{ what: 'flag', name: 'encrypted' }],
  })
  it.each<[string, Partial<typeof base>]>([
    ['its name', { uri: 'b' }],
    ['its content', { sha256: null }],
    ['its kind', { kind: 'table' }],
    ['why', { kindBecause: ['a term'] }],
    ['how much was read', { coverage: 'partial', coverageCause: 'truncated' }],
    ['a finding', { findings: [] }],
    ['the form of a finding', { findings: [finding('PERSON', 'Bea Quill')] }],
    ['the place of a finding', { findings: [finding('PERSON', 'Ada Quill', { offset: 8 })] }],
    ['how sure a finding is', { findings: [finding('PERSON', 'Ada Quill', { confidence: 0.899 })] }],
    ['a field', { fields: [] }],
    ['metadata', { metadata: [{ what: 'metadata', name: 'Make', value: 'Two', personal: false }] }],
    ['a flag', { flags: [] }],
    ['its facts', { facts: { ...base.facts, entities: { PERSON: 1 } } }],
    ['its score', { severity: { ...base.severity, score: 1.25 } }],
  ])('tells of any change in a record: %s', async (_what, change) => {
    expect(await digestOf([[{ ...base, ...change }]])).not.toBe(await digestOf([[base]]))
  })

  it('takes no notice of what floating-point sums leave behind', async () => {
    const confidence = 0.1 + 0.2
    const almost = { ...base, findings: [finding('PERSON', 'Ada Quill', { confidence })] }
    const same = { ...base, findings: [finding('PERSON', 'Ada Quill', { confidence: 0.3 })] }
    expect(await digestOf([[almost]])).toBe(await digestOf([[same]]))
  })
}

function sums(open: Open) {
  it('counts nothing where nothing is', async () => {
    const store = await open()
    await scan(store, [])
    expect(await store.summary()).toMatchObject({ records: 0, bytes: 0, kinds: [], entities: [], notes: [] })
  })

  it('counts records, bytes, kinds, media, causes, languages, flags', async () => {
    const store = await open()
    await scan(store, [
      item('a', {
        kind: 'invoice',
        language: 'fr',
        flags: [
          { what: 'flag', name: 'encrypted' },
          { what: 'flag', name: 'encrypted' },
        ],
      }),
      item('b', { kind: 'invoice', medium: 'image', coverage: 'none', coverageCause: 'no_text' }),
      tree(
        outcome('c.zip', { medium: 'archive', kind: 'archive' }),
        outcome('c.zip!/d', { parentUri: 'c.zip', sizeBytes: 99, language: 'fr' }),
      ),
    ])
    const none = { low: 0, medium: 0, high: 0, very_high: 0 }
    expect(await store.summary()).toMatchObject({
      values: 'masked',
      context: 'general',
      records: 4,
      bytes: 30,
      duplicates: 0,
      kinds: [
        { kind: 'invoice', records: 2, bySeverity: { ...none, low: 2 } },
        { kind: 'archive', records: 1, bySeverity: { ...none, low: 1 } },
        { kind: 'other', records: 1, bySeverity: { ...none, low: 1 } },
      ],
      media: [
        { medium: 'document', records: 2, bytes: 109 },
        { medium: 'archive', records: 1, bytes: 10 },
        { medium: 'image', records: 1, bytes: 10 },
      ],
      severity: { ...none, low: 4 },
      coverage: { full: 3, partial: 0, none: 1 },
      causes: [{ cause: 'no_text', records: 1 }],
      flags: [{ flag: 'encrypted', records: 1 }],
      languages: [{ language: 'fr', records: 2 }],
    })
  })

  it('counts people by what is different, never more than is sure', async () => {
    const store = await open()
    const families = {
      PERSON: 'name',
      EMAIL_ADDRESS: 'email',
      FR_NIR: 'official_number',
      PHONE_NUMBER: 'phone_or_address',
    } as const
    await scan(
      store,
      [
        item('a', {
          findings: [finding('PERSON', 'Ada Quill'), finding('PERSON', 'QUILL Ada'), finding('PERSON', 'Ada')],
        }),
        item('b', {
          findings: [finding('PERSON', 'Bea Quill', { confidence: 0.2 }), finding('EMAIL_ADDRESS', 'a@example.org')],
        }),
        item('c', {
          findings: [finding('EMAIL_ADDRESS', 'A@example.org'), finding('FR_NIR', '1'), finding('FR_NIR', '2')],
        }),
        item('d', { findings: [finding('PHONE_NUMBER', '+33 1'), finding('US_SSN', '3')] }),
      ],
      { families },
    )
    const { people, entities } = await store.summary()
    expect(people).toEqual({ names: 1, emails: 1, phones: 1, officialNumbers: 2 })
    expect(entities).toEqual([
      { entityType: 'PERSON', findings: 4, records: 2, distinct: 3 },
      { entityType: 'EMAIL_ADDRESS', findings: 2, records: 2, distinct: 1 },
      { entityType: 'FR_NIR', findings: 2, records: 1, distinct: 2 },
      { entityType: 'PHONE_NUMBER', findings: 1, records: 1, distinct: 1 },
      { entityType: 'US_SSN', findings: 1, records: 1, distinct: 1 },
    ])
  })

  it('counts stills, and those that look different', async () => {
    const still = { frameAt: null, width: 3, height: 2, exposure: null, labels: {} }
    const face = { box: [0, 0, 0.5, 0.5], score: 0.9 } as const
    const store = await open()
    await scan(store, [
      item('a', { pictures: [{ ...still, faces: [face], persons: 1, hash: '0123456789abcdef' }] }),
      item('b', { pictures: [{ ...still, faces: [face], persons: 1, hash: '0123456789abcdee' }] }),
      item('c', { pictures: [{ ...still, faces: [], persons: 1, hash: 'fedcba9876543210' }] }),
      item('d', { pictures: [{ ...still, faces: [], persons: 0, hash: null }] }),
      item('e', { pictures: [{ ...still, faces: null, persons: null, hash: null }] }),
      item('f', { pictures: [{ ...still, frameAt: 2, faces: [face], persons: 1, hash: '0123456789abcdef' }] }),
    ])
    expect((await store.summary()).pictures).toEqual([
      { shown: 'anything', pictures: 4, distinct: 3 },
      { shown: 'persons', pictures: 3, distinct: 2 },
      { shown: 'faces', pictures: 2, distinct: 1 },
    ])
  })

  it('can be asked for at any time', async () => {
    const store = await open()
    await store.begin(start)
    await store.write([item('a')])
    const summary = await store.summary()
    expect(summary).toMatchObject({ records: 1, scan: { status: 'running' } })
    expect(summary.notes.join()).toContain('not finished')
  })
}

/** More records than any store looks at in one go. */
function scales(open: Open, reopen: Open) {
  const count = 6_500
  const number = finding('PATIENT_ID', 'P-1')
  const many = Array.from({ length: count }, (_, n) =>
    item(`folder ${n % 7}/${n}`, { sha256: 'ab'.repeat(32), findings: [number] }),
  )
  const named = item('named', { findings: [number, finding('PERSON', 'Ada Quill')] })

  it('is linked, pointed at and counted whole', async () => {
    const store = await open()
    await scan(store, [...many, named])
    const summary = await store.summary()
    expect(summary).toMatchObject({ records: count + 1, duplicates: count - 1 })
    expect(summary.severity).toEqual({ low: 1, medium: count, high: 0, very_high: 0 })
    const order = uris(store)
    expect(order).toEqual([...order].sort())
    expect(new Set(order).size).toBe(count + 1)
  })

  it('is gone whole', async () => {
    await scan(await open(), [...many, named])
    const store = await reopen()
    const { digest } = await scan(store, [named])
    expect(await store.summary()).toMatchObject({
      records: 1,
      duplicates: 0,
      flags: [{ flag: 'gone', records: count }],
    })
    expect(digest).not.toBeNull()
  })
}
