import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { avro } from '../../../src/formats/tables/avro.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

function long(value: number): Buffer {
  const bytes: number[] = []
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  return Buffer.from([...bytes, rest])
}

const text = (value: string) => Buffer.concat([long(Buffer.byteLength(value)), Buffer.from(value)])
const sync = Buffer.alloc(16, 7)

function container(schema: unknown, rows: readonly Buffer[], codec = 'null'): Buffer {
  const data = Buffer.concat(rows)
  const packed = codec === 'deflate' ? deflateRawSync(data) : data
  return Buffer.concat([
    Buffer.from('Obj\x01'),
    long(2),
    text('avro.schema'),
    text(JSON.stringify(schema)),
    text('avro.codec'),
    text(codec),
    long(0),
    sync,
    long(rows.length),
    long(packed.length),
    packed,
    sync,
  ])
}

const schema = {
  type: 'record',
  name: 'a.Person',
  fields: [
    { name: 'name', type: 'string' },
    { name: 'born', type: { type: 'int', logicalType: 'date' } },
    { name: 'mail', type: ['null', 'string'] },
    { name: 'sex', type: { type: 'enum', name: 'Sex', symbols: ['F', 'M'] } },
    { name: 'tags', type: { type: 'array', items: 'string' } },
    { name: 'at', type: { type: 'record', name: 'At', fields: [{ name: 'zip', type: 'long' }] } },
  ],
}
const jane = Buffer.concat([
  text('Jane'),
  long(5_000),
  long(1),
  text('j@example.org'),
  long(0),
  long(2),
  text('a'),
  text('b'),
  long(0),
  long(-7),
])
const jim = Buffer.concat([text('Jim'), long(-1), long(0), long(1), long(0), long(12_345)])

formatContract(avro, [{ name: 'people', bytes: container(schema, [jane, jim]), mediaType: 'application/avro' }])

describe('Avro', () => {
  it.each(['null', 'deflate'])('is read by rows, with codec %s', async (codec) => {
    const found = await read(avro, container(schema, [jane, jim], codec))
    expect(found.gaps).toEqual([])
    expect(rowsOf(found)).toEqual([
      ['Jane', '1983-09-10', 'j@example.org', 'F', 'a\nb', '-7'],
      ['Jim', '1969-12-31', null, 'M', null, '12345'],
    ])
  })

  it('says which way of packing it does not read', async () => {
    await expect(read(avro, container(schema, [jane], 'xz'))).rejects.toMatchObject({ code: 'unsupported_type' })
  })

  it('ends at a schema that runs in circles, and at rows of nothing', async () => {
    const circle = { type: 'record', name: 'R', fields: [{ name: 'r', type: 'R' }] }
    await expect(read(avro, container(circle, [jane]))).rejects.toMatchObject({ code: 'malformed' })
    const nothing = Buffer.concat([
      Buffer.from('Obj\x01'),
      long(1),
      text('avro.schema'),
      text('"null"'),
      long(0),
      sync,
      long(2 ** 50),
      long(0),
      sync,
    ])
    await expect(read(avro, nothing)).rejects.toMatchObject({ code: 'too_many' })
  })
})
