import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { latin1, u16, u32, u64 } from '../images/bytes.ts'
import { type Box, boxesIn, boxMap, contentOf } from '../images/iso-boxes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { noteXmp } from '../images/packets.ts'
import { noteMeta, noteUserData } from './mp4-user.ts'
import { code, fixed16, handlerName, headTimes, rotationOf } from './quicktime-values.ts'
import { type ClipFacts, noteDuration, numberText } from './read-clip.ts'

/** Spherical Video V1 (Google): a packet of XML in a track. */
const sphericalBox = 'ffcc8263f8554a938814587a02521fdd'
const rank = ranks.exif
/** Bytes of a box that is read whole. */
const boxBytes = 2 ** 20

/** Notes what the `moov` box says of the whole and of its tracks. */
export async function noteMovie(
  reader: Reader,
  movie: Box,
  notes: Notes,
  budget: BlockBudget,
): Promise<ClipFacts | undefined> {
  let seconds: number | undefined
  let tracks = 0
  let pictures = 0
  for await (const box of boxesIn(reader, movie.start, movie.end, budget)) {
    if (box.type === 'mvhd') seconds = noteHead(await contentOf(reader, box, 120), notes)
    else if (box.type === 'trak') {
      tracks += 1
      if (await noteTrack(reader, box, notes, budget)) pictures += 1
    } else if (box.type === 'udta') await noteUserData(reader, box, notes, budget)
    else if (box.type === 'meta') await noteMeta(reader, box, notes, budget)
    else if (box.type === 'mvex') seconds ??= await fragmentSeconds(reader, box, movie, notes, budget)
    else if (box.type === 'cmov') notes.fault('unsupported_type', 'the description of the movie is compressed')
  }
  return { seconds, hasPictures: tracks === 0 || pictures > 0 }
}

function noteHead(bytes: Uint8Array, notes: Notes): number | undefined {
  const { created, modified, wide, next } = headTimes(bytes)
  if (created) notes.tag('CreateDate', created, rank)
  if (modified) notes.tag('ModifyDate', modified, rank)
  const scale = u32(bytes, next, false)
  const length = wide === 8 ? u64(bytes, next + 4, false) : u32(bytes, next + 4, false)
  if (scale === 0 || length === 0 || length === 0xff_ff_ff_ff) return undefined
  noteDuration(length / scale, notes)
  return length / scale
}

/** Fragmented files may tell how long they are in a box of its own. */
async function fragmentSeconds(reader: Reader, box: Box, movie: Box, notes: Notes, budget: BlockBudget) {
  const head = (await boxMap(reader, box.start, box.end, budget)).get('mehd')
  const main = (await boxMap(reader, movie.start, movie.end, budget)).get('mvhd')
  if (!head || !main) return undefined
  const bytes = await contentOf(reader, head, 12)
  const length = bytes[0] === 1 ? u64(bytes, 4, false) : u32(bytes, 4, false)
  const times = await contentOf(reader, main, 32)
  const scale = u32(times, headTimes(times).next, false)
  if (scale === 0 || length === 0) return undefined
  noteDuration(length / scale, notes)
  return length / scale
}

/** @returns whether it is a track of pictures */
async function noteTrack(reader: Reader, track: Box, notes: Notes, budget: BlockBudget): Promise<boolean> {
  const boxes = await boxMap(reader, track.start, track.end, budget)
  const media = boxes.get('mdia')
  const parts = media ? await boxMap(reader, media.start, media.end, budget) : new Map<string, Box>()
  const handler = parts.get('hdlr')
  const kind = handler ? code(await contentOf(reader, handler, 12), 8) : ''
  const head = boxes.get('tkhd')
  if (head) noteTrackHead(await contentOf(reader, head, 104), kind === 'vide', notes)
  const mediaHead = parts.get('mdhd')
  const scale = mediaHead ? noteMediaHead(await contentOf(reader, mediaHead, 44), notes) : undefined
  if (handler) {
    const name = handlerName((await contentOf(reader, handler, 1_024)).subarray(24))
    notes.tag('HandlerDescription', name, rank)
  }
  const information = parts.get('minf')
  if (information) await noteSamples(reader, information, kind, scale, notes, budget)
  const spherical = boxes.get(sphericalBox)
  if (spherical) noteXmp(await contentOf(reader, spherical, boxBytes), notes)
  const user = boxes.get('udta')
  if (user) await noteUserData(reader, user, notes, budget)
  const meta = boxes.get('meta')
  if (meta) await noteMeta(reader, meta, notes, budget)
  return kind === 'vide'
}

function noteTrackHead(bytes: Uint8Array, isVideo: boolean, notes: Notes): void {
  const { created, modified, wide, next } = headTimes(bytes)
  if (created) notes.tag('TrackCreateDate', created, rank)
  if (modified) notes.tag('TrackModifyDate', modified, rank)
  if (!isVideo) return
  const matrix = next + 8 + wide + 16
  const rotation = rotationOf(bytes, matrix)
  if (rotation !== undefined) notes.tag('Rotation', String(rotation), rank)
  const [width, height] = [fixed16(bytes, matrix + 36), fixed16(bytes, matrix + 40)]
  if (width > 0 && height > 0) {
    notes.tag('ImageWidth', numberText(width), rank)
    notes.tag('ImageHeight', numberText(height), rank)
  }
}

function noteMediaHead(bytes: Uint8Array, notes: Notes): number | undefined {
  const { created, modified, next } = headTimes(bytes)
  if (created) notes.tag('MediaCreateDate', created, rank)
  if (modified) notes.tag('MediaModifyDate', modified, rank)
  return u32(bytes, next, false) || undefined
}

async function noteSamples(
  reader: Reader,
  information: Box,
  kind: string,
  scale: number | undefined,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  const table = (await boxMap(reader, information.start, information.end, budget)).get('stbl')
  if (!table) return
  const boxes = await boxMap(reader, table.start, table.end, budget)
  const descriptions = boxes.get('stsd')
  if (descriptions && (kind === 'vide' || kind === 'soun'))
    await noteDescription(reader, descriptions, kind, notes, budget)
  const times = boxes.get('stts')
  if (times && kind === 'vide' && scale !== undefined) noteRate(await contentOf(reader, times, boxBytes), scale, notes)
}

async function noteDescription(
  reader: Reader,
  descriptions: Box,
  kind: string,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  for await (const entry of boxesIn(reader, descriptions.start + 8, descriptions.end, budget)) {
    const bytes = await contentOf(reader, entry, 78)
    if (kind === 'soun') {
      notes.tag('AudioFormat', entry.type, rank)
      notes.tag('AudioChannels', String(u16(bytes, 16, false)), rank)
      notes.tag('AudioSampleRate', numberText(u32(bytes, 24, false) / 65_536), rank)
      return
    }
    notes.tag('CompressorID', entry.type, rank)
    notes.tag('SourceImageWidth', String(u16(bytes, 24, false)), rank)
    notes.tag('SourceImageHeight', String(u16(bytes, 26, false)), rank)
    notes.tag('CompressorName', latin1(bytes, 43, 43 + Math.min(31, bytes[42] ?? 0)), rank)
    await noteProjection(reader, entry, notes, budget)
    return
  }
}

/** Spherical Video V2 (Google): which projection the pictures have. */
async function noteProjection(reader: Reader, entry: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  const spherical = (await boxMap(reader, entry.start + 78, entry.end, budget)).get('sv3d')
  const projection = spherical && (await boxMap(reader, spherical.start, spherical.end, budget)).get('proj')
  if (!projection) return
  const kinds = await boxMap(reader, projection.start, projection.end, budget)
  const name = kinds.has('equi') ? 'equirectangular' : kinds.has('cbmp') ? 'cubemap' : undefined
  if (name === undefined) return
  notes.tag('ProjectionType', name, rank)
  notes.flag('panorama_360')
}

/** Pictures a second, over the whole track. */
function noteRate(bytes: Uint8Array, scale: number, notes: Notes): void {
  const entries = Math.min(u32(bytes, 4, false), Math.floor((bytes.length - 8) / 8))
  let [pictures, time] = [0, 0]
  for (let entry = 0; entry < entries; entry += 1) {
    const count = u32(bytes, 8 + entry * 8, false)
    pictures += count
    time += count * u32(bytes, 12 + entry * 8, false)
  }
  if (pictures > 0 && time > 0) notes.tag('VideoFrameRate', numberText((pictures * scale) / time), rank)
}
