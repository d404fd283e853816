import { describe, expect, it } from 'vitest'
import { nifti } from '../../src/formats/nifti.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { dicomFile, patient } from './dicom/builder.ts'
import { read } from './reading.ts'

interface Extension {
  readonly code: number
  readonly content: Uint8Array
}

function volume(version: 1 | 2, isLittle = true, extensions: readonly Extension[] = []): Buffer {
  const header = Buffer.alloc(version === 1 ? 348 : 540)
  const number = (bytes: Buffer, value: number, at: number) =>
    isLittle ? bytes.writeInt32LE(value, at) : bytes.writeInt32BE(value, at)
  number(header, header.length, 0)
  header.write(version === 1 ? 'n+1\0' : 'n+2\0\r\n\x1a\n', version === 1 ? 344 : 4, 'latin1')
  header.write('scan of Jane Roe', version === 1 ? 148 : 240, 'latin1')
  if (version === 1) header.write('ROE_JANE', 14, 'latin1')
  for (const [at, size] of [3, 64, 48, 20].entries())
    if (version === 2) header.writeBigInt64LE(BigInt(size), 16 + 8 * at)
    else if (isLittle) header.writeInt16LE(size, 40 + 2 * at)
    else header.writeInt16BE(size, 40 + 2 * at)
  const parts = extensions.map(({ code, content }) => {
    const part = Buffer.alloc(Math.ceil((content.length + 8) / 16) * 16)
    number(part, part.length, 0)
    number(part, code, 4)
    part.set(content, 8)
    return part
  })
  return Buffer.concat([header, Buffer.from([extensions.length > 0 ? 1 : 0, 0, 0, 0]), ...parts, Buffer.alloc(64, 9)])
}

const comment = { code: 6, content: Buffer.from('patient: Jane Roe, born 1961-02-04') }
const wrapped = { code: 2, content: dicomFile(patient) }
const mediaType = 'application/x-nifti'

formatContract(nifti, [
  { name: 'version 1', bytes: volume(1, true, [comment, wrapped]), mediaType },
  { name: 'version 1, big endian', bytes: volume(1, false, [comment]), mediaType },
  { name: 'version 2', bytes: volume(2), mediaType },
])

describe('NIfTI', () => {
  it.each([
    ['version 1', volume(1, true, [comment])],
    ['version 1, big endian', volume(1, false, [comment])],
    ['version 2', volume(2, true, [comment])],
  ])('tells what the header of %s and its extensions say', async (_, bytes) => {
    const { extracts, text, gaps } = await read(nifti, bytes)
    expect(extracts).toContainEqual({
      what: 'metadata',
      name: 'Description',
      value: 'scan of Jane Roe',
      personal: true,
    })
    expect(extracts).toContainEqual({ what: 'picture', frameAt: null, width: 64, height: 48 })
    expect(text.comments).toBe('patient: Jane Roe, born 1961-02-04')
    expect(gaps).toEqual(['unsupported_type'])
  })

  it('gives a DICOM data set in an extension as an item', async () => {
    const { extracts } = await read(nifti, volume(1, true, [wrapped]))
    const [child] = extracts.filter((one) => one.what === 'child')
    expect(child?.name).toBe('extension 1.dcm')
    const bytes = Buffer.from((await child?.reader.read(0, wrapped.content.length)) ?? [])
    expect(bytes).toEqual(wrapped.content)
  })
})
