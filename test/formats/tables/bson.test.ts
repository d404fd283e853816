import { describe, expect, it } from 'vitest'
import { bson } from '../../../src/formats/tables/bson.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

type Member = readonly [type: number, name: string, value: Buffer]

function document(...members: readonly Member[]): Buffer {
  const body = Buffer.concat(
    members.map(([type, name, value]) => Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value])),
  )
  const length = Buffer.alloc(4)
  length.writeInt32LE(body.length + 5)
  return Buffer.concat([length, body, Buffer.from([0])])
}

const int = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}
const big = (value: bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(value)
  return bytes
}
const text = (value: string) => Buffer.concat([int(Buffer.byteLength(value) + 1), Buffer.from(`${value}\0`)])

const jane = document(
  [7, '_id', Buffer.from('0123456789abcdef01234567', 'hex')],
  [2, 'name', text('Jane Roé')],
  [9, 'born', big(BigInt(Date.UTC(1984, 1, 3)))],
  [3, 'at', document([2, 'city', text('Köln')])],
  [4, 'tags', document([2, '0', text('a')], [16, '1', int(7)])],
  [8, 'active', Buffer.from([1])],
  [18, 'big', big(2n ** 62n)],
  [5, 'photo', Buffer.concat([int(3), Buffer.from([0, 0, 1, 2])])],
)
const jim = document([2, 'name', text('Jim')], [10, 'born', Buffer.alloc(0)])

formatContract(bson, [{ name: 'a collection', bytes: Buffer.concat([jane, jim]), mediaType: 'application/bson' }])

describe('BSON', () => {
  it('is read by rows', async () => {
    const found = await read(bson, Buffer.concat([jane, jim]))
    expect(found.gaps).toEqual([])
    expect(rowsOf(found)).toEqual([
      [
        '0123456789abcdef01234567',
        'Jane Roé',
        '1984-02-03',
        'Köln',
        'a\n7',
        'true',
        '4611686018427387904',
        '<3 bytes>',
      ],
      [null, 'Jim'],
    ])
  })

  it('gives the rows before a fault', async () => {
    await expect(read(bson, Buffer.concat([jane, jim.subarray(0, 9)]))).rejects.toMatchObject({ code: 'truncated' })
  })

  it('is not what only begins like it', async () => {
    expect(
      (await read(bson, Buffer.from('\x20\0\0\0\x02a\0\x05\0\0\0x'.padEnd(32, '\0'), 'latin1'))).mediaType,
    ).toBeUndefined()
  })
})
