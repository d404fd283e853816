import { describe, expect, it } from 'vitest'
import { appleDouble } from '../../../src/formats/apple/apple-double.ts'
import { bplistTexts } from '../../../src/formats/apple/bplist.ts'
import { plist } from '../../../src/formats/apple/plist.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { examineBytes, ledger } from '../../support/examining.ts'
import { childrenOf, gapsOf, makeZip, metadataOf, readWith } from '../office/fixtures.ts'
import { appleDoubleOf, bplist } from './apple-files.ts'

const from = ['https://files.clinic.example/quill.pdf', 'mailto:zora@example.org']
const attributes = {
  'com.apple.metadata:kMDItemWhereFroms': bplist(from),
  'com.apple.quarantine': Buffer.from('0083;5f3c;Safari;'),
  'com.apple.lastuseddate#PS': Buffer.from([1, 2, 0, 0]),
}

formatContract(plist, [{ name: 'a list', bytes: bplist(['a', 'b']), mediaType: 'application/x-bplist' }])
formatContract(appleDouble, [
  { name: 'attributes', bytes: appleDoubleOf(attributes), mediaType: 'application/applefile' },
])

describe('a binary property list', () => {
  it('gives its texts, long ones and those beyond ASCII too', async () => {
    const texts = ['short', 'Zoë Quill', 'x'.repeat(300), '患者']
    expect(bplistTexts(bplist(texts))).toEqual(texts)
    const [record] = await examineBytes('a.plist', bplist(['owner', 'zora@example.org']))
    expect(record).toMatchObject({ coverage: 'full', flags: [] })
    expect(record?.findings.map(({ value }) => value)).toEqual(['zora@example.org'])
  })

  it('is no list where its table leads out of it', async () => {
    const bytes = bplist(['a'])
    bytes[bytes.length - 1] = 250
    expect(bplistTexts(bytes)).toBeUndefined()
    expect(gapsOf(await readWith(plist, bytes))).toEqual(['malformed'])
  })
})

describe('what macOS keeps beside a file', () => {
  it('tells where it came from', async () => {
    const extracts = await readWith(appleDouble, appleDoubleOf(attributes))
    expect(metadataOf(extracts)).toEqual([
      ['XAttrMDItemWhereFroms', from[0]],
      ['XAttrMDItemWhereFroms', from[1]],
      ['XAttrQuarantine', '0083;5f3c;Safari;'],
    ])
    expect(gapsOf(extracts)).toEqual([])
  })

  it('says where a resource fork or the rest was not read', async () => {
    expect(gapsOf(await readWith(appleDouble, appleDoubleOf({}, 287)))).toEqual(['unsupported_type'])
    const bytes = appleDoubleOf(attributes)
    expect(gapsOf(await readWith(appleDouble, bytes.subarray(0, 200)))).toContain('truncated')
  })

  it('gives the file itself where it is one with it', async () => {
    const start = Buffer.from('00051600000200000000000000000000000000000000000000010000000100000026000000', 'hex')
    const bytes = Buffer.concat([start, Buffer.from([7]), Buffer.from('content')])
    expect(await childrenOf(await readWith(appleDouble, bytes))).toEqual({ data: 'content' })
  })

  it('leaves nothing unread in an archive that a Mac made', async () => {
    const bytes = await makeZip({ 'a.txt': 'letter', '__MACOSX/._a.txt': appleDoubleOf(attributes) })
    expect(ledger(await examineBytes('a.zip', bytes))).toEqual([
      'a.zip full',
      'a.zip!/a.txt full',
      'a.zip!/__MACOSX/._a.txt full',
    ])
  })
})
