import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import type { ClipPicture } from './clip-picture.ts'
import { bareEnvironment } from './environment.ts'
import { type Answer, type ClipRequest, type Parcel, packed, type StillRequest, Unpacker } from './wire.ts'

/** What the decoder made of a clip. */
export interface Decoded {
  /** In no certain order; none where it does not know the codec. */
  readonly pictures: readonly ClipPicture[]
  /** How long the clip turned out to be; null where nobody knows. */
  readonly seconds: number | null
  /** What ended it before it was done: it took too long, crashed its process, or would have read too much. */
  readonly fault?: ItemError
}

/** Pixels of a frame's longer side. */
const longest = 1_920
/** Bytes that are handed over at a time, at most. */
const mostAtOnce = 64 * 2 ** 20
/** Seconds without a word after which the process counts as hanging. */
const silentSeconds = 10
/** Seconds that the process may take to come up. */
const startSeconds = 20

/** The decoder's process: one for each thread, started on first need, replaced when it broke. */
class Helper {
  readonly #child: ChildProcess
  readonly #unpacker = new Unpacker()
  #take: ((parcel: Parcel | undefined) => void) | undefined
  #isDead = false
  readonly ready: Promise<boolean>

  constructor(file: string) {
    this.#child = spawn(process.execPath, ['--max-old-space-size=512', file], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: bareEnvironment(),
      windowsHide: true,
    })
    this.#child.on('error', () => this.#end())
    this.#child.on('exit', () => this.#end())
    this.#child.stdin?.on('error', () => this.#end())
    this.#child.stdout?.on('data', (piece: Buffer) => this.#read(piece))
    this.ready = this.#next(startSeconds).then((parcel) => isReady(parcel?.head))
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /**
   * Decodes one clip, handing its bytes over as they are asked for. What took too long or crashed is gone then, with
   * the process; the pictures that came before it stay.
   */
  async decode(request: ClipRequest, reader: Reader, seconds: number): Promise<Decoded> {
    const until = performance.now() + 1_000 * seconds
    const pictures: ClipPicture[] = []
    this.#send(request, nothing)
    try {
      for (;;) {
        const left = Math.min(silentSeconds, (until - performance.now()) / 1_000)
        const { head, bytes } = await this.#answer(left)
        if (head.what === 'done') return { pictures, seconds: head.seconds }
        if (head.what === 'picture') keep(pictureOf(head, bytes), head.instead, pictures)
        else if (head.what === 'read') this.#send({ what: 'bytes' }, await this.#bytes(reader, head))
      }
    } catch (error) {
      // A fault of the input: what it cost is told beside what was seen.
      if (!(error instanceof ItemError)) throw error
      return { pictures, seconds: null, fault: error }
    }
  }

  /** A still as a JPEG; undefined where there is none in it. @throws ItemError as {@link Decoded.fault} */
  async still(request: StillRequest, bytes: Uint8Array, seconds: number): Promise<Uint8Array | undefined> {
    this.#send(request, bytes)
    let jpeg: Uint8Array | undefined
    for (;;) {
      const answer = await this.#answer(seconds)
      if (answer.head.what === 'done') return jpeg
      if (answer.head.what === 'still') jpeg = answer.bytes
    }
  }

  #send(head: unknown, bytes: Uint8Array): void {
    for (const piece of packed({ head, bytes })) this.#child.stdin?.write(piece)
  }

  /** A reader that fails leaves the process waiting for what will not come. */
  async #bytes(reader: Reader, { start, length }: { readonly start: number; readonly length: number }) {
    try {
      return await reader.read(start, Math.min(length, mostAtOnce))
    } catch (error) {
      this.kill()
      throw error
    }
  }

  async #answer(seconds: number): Promise<{ readonly head: Answer; readonly bytes: Uint8Array }> {
    const parcel = await this.#next(seconds)
    if (parcel) return { head: parcel.head as Answer, bytes: parcel.bytes }
    if (this.#isDead) throw new ItemError('crashed', 'the decoder of videos ended on it')
    this.kill()
    throw new ItemError('time_limit', 'the decoder of videos took too long')
  }

  kill(): void {
    this.#isDead = true
    this.#child.kill('SIGKILL')
  }

  /** The next parcel; undefined where the process ended or the time did. While it waits, the process keeps this one alive. */
  #next(seconds: number): Promise<Parcel | undefined> {
    const waiting = this.#waiting.shift()
    if (waiting || this.#isDead) return Promise.resolve(waiting)
    this.#hold(true)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#take?.(undefined), Math.max(0, 1_000 * seconds))
      this.#take = (parcel) => {
        clearTimeout(timer)
        this.#take = undefined
        this.#hold(false)
        resolve(parcel)
      }
    })
  }

  readonly #waiting: Parcel[] = []

  #read(piece: Uint8Array): void {
    for (const parcel of this.#parcels(piece)) {
      if (this.#take) this.#take(parcel)
      else this.#waiting.push(parcel)
    }
  }

  /** A process that was made to write something else is as good as crashed. */
  #parcels(piece: Uint8Array): readonly Parcel[] {
    try {
      return this.#unpacker.take(piece)
    } catch {
      // The only fault that there is: lengths or a head that no answer has. Its message says nothing more.
      this.kill()
      this.#end()
      return []
    }
  }

  #end(): void {
    this.#isDead = true
    this.#take?.(undefined)
  }

  #hold(isHeld: boolean): void {
    for (const part of [this.#child, this.#child.stdin, this.#child.stdout]) {
      if (part && 'ref' in part && typeof part.ref === 'function' && 'unref' in part) {
        if (isHeld) part.ref()
        else (part.unref as () => void)()
      }
    }
  }
}

function isReady(head: unknown): boolean {
  return (
    typeof head === 'object' &&
    head !== null &&
    'what' in head &&
    head.what === 'ready' &&
    'ok' in head &&
    head.ok === true
  )
}

const nothing = new Uint8Array()

function keep(picture: ClipPicture, instead: number | undefined, pictures: ClipPicture[]): void {
  const replaced = instead === undefined ? -1 : pictures.findIndex(({ at }) => at === instead)
  if (replaced >= 0) pictures.splice(replaced, 1)
  pictures.push(picture)
}

function pictureOf(head: Extract<Answer, { what: 'picture' }>, data: Uint8Array): ClipPicture {
  const [width, height] = head.whole
  return { at: head.at, picture: { width: head.width, height: head.height, data }, width, height }
}

let helper: Helper | undefined

let last: Promise<unknown> = Promise.resolve()

/** Works with the process, once it is up and whoever came before is done. */
function withProcess<T>(work: (process: Helper, isNative: boolean) => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    if (helper?.isDead) helper = undefined
    helper ??= new Helper(helperFile())
    const process = helper
    return work(process, await process.ready)
  })
  // Whoever comes next waits for the end, whatever it was.
  last = turn.catch(() => undefined)
  return turn
}

/** Whether this machine has a decoder of its own for H.264, HEVC, VP8, VP9 and AV1. Starts its process. */
export async function canDecode(): Promise<boolean> {
  return withProcess(async (_, isNative) => isNative)
}

/** Decodes frames of a clip in the decoder's process. One that crashed or hung is replaced at the next call. */
export async function decodeClip(
  clip: { readonly reader: Reader; readonly mediaType: string; readonly seconds: number | null },
  limits: Limits,
): Promise<Decoded> {
  const { reader, mediaType, seconds } = clip
  const request: ClipRequest = {
    what: 'clip',
    mediaType,
    size: reader.size,
    seconds,
    frames: limits.clipFrames,
    packets: limits.clipPackets,
    bytes: limits.clipBytes,
    pixels: limits.picturePixels,
    longest,
  }
  return withProcess((process) => process.decode(request, reader, limits.clipSeconds))
}

/**
 * The main picture of a HEIC or HEIF file as a JPEG, its longer side at most so long.
 * @returns undefined where there is none in it that can be decoded
 * @throws ItemError `time_limit` or `crashed`
 */
export function decodeHeic(bytes: Uint8Array, longest: number, limits: Limits): Promise<Uint8Array | undefined> {
  const request: StillRequest = { what: 'heic', pixels: limits.picturePixels, longest }
  return withProcess((process) => process.still(request, bytes, limits.clipSeconds))
}

/** Ends the decoder's process, if there is one: for tests, and for who wants its memory back. */
export function endDecoder(): void {
  helper?.kill()
  helper = undefined
}

/** A checkout runs the source as it is; a published package its build. */
function helperFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './decoder-process.ts' : './decoder-process.js'
  return fileURLToPath(new URL(name, import.meta.url))
}
