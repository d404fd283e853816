import { expect, it } from 'vitest'
import type { CodeCount } from '../../src/core/code-shape.ts'
import type { ItemOutcomes } from '../../src/core/outcome.ts'
import type { OpenOptions, Store } from '../../src/stores/store.ts'
import { finding, general, item, outcome, refOf, score, start, tree } from '../stores/made-up.ts'

type Open = (options?: OpenOptions) => Promise<Store>

/** An entry in which a label says that these are patients' numbers. */
function labelled(uri: string, ...numbers: readonly string[]): ItemOutcomes {
  return item(uri, { findings: numbers.map((number) => finding('PATIENT_ID', number, { detector: 'patient-id@1' })) })
}

/** Entries with numbers of a length of their own each. */
function series(count: number, numberOf: (at: number) => string): readonly ItemOutcomes[] {
  return Array.from({ length: count }, (_, at) => labelled(`labelled ${at}`, numberOf(at)))
}

const lettered = (at: number) => `P${100_000 + at}`
const loose = (uri: string, shape: string, told: Partial<CodeCount> = {}) =>
  item(uri, { codes: [{ shape, loose: 1, other: 0, ...told }] })

/** What the store learns of these entries: shapes, and the entries to look into again. */
async function learnt(store: Store, entries: readonly ItemOutcomes[]) {
  await store.begin(start)
  await store.write(entries)
  return taught(store, entries)
}

async function taught(store: Store, entries: readonly ItemOutcomes[]) {
  const codes = await store.learntCodes()
  return codes && { shapes: codes.shapes, again: codes.among(entries.map(refOf)).map(({ uri }) => uri) }
}

/** How the patients' numbers of a dump are learnt from those with a label. */
export function learns(open: Open, reopen: Open): void {
  it('is how enough different numbers are written, and where such stand unclaimed', async () => {
    const inside = outcome('zip!/P.txt', { parentUri: 'zip', codes: [{ shape: 'P######', loose: 2, other: 0 }] })
    const entries = [
      ...series(5, lettered),
      loose('photo', 'P######'),
      loose('other', 'Q######'),
      tree(outcome('zip'), inside),
    ]
    expect(await learnt(await open(), entries)).toEqual({ shapes: ['P######'], again: ['photo', 'zip'] })
  })

  it('is nothing where few numbers, or one number many times, have a label', async () => {
    const entries = [...series(4, lettered), labelled('again', lettered(0), lettered(1)), loose('photo', 'P######')]
    expect(await learnt(await open(), entries)).toBeUndefined()
  })

  const order = loose('order', 'P######', { loose: 0, other: 1 })
  it.each([
    [9, undefined],
    [11, { shapes: ['P######'], again: [] }],
  ])('counts against it how orders and invoices are written: %i numbers and one of them', async (count, expected) => {
    expect(await learnt(await open(), [...series(count, lettered), order])).toEqual(expected)
  })

  it.each([
    ['is not sure', { confidence: 0.6 }],
    ['was learnt itself', { detector: 'patient-id-learnt@1' }],
  ])('is nothing of what %s', async (_, told) => {
    const findings = Array.from({ length: 20 }, (_, at) => finding('PATIENT_ID', lettered(at), told))
    expect(await learnt(await open(), [item('many', { findings })])).toBeUndefined()
  })

  const alike = (at: number) => String(8_001_000_000 + at)
  const spread = (at: number) => String(1_000_000_000 + at * 90_000_007)
  it.each([
    ['more numbers where only their first digits tell: 9', 9, alike, undefined],
    ['more numbers where only their first digits tell: 10', 10, alike, { shapes: ['80########'], again: [] }],
    ['nothing from numbers that begin in any way', 100, spread, undefined],
  ])('takes %s', async (_, count, numberOf, expected) => {
    expect(await learnt(await open(), series(count, numberOf))).toEqual(expected)
  })

  it("is taught by a column of patients' numbers too", async () => {
    const values = Array.from({ length: 6 }, (_, at) => {
      const value = lettered(at)
      return { entityType: 'PATIENT_ID', value, canonical: value.toLowerCase() }
    })
    const column = { name: 'patient', isNamePersonal: false, type: 'text', entityType: 'PATIENT_ID', share: 1 } as const
    const columns = [{ ...column, filled: 6, distinct: 6, examples: [], values }]
    const table = item('patients.csv', { medium: 'table', table: { rows: 6, personRows: 6, columns } })
    expect(await learnt(await open(), [table])).toMatchObject({ shapes: ['P######'] })
  })

  it('is the same after the store was closed, and asks for no entry that was done since', async () => {
    const entries = [...series(5, lettered), loose('one', 'P######'), loose('two', 'P######')]
    const store = await open()
    await learnt(store, entries)
    await store.write([labelledByShape('one')])
    await store.stop('interrupted')
    const again = await reopen()
    await again.begin(start)
    await again.pending(entries.map(refOf))
    expect(await taught(again, entries)).toEqual({ shapes: ['P######'], again: ['two'] })
    await again.write([labelledByShape('two')])
    expect(await taught(again, entries)).toEqual({ shapes: ['P######'], again: [] })
    await again.finish(general, score)
    const found = [...again.records()].flatMap(({ findings }) => findings.map(({ detector }) => detector))
    expect(found.filter((detector) => detector === 'patient-id-learnt@1')).toHaveLength(2)
  })

  it('keeps no code that nothing claims', async () => {
    const store = await open({ values: 'masked' })
    await learnt(store, [...series(5, lettered), loose('photo', 'QUIL####')])
    await store.finish(general, score)
    expect(JSON.stringify([...store.records()])).not.toMatch(/P1000|QUIL/)
  })
}

function labelledByShape(uri: string): ItemOutcomes {
  return item(uri, { findings: [finding('PATIENT_ID', lettered(1), { detector: 'patient-id-learnt@1' })] })
}
