import type { Extract, MetadataEntry } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { type CoverageCause, ItemError } from '../../core/problem.ts'
import { type Nature, natureOf } from './personal.ts'
import { isoTime, withOffset } from './times.ts'

/**
 * How much a place in the file has to say about a tag. EXIF proper wins over IPTC and XMP, these over maker notes, and
 * an embedded preview says least.
 */
export type Rank = 0 | 1 | 2 | 3
export const ranks = Object.freeze({ exif: 0, packet: 1, maker: 2, inner: 3 }) satisfies Record<string, Rank>

interface Told {
  readonly rank: Rank
  readonly values: Map<string, Nature>
}

/** What is gathered of one picture, in the order in which it is met. Made for one item and dropped with it. */
export class Notes {
  readonly limits: Limits
  readonly #tags = new Map<string, Told[]>()
  readonly #flags = new Map<string, string | undefined>()
  #size: { readonly width: number; readonly height: number } | undefined
  #fault: { readonly cause: CoverageCause; readonly message: string } | undefined
  #count = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  /**
   * Notes a value under ExifTool's name for it; what is blank is not noted. One place may note several (keywords).
   * @param nature where something else than the name tells how personal it is
   */
  tag(name: string, value: string, rank: Rank, nature?: Nature): void {
    const trimmed = tidy(value, this.limits.metadataCharacters)
    const text = timeNames.test(name) ? isoTime(trimmed).slice(0, this.limits.metadataCharacters) : trimmed
    if (text === '') return
    const told = this.#tags.get(name) ?? []
    const same = told.find((known) => known.rank === rank)
    if (same?.values.has(text)) return
    if (this.#count >= this.limits.metadata) {
      this.fault('too_many', `more than ${this.limits.metadata} metadata entries`)
      return
    }
    this.#count += 1
    if (told.length === 0) this.#tags.set(name, told)
    const known = nature ?? natureOf(name, text)
    if (same) same.values.set(text, known)
    else told.push({ rank, values: new Map([[text, known]]) })
  }

  /** The first value from the place that has most to say. */
  value(name: string): string | undefined {
    const [first] = this.best(name)?.values.keys() ?? []
    return first
  }

  private best(name: string): Told | undefined {
    return this.#tags.get(name)?.reduce((best, told) => (told.rank < best.rank ? told : best))
  }

  /** Width and height as stored, before orientation; the first that is told counts. Nothing without an area. */
  size(width: number, height: number): void {
    if (width > 0 && height > 0) this.#size ??= { width, height }
  }

  get hasSize(): boolean {
    return this.#size !== undefined
  }

  flag(name: string, detail?: string): void {
    if (this.#flags.get(name) === undefined) this.#flags.set(name, detail)
  }

  hasFlag(name: string): boolean {
    return this.#flags.has(name)
  }

  /** The first fault is the one that is told. */
  fault(cause: CoverageCause, message: string): void {
    this.#fault ??= { cause, message }
  }

  /**
   * Everything gathered, and the fault as a gap.
   * @param withGap false where the caller throws what ended the walk
   * @throws ItemError the fault, where there is nothing else to tell
   */
  *extracts(withGap = true): Generator<Extract> {
    this.compose()
    if (withGap && this.#fault && !this.#size && this.#tags.size === 0)
      throw new ItemError(this.#fault.cause, this.#fault.message)
    if (this.#size) yield { what: 'picture', frameAt: null, ...this.#size }
    for (const name of this.#tags.keys()) yield* this.entries(name)
    for (const [name, detail] of this.#flags) yield { what: 'flag', name, ...(detail === undefined ? {} : { detail }) }
    if (withGap && this.#fault) yield { what: 'gap', ...this.#fault }
  }

  /** Best last, so that who keeps one value a name keeps the best. Weaker places are told only where they are personal. */
  private *entries(name: string): Generator<MetadataEntry> {
    const best = this.best(name)
    if (!best) return
    const weaker = (this.#tags.get(name) ?? []).filter((told) => told !== best).sort((a, b) => b.rank - a.rank)
    const seen = new Set(best.values.keys())
    for (const [value, nature] of weaker.flatMap((told) => [...told.values])) {
      if (!nature.personal || seen.has(value) || name.startsWith('GPS')) continue
      seen.add(value)
      yield { what: 'metadata', name, value, ...nature }
    }
    const zone = best.rank === ranks.exif ? this.value(zoneTags[name] ?? '') : undefined
    for (const [value, nature] of best.values) {
      yield { what: 'metadata', name, value: withOffset(value, zone), ...nature }
    }
  }

  /** What is put together of several tags: one position, one time in UTC. */
  private compose(): void {
    const latitude = this.value('GPSLatitude')
    const longitude = this.value('GPSLongitude')
    if (isPosition(latitude, longitude)) {
      this.tag('GPSPosition', `${latitude}, ${longitude}`, ranks.exif)
      this.flag('gps')
    }
    const date = this.value('GPSDateStamp')
    const clock = this.value('GPSTimeStamp')
    if (date?.length === 10 && clock !== undefined) this.tag('GPSDateTime', `${date}T${clock}Z`, ranks.exif)
  }
}

const zoneTags: Readonly<Record<string, string>> = {
  ModifyDate: 'OffsetTime',
  DateTimeOriginal: 'OffsetTimeOriginal',
  CreateDate: 'OffsetTimeDigitized',
}

/** On the globe, and not the 0, 0 that a receiver without reception writes. */
function isPosition(latitude: string | undefined, longitude: string | undefined): boolean {
  const [north, east] = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)]
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north !== 0 || east !== 0)
}

/** Ages are written like dates: only the name tells that a value is a time. */
const timeNames = /Date|Time/

/** Trims blanks and NULs at both ends and cuts to `limit` characters; always well-formed. */
function tidy(value: string, limit: number): string {
  const bare = value.replace(/^[\0\s]+/, '')
  let end = bare.length
  while (end > 0 && isBlank(bare.charCodeAt(end - 1))) end -= 1
  return bare.slice(0, Math.min(end, limit)).toWellFormed()
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff
}
