import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { type BlockBudget, section } from './access.ts'
import { noteExifDirectory, noteGps, noteMain, numberOf, openTiff } from './exif.ts'
import { readLooseMakerNotes } from './exif-makers.ts'
import { pointer } from './exif-tags.ts'
import type { ExifWalk } from './exif-walk.ts'
import { type Box, boxesIn, boxMap, brandsOf, contentOf } from './iso-boxes.ts'
import { type Notes, ranks } from './notes.ts'
import { noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/x-canon-cr3'
const canonBox = '85c0b687820f11e08111f4ce462b6a48'
const xmpBox = 'be7acfcb97a942e89c71999491e3afac'
const previewBox = 'eaf42b5e1c984b88b9fbb7dc406e4d16'

/** Canon's newer raw files: ISO base media with the directories of TIFF in boxes of their own. */
export const cr3: Format = Object.freeze({
  id: 'cr3',
  title: 'Canon CR3 raw files',
  medium: 'image',
  mediaTypes: { [mediaType]: ['cr3', 'crm'] },
  recognizes({ bytes }) {
    return brandsOf(bytes)[0] === 'crx ' ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkCr3)
  },
} satisfies Format)

async function walkCr3(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  let isFound = false
  for await (const box of boxesIn(reader, 0, reader.size, budget)) {
    if (box.isCut) notes.fault('truncated', 'a box ends past the file')
    if (box.type === xmpBox) noteXmp(await contentOf(reader, box, 2 ** 22), notes)
    if (box.type === previewBox) notes.flag('embedded_preview', `${box.end - box.start} bytes`)
    if (box.type !== 'moov') continue
    const canon = (await boxMap(reader, box.start, box.end, budget)).get(canonBox)
    if (!canon) continue
    isFound = true
    await noteCanon(reader, canon, notes, budget)
  }
  if (!isFound) notes.fault('malformed', 'the file has no box of camera data')
}

/** CMT1 holds IFD0, CMT2 the Exif directory, CMT3 the maker notes, CMT4 GPS: each a TIFF structure by itself. */
async function noteCanon(reader: Reader, canon: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  const boxes = await boxMap(reader, canon.start, canon.end, budget)
  for (const name of ['CMT1', 'CMT2', 'CMT3', 'CMT4'] as const) {
    const box = boxes.get(name)
    const opened = box && (await openTiff(section(reader, box.start, box.end - box.start)))
    if (!opened) continue
    const walk: ExifWalk = { notes, budget, rank: ranks.exif, seen: new Set() }
    if (name === 'CMT1') {
      const main = await noteMain(opened.space, opened.first, walk)
      const width = main && (await numberOf(opened.space, main, pointer.width))
      const height = main && (await numberOf(opened.space, main, pointer.height))
      notes.size(width ?? 0, height ?? 0)
    } else if (name === 'CMT2') await noteExifDirectory(opened.space, opened.first, walk)
    else if (name === 'CMT3') await readLooseMakerNotes(opened.space, opened.first, 'Canon', walk)
    else await noteGps(opened.space, opened.first, walk)
  }
}
