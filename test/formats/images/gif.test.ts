import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { gif } from '../../../src/formats/images/gif.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { iccProfile, join, readPicture, xmpPacket } from '../../support/picture-builder.ts'

const head = join('GIF89a', [40, 0, 30, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255])
const frame = join([0x2c, 0, 0, 0, 0, 40, 0, 30, 0, 0], [2, 3, 0x4c, 0x0a, 0, 0])
const blocks = (bytes: Uint8Array) => {
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255)
    parts.push(join([part.length], part))
  }
  return join(...parts, [0])
}
const comment = (text: string) => join([0x21, 0xfe], blocks(Buffer.from(text)))
// The packet is followed by bytes that lead a reader of sub-blocks to its end, wherever it comes out.
const magic = Uint8Array.from({ length: 257 }, (_, index) => (index === 0 ? 1 : 256 - index))
const xmp = join(
  [0x21, 0xff, 11],
  'XMP DataXMP',
  Buffer.from(xmpPacket('<photoshop:City>Köln</photoshop:City>')),
  magic,
  [0],
)
const profile = join([0x21, 0xff, 11], 'ICCRGBG1012', blocks(iccProfile('Made-up RGB')))
const remark = `a remark of more than one block ${'.'.repeat(400)}`
const full = join(head, comment(remark), xmp, profile, frame, [0x3b])

formatContract(gif, [{ name: 'comment, XMP and ICC', bytes: full, mediaType: 'image/gif' }])

describe('gif', () => {
  it('reads comments, XMP and ICC', async () => {
    const { tags, size, gap, flags, entry } = await readPicture(gif, full)
    expect(tags).toEqual({ Comment: [remark], City: ['Köln'], ProfileDescription: ['Made-up RGB'] })
    expect(entry('Comment')).toMatchObject({ personal: true })
    expect(size).toEqual([40, 30])
    expect(flags).toEqual({})
    expect(gap).toBeUndefined()
  })

  it.each<[string, Uint8Array, string | undefined, Record<string, string>]>([
    ['an animation', join(head, frame, frame, frame, [0x3b]), undefined, { animated: '3 frames' }],
    ['bytes behind the end', join(full, 'behind'), undefined, { trailing_data: '6 bytes' }],
    ['no end mark', join(head, frame), 'truncated', {}],
    ['cut inside a frame', full.subarray(0, -4), 'truncated', {}],
    ['a block of no kind', join(head, frame, [0x99], frame, [0x3b]), 'malformed', {}],
  ])('%s', async (_, bytes, gap, flags) => {
    const reading = await readPicture(gif, bytes)
    expect({ gap: reading.gap, flags: reading.flags, size: reading.size }).toEqual({ gap, flags, size: [40, 30] })
  })

  it('reads what sharp writes', async () => {
    const bytes = await sharp({ create: { width: 20, height: 9, channels: 3, background: '#456' } })
      .gif()
      .toBuffer()
    const { size, gap } = await readPicture(gif, bytes)
    expect({ size, gap }).toEqual({ size: [20, 9], gap: undefined })
  })
})
