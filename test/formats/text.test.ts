import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reader } from '../../src/core/reader.ts'
import { text } from '../../src/formats/text.ts'
import { codePoints } from '../../src/formats/text-stream.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { encode } from './charset-encoders.ts'
import { read, readFrom, segmentsOf } from './reading.ts'

const mediaType = 'text/plain'
const note = 'Dear Ms Roe,\nthe appointment is on 3 March at half past nine.\nKind regards\n'
const key = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

formatContract(
  text,
  [
    { name: 'a note', bytes: Buffer.from(note.repeat(3)), mediaType },
    { name: 'a note in UTF-16', bytes: Buffer.from(`\uFEFF${note}`, 'utf16le'), mediaType },
    {
      name: 'a note in windows-1256',
      bytes: encode('المريضة من مواليد القاهرة حضرت إلى العيادة', 'windows-1256'),
      mediaType,
    },
    { name: 'a certificate', bytes: Buffer.from(key), mediaType: 'application/x-pem-file' },
  ],
  { streamed: true, acceptsNoise: true },
)

/** A reader over a long text that is never in memory as a whole. */
function repeated(unit: string, times: number): Reader & { largest: number } {
  const piece = Buffer.from(unit)
  return {
    size: piece.length * times,
    largest: 0,
    async read(start, length) {
      this.largest = Math.max(this.largest, length)
      const end = Math.min(this.size, start + length)
      const bytes = Buffer.alloc(Math.max(0, end - start))
      const shift = start % piece.length
      for (let at = -shift; at < bytes.length; at += piece.length) {
        piece.copy(bytes, Math.max(0, at), Math.max(0, -at))
      }
      return bytes
    },
  }
}

describe('text in segments', () => {
  it('is cut behind line ends, never within a character, and put together again is the text', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((given) => given.replaceAll(/[\p{Cc}\uFEFF]/gu, '.'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 50 }),
        async (lines, size) => {
          const whole = `a${lines.join('\n')}`
          const { extracts } = await read(text, whole, { segmentCharacters: size })
          const segments = segmentsOf(extracts)
          expect(segments.map((segment) => segment.text).join('')).toBe(whole)
          let offset = 0
          for (const segment of segments) {
            expect(segment.text.length).toBeLessThanOrEqual(size)
            expect(segment.text.isWellFormed()).toBe(true)
            expect(segment.place).toEqual({ unit: 'text', offset })
            offset += codePoints(segment.text)
          }
        },
      ),
    )
  })

  it('cuts a line without end', async () => {
    const { extracts } = await read(text, 'x'.repeat(1_000), { segmentCharacters: 300 })
    expect(segmentsOf(extracts).map((segment) => segment.text.length)).toEqual([300, 300, 300, 100])
  })

  it('reads a large file piece by piece, in segments of the limit', async () => {
    const line = 'Jane Roe, née à Besançon, jane@example.org 😀\n'
    const reader = repeated(line, 600_000)
    const { extracts, gaps } = await readFrom(text, reader)
    const segments = segmentsOf(extracts)
    expect(gaps).toEqual([])
    expect(reader.size).toBeGreaterThan(24 * 2 ** 20)
    expect(reader.largest).toBeLessThanOrEqual(2 ** 20)
    expect(segments.every((segment) => segment.text.endsWith(line) && segment.text.length <= 2 ** 20)).toBe(true)
    const last = segments.at(-1)
    expect((last?.place.offset ?? 0) + codePoints(last?.text ?? '')).toBe(600_000 * codePoints(line))
  })

  it('takes the charset from where it shows, far behind an ASCII beginning', async () => {
    const beginning = 'plain line\n'.repeat(200_000)
    const bytes = Buffer.concat([Buffer.from(beginning), encode('née à Besançon, opérée\n', 'windows-1252')])
    const { extracts } = await read(text, bytes)
    expect(segmentsOf(extracts).at(-1)?.text).toMatch(/\nnée à Besançon, opérée\n$/)
  })

  it('says so where something else than text follows', async () => {
    const noise = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31 + (at >> 3)) % 256)
    const { text: read_, gaps } = await read(text, Buffer.concat([Buffer.from(note.repeat(1_000)), noise]))
    expect(read_.text?.startsWith(note)).toBe(true)
    expect(gaps).toEqual(['malformed'])
  })

  it('gives the lines of old Macintosh texts as lines', async () => {
    expect((await read(text, 'Name: Jane\rBorn: 1984\r')).text).toEqual({ text: 'Name: Jane\nBorn: 1984\n' })
  })

  it('leaves line ends of two characters as they are', async () => {
    expect((await read(text, 'Name: Jane\r\nBorn: 1984\r\n')).text).toEqual({ text: 'Name: Jane\r\nBorn: 1984\r\n' })
  })
})

describe('what plain reading leaves unread', () => {
  const data = 'QUJD'.repeat(400)

  it.each([
    ['an embedded picture', `see data:image/png;base64,${data} here`, 'unsupported_type'],
    ['an attachment in uuencoding', 'hello\nbegin 644 a.txt\n#0V%T\n`\nend\n', 'unsupported_type'],
    ['an encrypted message', 'hello\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n', 'encrypted'],
    ['a page description', '%!PS-Adobe-3.0\n(Hello) show\n', 'unsupported_type'],
  ])('is named: %s', async (_name, content, cause) => {
    expect((await read(text, content)).gaps).toEqual([cause])
  })

  it('is named also where a piece ends in the middle of it', async () => {
    const filler = 'x'.repeat(2 ** 20 - 200)
    expect((await read(text, `${filler};base64,${data}`)).gaps).toEqual(['unsupported_type'])
  })

  it('is nothing in a text that only speaks of it', async () => {
    expect((await read(text, 'write data:image/png;base64,AAAA and "begin 644"\n')).gaps).toEqual([])
  })
})
