import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { parquet } from '../../../src/formats/tables/parquet.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

const people = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'id', data: [1, 2, 3], type: 'INT32' },
      { name: 'name', data: ['Jane Roe', 'Jim Doe', null], type: 'STRING', nullable: true },
      { name: 'big', data: [1n, 2n ** 62n, 3n], type: 'INT64' },
    ],
  }),
)

// The library may run on for long in pages that are damaged on purpose; the pool ends it there (docs/decisions/tables.md).
formatContract(parquet, [{ name: 'people', bytes: people, mediaType: 'application/vnd.apache.parquet' }], {
  damaged: 0,
})

describe('Parquet', () => {
  it('is read by rows', async () => {
    const found = await read(parquet, people)
    expect(found.gaps).toEqual([])
    expect(rowsOf(found)).toEqual([
      ['1', 'Jane Roe', '1'],
      ['2', 'Jim Doe', '4611686018427387904'],
      ['3', null, '3'],
    ])
  })

  it('is read in groups of rows', async () => {
    const data = Array.from({ length: 25_000 }, (_none, at) => `user${at}@example.org`)
    const bytes = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: 'mail', data, type: 'STRING' }], rowGroupSize: 1_000 }),
    )
    expect(rowsOf(await read(parquet, bytes)).map(([cell]) => cell)).toEqual(data)
  })

  it('says that its end is missing', async () => {
    await expect(read(parquet, people.subarray(0, people.length - 20))).rejects.toMatchObject({ code: 'truncated' })
  })
})
