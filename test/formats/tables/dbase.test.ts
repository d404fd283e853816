import { describe, expect, it } from 'vitest'
import { dbase } from '../../../src/formats/tables/dbase.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

type Column = readonly [name: string, type: string, length: number]

function table(columns: readonly Column[], rows: readonly string[], driver = 0): Buffer {
  const header = Buffer.alloc(32 + 32 * columns.length + 1)
  header.set([0x03, 119, 11, 3])
  header.writeUInt32LE(rows.length, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(
    columns.reduce((sum, [, , length]) => sum + length, 1),
    10,
  )
  header[29] = driver
  for (const [at, [name, type, length]] of columns.entries()) {
    header.write(name, 32 + 32 * at, 'latin1')
    header.write(type, 32 + 32 * at + 11, 'latin1')
    header[32 + 32 * at + 16] = length
  }
  header[header.length - 1] = 0x0d
  return Buffer.concat([header, Buffer.from(rows.join(''), 'latin1'), Buffer.from([0x1a])])
}

const columns: readonly Column[] = [
  ['NAME', 'C', 8],
  ['BORN', 'D', 8],
  ['N', 'N', 5],
  ['OK', 'L', 1],
]
const rows = [' Ren\xe9e   19840203 12.5T', '*Jim     19800101    7?']

formatContract(dbase, [{ name: 'people', bytes: table(columns, rows, 3), mediaType: 'application/x-dbf' }])

describe('dBASE', () => {
  it('is read by rows, deleted ones too', async () => {
    const found = await read(dbase, table(columns, rows, 3))
    expect(found.gaps).toEqual([])
    expect(rowsOf(found)).toEqual([
      ['Renée', '1984-02-03', '12.5', 'T'],
      ['Jim', '1980-01-01', '7', ''],
    ])
  })

  it('says that its memos lie elsewhere, and that rows are missing', async () => {
    expect((await read(dbase, table([['NOTE', 'M', 10]], [' 0000000001']))).gaps).toEqual(['unsupported_type'])
    const whole = table(columns, rows)
    await expect(read(dbase, whole.subarray(0, whole.length - 20))).rejects.toMatchObject({ code: 'truncated' })
  })
})
