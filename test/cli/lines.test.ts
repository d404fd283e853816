import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/answers.ts'
import { linesOf } from '../../src/cli/lines.ts'

async function linesFrom(pieces: readonly Buffer[]): Promise<Line[]> {
  const lines: Line[] = []
  for await (const some of linesOf(inOrder(pieces))) lines.push(...some)
  return lines
}

async function* inOrder(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}

describe('lines of bytes', () => {
  test('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ').replace(/^\uFEFF/, ''))),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (texts, cuts) => {
          const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''))
          const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
          const pieces = places.slice(1).map((end, at) => bytes.subarray(places[at], end))
          expect(await linesFrom(pieces)).toEqual(texts.map((text, at) => ({ number: at + 1, text })))
        },
      ),
    )
  })

  test('end in line feeds alone: JSON may hold other marks as they stand', async () => {
    const text = '{"a":"\u2028\u2029\u0085\v\f"}\r'
    expect(await linesFrom([Buffer.from(`${text}\n`)])).toEqual([{ number: 1, text }])
  })

  test('a last line needs no end, and a byte order mark is no part of the first', async () => {
    expect(await linesFrom([Buffer.from('\uFEFFa\n\nb')])).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '' },
      { number: 3, text: 'b' },
    ])
    expect(await linesFrom([])).toEqual([])
  })

  test('come as soon as they are complete, all of one piece together', async () => {
    const batches: string[][] = []
    for await (const lines of linesOf(inOrder(['a\nb\nc', 'd\n', 'e'].map((text) => Buffer.from(text)))))
      batches.push(lines.map(({ text }) => text))
    expect(batches).toEqual([['a', 'b'], ['cd'], ['e']])
  })
})
