// A process of its own: what takes clips apart and decodes them reads hostile bytes, partly in native code, and when it
// crashes or hangs that must cost one clip, not the scan. It reads from its standard input and writes to its standard
// output, and touches nothing else.
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { framesOf } from './frames.ts'
import { jpegOfHeic } from './heic.ts'
import { hasNativeDecoder } from './native.ts'
import { type Answer, type ClipRequest, packed, type Question, type StillRequest, Unpacker } from './wire.ts'

// What a library prints would stand in the pipe between two answers.
for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) console[level] = () => {}

/** Done once the pipe has taken all of it: what is still held here when the process hangs is lost. */
function answer(head: Answer, bytes: Uint8Array = new Uint8Array()): Promise<void> {
  const whole = Buffer.concat(packed({ head, bytes }))
  return new Promise((resolve) => process.stdout.write(whole, () => resolve()))
}

let take: ((bytes: Uint8Array) => void) | undefined

/** The clip's bytes, asked for through the pipe one stretch at a time. */
function pipedReader(size: number, most: number): Reader {
  let left = most
  let last: Promise<unknown> = Promise.resolve()
  const ask = (start: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve) => {
      take = resolve
      void answer({ what: 'read', start, length })
    })
  return {
    size,
    read(start, length) {
      const bounded = Math.max(0, Math.min(length, size - start))
      left -= bounded
      if (left < 0) throw new ItemError('too_large', 'too many bytes would be read for the frames of a clip')
      if (bounded === 0) return Promise.resolve(new Uint8Array())
      const answered = last.then(() => ask(start, bounded))
      last = answered
      return answered
    },
  }
}

async function serve(request: ClipRequest): Promise<void> {
  let seconds: number | null = null
  try {
    seconds = await framesOf(
      pipedReader(request.size, request.bytes),
      request,
      ({ at, picture, width, height }, instead) => {
        const whole = [width, height] as const
        return answer(
          {
            what: 'picture',
            at,
            width: picture.width,
            height: picture.height,
            whole,
            ...(instead === undefined ? {} : { instead }),
          },
          picture.data,
        )
      },
    )
  } catch {
    // What decoders throw may quote what they read: the frames that came before it are all that is told.
  }
  await answer({ what: 'done', seconds })
}

async function serveStill(request: StillRequest, bytes: Uint8Array): Promise<void> {
  try {
    const jpeg = await jpegOfHeic(bytes, request)
    if (jpeg) await answer({ what: 'still' }, jpeg)
  } catch {
    // As above: no picture is all that is told.
  }
  await answer({ what: 'done', seconds: null })
}

const unpacker = new Unpacker()
let queue = Promise.resolve()
process.stdin.on('data', (piece: Buffer) => {
  for (const { head, bytes } of unpacker.take(piece)) {
    const question = head as Question
    if (question.what === 'clip') queue = queue.then(() => serve(question))
    else if (question.what === 'heic') queue = queue.then(() => serveStill(question, bytes))
    else take?.(bytes)
  }
})
// The process that asked is gone, or wants no more.
process.stdin.on('end', () => process.exit(0))
process.stdout.on('error', () => process.exit(0))
void answer({ what: 'ready', ok: hasNativeDecoder() })
