import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { hasAt, latin1 } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { type Element, elementsIn, float, text, whole } from './ebml.ts'
import { notePosition } from './position.ts'
import { type ClipFacts, noteDuration, numberText, readClip } from './read-clip.ts'
import { natureOfKey, tagName } from './tag-names.ts'

/** Element IDs (RFC 9559). */
const id = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekAt: 0x53ac,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  title: 0x7ba9,
  muxer: 0x4d80,
  writer: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  trackName: 0x536e,
  codec: 0x86,
  pictureTime: 0x23e383,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  projection: 0x7670,
  projectionType: 0x7671,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  tag: 0x7373,
  simple: 0x67c8,
  tagName: 0x45a3,
  tagText: 0x4487,
} as const
const rank = ranks.exif
/** Bytes of one value that are read. */
const valueBytes = 64 * 2 ** 10
/** Nanoseconds from 1970 to 2001, from where Matroska counts, in seconds. */
const epoch = 978_307_200

/** Matroska and WebM (RFC 9559). */
export const matroska: Format = Object.freeze({
  id: 'matroska',
  title: 'Matroska and WebM videos',
  medium: 'video',
  mediaTypes: { 'video/x-matroska': ['mkv', 'mk3d', 'mks'], 'video/webm': ['webm'] },
  recognizes({ bytes }) {
    if (!hasAt(bytes, 0, '\x1a\x45\xdf\xa3')) return undefined
    const head = latin1(bytes, 0, 4_096)
    return head.includes('webm') ? 'video/webm' : head.includes('matroska') ? 'video/x-matroska' : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkMatroska)
  },
} satisfies Format)

/** What is known of the file so far. */
interface State {
  seconds: number | undefined
  tracks: number
  pictures: number
  /** Elements that have been read, by their place. */
  readonly read: Set<number>
}

async function walkMatroska(reader: Reader, notes: Notes, budget: BlockBudget): Promise<ClipFacts> {
  const state: State = { seconds: undefined, tracks: 0, pictures: 0, read: new Set() }
  for await (const element of elementsIn(reader, 0, reader.size, budget)) {
    if (element.id !== id.segment) continue
    if (element.isCut) notes.fault('truncated', 'the file ends before its segment')
    await walkSegment(reader, element, state, notes, budget)
    return { seconds: state.seconds, hasPictures: state.tracks === 0 || state.pictures > 0 }
  }
  notes.fault('malformed', 'the file has no segment')
  return {}
}

/** What stands before the clusters is read as it comes, what stands behind them by the list of places. */
async function walkSegment(
  reader: Reader,
  segment: Element,
  state: State,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  const places: number[] = []
  for await (const element of elementsIn(reader, segment.start, segment.end, budget)) {
    if (element.id === id.seekHead) places.push(...(await placesOf(reader, element, budget)))
    else if (element.id === id.cluster) break
    else await takeElement(reader, element, state, notes, budget)
  }
  for (const place of places) {
    for await (const element of elementsIn(reader, segment.start + place, segment.end, budget)) {
      await takeElement(reader, element, state, notes, budget)
      break
    }
  }
}

async function placesOf(reader: Reader, list: Element, budget: BlockBudget): Promise<number[]> {
  const places: number[] = []
  for await (const seek of elementsIn(reader, list.start, list.end, budget)) {
    if (seek.id !== id.seek) continue
    const values = await valuesOf(reader, seek, budget)
    const place = values.get(id.seekAt)
    if (place) places.push(whole(place))
  }
  return places
}

async function takeElement(reader: Reader, element: Element, state: State, notes: Notes, budget: BlockBudget) {
  if (state.read.has(element.start)) return
  state.read.add(element.start)
  if (element.id === id.info) noteInfo(await valuesOf(reader, element, budget), state, notes)
  else if (element.id === id.tracks) await noteTracks(reader, element, state, notes, budget)
  else if (element.id === id.tags) await noteTags(reader, element, notes, budget)
}

/** The values of an element's children; of several with one ID, the first. */
async function valuesOf(reader: Reader, parent: Element, budget: BlockBudget): Promise<Map<number, Uint8Array>> {
  const values = new Map<number, Uint8Array>()
  for await (const child of elementsIn(reader, parent.start, parent.end, budget)) {
    if (values.has(child.id)) continue
    values.set(child.id, await reader.read(child.start, Math.min(child.end - child.start, valueBytes)))
  }
  return values
}

function noteInfo(values: ReadonlyMap<number, Uint8Array>, state: State, notes: Notes): void {
  const scale = whole(values.get(id.scale) ?? Buffer.from([0x0f, 0x42, 0x40]))
  const duration = values.get(id.duration)
  if (duration) {
    const seconds = (float(duration) * scale) / 1e9
    if (seconds > 0 && Number.isFinite(seconds)) state.seconds ??= seconds
    noteDuration(seconds, notes)
  }
  const date = values.get(id.date)
  if (date?.length === 8) {
    const view = new DataView(date.buffer, date.byteOffset, 8)
    const time = new Date((Number(view.getBigInt64(0)) / 1e9 + epoch) * 1_000)
    if (!Number.isNaN(time.getTime())) notes.tag('DateTimeOriginal', `${time.toISOString().slice(0, 19)}Z`, rank)
  }
  noteText('Title', values.get(id.title), notes)
  noteText('MuxingApp', values.get(id.muxer), notes)
  noteText('WritingApp', values.get(id.writer), notes)
}

function noteText(name: string, value: Uint8Array | undefined, notes: Notes): void {
  if (value) notes.tag(name, text(value), rank)
}

async function noteTracks(reader: Reader, tracks: Element, state: State, notes: Notes, budget: BlockBudget) {
  for await (const track of elementsIn(reader, tracks.start, tracks.end, budget)) {
    if (track.id !== id.track) continue
    state.tracks += 1
    const values = await valuesOf(reader, track, budget)
    noteText('CodecID', values.get(id.codec), notes)
    noteText('TrackName', values.get(id.trackName), notes)
    if (whole(values.get(id.trackType) ?? new Uint8Array()) !== 1) continue
    state.pictures += 1
    noteText('VideoCodecID', values.get(id.codec), notes)
    const time = whole(values.get(id.pictureTime) ?? new Uint8Array())
    if (time > 0) notes.tag('VideoFrameRate', numberText(1e9 / time), rank)
    for await (const video of elementsIn(reader, track.start, track.end, budget)) {
      if (video.id === id.video) await noteVideo(reader, video, notes, budget)
    }
  }
}

async function noteVideo(reader: Reader, video: Element, notes: Notes, budget: BlockBudget): Promise<void> {
  const values = await valuesOf(reader, video, budget)
  for (const [name, key] of [
    ['ImageWidth', id.width],
    ['ImageHeight', id.height],
  ] as const) {
    const value = whole(values.get(key) ?? new Uint8Array())
    if (value > 0) notes.tag(name, String(value), rank)
  }
  for await (const projection of elementsIn(reader, video.start, video.end, budget)) {
    if (projection.id !== id.projection) continue
    const type = whole((await valuesOf(reader, projection, budget)).get(id.projectionType) ?? new Uint8Array())
    if (type === 0) continue
    notes.tag('ProjectionType', type === 1 ? 'equirectangular' : type === 2 ? 'cubemap' : 'mesh', rank)
    notes.flag('panorama_360')
  }
}

async function noteTags(reader: Reader, tags: Element, notes: Notes, budget: BlockBudget): Promise<void> {
  for await (const tag of elementsIn(reader, tags.start, tags.end, budget)) {
    if (tag.id !== id.tag) continue
    for await (const simple of elementsIn(reader, tag.start, tag.end, budget)) {
      if (simple.id !== id.simple) continue
      const values = await valuesOf(reader, simple, budget)
      const [key, value] = [values.get(id.tagName), values.get(id.tagText)]
      if (key && value) noteTag(tagName(text(key)), text(value), notes)
    }
  }
}

/** The file's own head knows better how long it is than a track's tag. */
function noteTag(name: string, value: string, notes: Notes): void {
  if (name === '') return
  if (name === 'GPSCoordinates') notePosition(value, notes)
  else if (name === 'Duration') notes.tag(name, value, ranks.packet)
  else notes.tag(name, value, rank, natureOfKey(name, value))
}
