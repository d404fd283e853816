import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as yauzl from 'yauzl'
import { deflateRaw } from '../../data-samples/generate/deflate.ts'
import { makeZip } from '../../data-samples/generate/zip.ts'

describe('deflateRaw', () => {
  it('is undone by zlib, whatever the bytes', () => {
    const repeated = fc
      .tuple(fc.uint8Array({ maxLength: 60 }), fc.nat(40))
      .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), repeated), (bytes) => {
        expect(inflateRawSync(deflateRaw(bytes)).equals(bytes)).toBe(true)
      }),
    )
  })

  it('reaches back as far as the format lets it, and no further', () => {
    const far = Buffer.concat([Buffer.from('needle'), Buffer.alloc(32_768, 7), Buffer.from('needle')])
    expect(inflateRawSync(deflateRaw(far)).equals(far)).toBe(true)
    expect(deflateRaw(Buffer.alloc(100_000)).length).toBeLessThan(1_000)
  })
})

describe('makeZip', () => {
  it('is read by a program that did not write it', async () => {
    const members = [
      { name: 'é/a.txt', bytes: Buffer.from('clinique '.repeat(50)) },
      { name: 'b.bin', bytes: Buffer.from([1, 2, 3]), stored: true },
      { name: 'empty', bytes: Buffer.alloc(0) },
    ]
    expect(await read(makeZip(members))).toEqual(members.map(({ name, bytes }) => [name, bytes.toString('hex')]))
  })

  it('marks locked members as locked', async () => {
    const zip = await yauzl.fromBufferPromise(
      Buffer.from(makeZip([{ name: 'a', bytes: Buffer.from('secret') }], 'word')),
    )
    for await (const entry of zip.eachEntry()) expect(entry.isEncrypted()).toBe(true)
    expect(zip.entryCount).toBe(1)
  })
})

async function read(bytes: Uint8Array): Promise<string[][]> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  const members: string[][] = []
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    members.push([entry.fileName, Buffer.concat(chunks).toString('hex')])
  }
  return members
}
