import { spawn } from 'node:child_process'
import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import type { ClipPicture } from './clip-picture.ts'
import { bareEnvironment } from './environment.ts'
import { streamable } from './streamable.ts'

/** The demuxer for each media type: named, so that ffmpeg never guesses at a playlist that names other files. */
const demuxers: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/x-matroska': 'matroska',
  'video/webm': 'matroska',
  'video/x-msvideo': 'avi',
  'video/x-ms-asf': 'asf',
  'video/x-flv': 'flv',
  'video/mpeg': 'mpeg',
  'video/mp2t': 'mpegts',
}
/** Pixels of the longer side. */
const longest = 1_920
/** Bytes that are handed over at a time. */
const pieceBytes = 2 ** 20
/** Bytes of the log that are kept: it holds the times. */
const logBytes = 2 ** 20
/** Bytes of one picture: {@link longest} squared, three bytes each, with its head. */
const pictureBytes = longest * longest * 3 + 64

let known: Promise<boolean> | undefined

/** Whether there is an `ffmpeg` on the path. Asked once a thread. */
export function hasFfmpeg(): Promise<boolean> {
  known ??= new Promise((resolve) => {
    const child = spawn('ffmpeg', ['-version'], { stdio: 'ignore', env: bareEnvironment(), windowsHide: true })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
  return known
}

/** What is decoded with ffmpeg. */
export interface FfmpegClip {
  readonly reader: Reader
  readonly mediaType: string
  /** How long the clip is; null where nobody knows. */
  readonly seconds: number | null
}

/**
 * Pictures spread over a clip by `ffmpeg`, in a process of its own that gets the bytes through a pipe and no name: one
 * thread, no network, no other file, an end to time and to bytes.
 * @returns undefined where there is no ffmpeg, or it can't read the clip in time
 */
export async function decodeWithFfmpeg(clip: FfmpegClip, limits: Limits): Promise<readonly ClipPicture[] | undefined> {
  const demuxer = await demuxerFor(clip)
  if (demuxer === undefined || !(await hasFfmpeg())) return undefined
  const step = clip.seconds === null ? 1 : clip.seconds / limits.clipFrames
  const run = new Run(argumentsFor(demuxer, step, limits.clipFrames))
  try {
    await run.feed(streamable(clip.reader, clip.mediaType, limits.clipBytes), limits.clipSeconds)
    const pictures = run.pictures()
    return pictures.length > 0 ? pictures : undefined
  } finally {
    run.end()
  }
}

/** Of MPEG there are streams of pictures alone, which are told by their first code. */
async function demuxerFor({ reader, mediaType }: FfmpegClip): Promise<string | undefined> {
  const isBare = mediaType === 'video/mpeg' && (await reader.read(3, 1))[0] === 0xb3
  return isBare ? 'mpegvideo' : demuxers[mediaType]
}

/** Fixed words and numbers alone: nothing of the clip is in them. */
function argumentsFor(demuxer: string, step: number, frames: number): readonly string[] {
  const chosen = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${step.toFixed(3)})'`
  const small = `scale=w='min(${longest},iw)':h='min(${longest},ih)':force_original_aspect_ratio=decrease`
  return [
    ...['-hide_banner', '-nostats', '-nostdin', '-loglevel', 'info', '-threads', '1', '-max_alloc', String(2 ** 28)],
    ...['-protocol_whitelist', 'pipe', '-f', demuxer, '-i', 'pipe:0', '-map', '0:v:0', '-an', '-sn', '-dn'],
    ...['-vf', `${chosen},showinfo,${small},format=rgb24`, '-vsync', 'passthrough', '-frames:v', String(frames)],
    ...['-c:v', 'ppm', '-f', 'image2pipe', 'pipe:1'],
  ]
}

/** One run of the program. */
class Run {
  readonly #child
  readonly #pieces: Uint8Array[] = []
  #length = 0
  #log = ''
  #isOver = false
  readonly #over: Promise<void>

  constructor(words: readonly string[]) {
    this.#child = spawn('ffmpeg', words, { stdio: 'pipe', env: bareEnvironment(), windowsHide: true })
    this.#child.stdout.on('data', (piece: Buffer) => this.#keep(piece))
    this.#child.stderr.on('data', (piece: Buffer) => {
      if (this.#log.length < logBytes) this.#log += piece.toString('latin1')
    })
    // It closes its input once it has enough: what is left to hand over is of no use.
    this.#child.stdin.on('error', () => this.#child.stdin.destroy())
    this.#over = new Promise((resolve) => {
      const end = () => {
        this.#isOver = true
        resolve()
      }
      this.#child.on('error', end)
      this.#child.on('close', end)
    })
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.#length <= 8 * pictureBytes) this.#pieces.push(piece)
    else this.end()
  }

  /** Hands the bytes over and waits for the end, which is here once the time is out. */
  async feed(bytes: AsyncIterable<Uint8Array>, seconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), 1_000 * seconds)
    })
    const done = Promise.all([this.#write(bytes), this.#over]).then(() => true)
    const isDone = await Promise.race([done, late])
    clearTimeout(timer)
    if (isDone) return
    this.end()
    await done
  }

  async #write(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const { stdin } = this.#child
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; at += pieceBytes) {
        if (this.#isOver || stdin.destroyed) return
        if (!stdin.write(piece.subarray(at, at + pieceBytes))) await this.#drained()
      }
    }
    stdin.end()
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.stdin.once('drain', resolve)
      this.#child.stdin.once('close', resolve)
      void this.#over.then(resolve)
    })
  }

  end(): void {
    if (!this.#isOver) this.#child.kill('SIGKILL')
  }

  /** The pictures that came out, with the times that the log gives them. */
  pictures(): readonly ClipPicture[] {
    const times = [...this.#log.matchAll(/ pts_time: {0,10}(-?\d{1,9}(?:\.\d{1,9})?)/g)].map((match) =>
      Number(match[1]),
    )
    const all = Buffer.concat(this.#pieces)
    const pictures: ClipPicture[] = []
    for (let at = 0; at < all.length; ) {
      const head = /^P6\n(\d{1,5}) (\d{1,5})\n255\n/.exec(all.toString('latin1', at, at + 32))
      const [width, height] = [Number(head?.[1]), Number(head?.[2])]
      const start = at + (head?.[0].length ?? 0)
      const end = start + width * height * 3
      if (!head || end > all.length) break
      const data = all.subarray(start, end)
      pictures.push({ at: times[pictures.length] ?? 0, picture: { width, height, data }, width, height })
      at = end
    }
    return pictures
  }
}
