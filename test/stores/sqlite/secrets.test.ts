import { describe, expect, it } from 'vitest'
import type { ItemOutcomes } from '../../../src/core/outcome.ts'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import type { OpenOptions } from '../../../src/stores/store.ts'
import { finding, findingInUri, general, item, refOf, score, seeded, start } from '../made-up.ts'
import { storeChild } from './child.ts'
import { storeFolder } from './folder.ts'

const next = seeded(7)
const word = () => Array.from({ length: 9 }, () => 'bcdfghklmnprst'.charAt(Math.floor(next() * 14))).join('')

/** Values that occur nowhere else, in every place that has one; none in a path. */
function telling(n: number): { readonly entry: ItemOutcomes; readonly values: readonly string[] } {
  const [person, email, sheet, field, serial, caption, free] = [
    `${word()} ${word()}`,
    `${word()}@${word()}.example`,
    word(),
    word(),
    word(),
    word(),
    word(),
  ] as const
  const entry = item(`in/${n}.pdf`, {
    findings: [
      finding('PERSON', person, { place: { unit: 'part', part: `sheet ${sheet}`, offset: 0 }, origin: 'table' }),
      finding('EMAIL_ADDRESS', email),
      finding('DEVICE_SERIAL', serial, {
        origin: 'metadata',
        place: { unit: 'metadata', name: 'SerialNumber', offset: 0 },
      }),
      finding('PERSON', free),
    ],
    fields: [
      {
        name: 'patient.name',
        value: person,
        confidence: 1,
        place: { unit: 'part', part: `sheet ${sheet}`, offset: 0 },
      },
      { name: 'invoice.number', value: field, confidence: 1 },
    ],
    metadata: [
      { what: 'metadata', name: 'SerialNumber', value: serial, personal: true, entityType: 'DEVICE_SERIAL' },
      { what: 'metadata', name: 'Caption', value: caption, personal: true },
      { what: 'metadata', name: 'Subject', value: `about ${free}.`, personal: false },
    ],
  })
  return { entry, values: [person, email, sheet, field, serial, caption, free, ...person.split(' ')] }
}

const told = Array.from({ length: 40 }, (_, n) => telling(n))
const trees = told.map(({ entry }) => entry)

async function leftBy(
  options: OpenOptions,
  extra: readonly ItemOutcomes[] = [],
): Promise<{ whole: Buffer; log: Buffer }> {
  using at = storeFolder()
  {
    await using store = await openSqliteStore(at.path, options)
    await store.begin(start)
    await store.write([...trees, ...extra])
    await store.finish(general, score)
    await store.begin(start)
    await store.pending(trees.map(refOf))
    // Written again: what is deleted stays in the file until its room is taken.
    await store.write([...trees.slice(0, 9), ...extra])
    await using child = storeChild('dump-files', at.folder)
    const log = Buffer.from((await child.line()) ?? '', 'base64')
    await store.finish(general, score)
    return { whole: await closed(store), log }
  }

  async function closed(store: AsyncDisposable): Promise<Buffer> {
    await store[Symbol.asyncDispose]()
    return at.bytes()
  }
}

const found = (bytes: Buffer, values: readonly string[]) => values.filter((value) => bytes.includes(value))
const all = told.flatMap(({ values }) => values)

describe('the bytes that a store leaves', () => {
  it.each<[string, OpenOptions]>([
    ['masked', {}],
    ['sealed', { values: 'sealed', passphrase: 'a long enough one' }],
  ])('hold no value: %s', async (_mode, options) => {
    const { whole, log } = await leftBy(options)
    expect(log.includes('leaksift-key-1')).toBe(true)
    expect(log.length).toBeGreaterThan(whole.length)
    expect(found(whole, all)).toEqual([])
    expect(found(log, all)).toEqual([])
  })

  it('hold every value in clear where that was asked for', async () => {
    const { whole } = await leftBy({ values: 'clear' })
    expect(found(whole, all)).toHaveLength(all.length)
  })

  it('hold no path where values are sealed', async () => {
    const name = `${word()} ${word()}`
    const uri = `${name}/${word()}.pdf`
    const extra = [item(uri, { findings: [findingInUri('PERSON', name, uri)] })]
    const sealed = await leftBy({ values: 'sealed', passphrase: 'a long enough one' }, extra)
    expect(found(Buffer.concat([sealed.whole, sealed.log]), [uri, name, ...name.split(' ')])).toEqual([])
    expect(found((await leftBy({}, extra)).whole, [uri])).toEqual([uri])
  })
})
