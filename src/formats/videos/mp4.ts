import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { latin1 } from '../images/bytes.ts'
import { boxesIn, brandsOf, contentOf } from '../images/iso-boxes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { noteXmp } from '../images/packets.ts'
import { noteMovie } from './mp4-movie.ts'
import { noteMeta } from './mp4-user.ts'
import { type ClipFacts, readClip } from './read-clip.ts'

const xmpBox = 'be7acfcb97a942e89c71999491e3afac'
/** Bytes of one XMP packet that are read. */
const packetBytes = 16 * 2 ** 20

/** Clips in ISO base media files and QuickTime (ISO/IEC 14496-12; QuickTime File Format): MP4, MOV, M4V, 3GP. */
export const mp4: Format = Object.freeze({
  id: 'mp4',
  title: 'MP4, QuickTime and 3GP videos',
  medium: 'video',
  mediaTypes: {
    'video/mp4': ['mp4', 'm4v', 'f4v', 'mp4v', 'lrv', 'insv'],
    'video/quicktime': ['mov', 'qt'],
    'video/3gpp': ['3gp', '3g2', '3gpp'],
  },
  recognizes({ bytes }) {
    const brands = brandsOf(bytes)
    const [major] = brands
    if (major !== undefined) return typeOfBrand(major)
    // A text may begin «9.\n\nwider»: its bytes are no length.
    if (bytes.subarray(0, 4).every((byte) => byte >= 0x09)) return undefined
    const [first, second] = [latin1(bytes, 4, 8), latin1(bytes, 12, 16)]
    if (first === 'moov' && /^[a-zA-Z ]{4}$/.test(second)) return 'video/quicktime'
    return first === 'mdat' || first === 'wide' || first === 'pnot' ? 'video/quicktime' : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkMp4)
  },
} satisfies Format)

/** Brands of sound alone, of pictures and of other programs' files are not ours. */
function typeOfBrand(major: string): string | undefined {
  if (major === 'qt  ') return 'video/quicktime'
  if (/^3g[a-z0-9]{2}$/.test(major) || major === 'mmp4') return 'video/3gpp'
  return videoBrands.test(major) ? 'video/mp4' : undefined
}

const videoBrands =
  /^(?:iso[0-9a-cm]|mp4[12v]|avc1|dash|M4V[ HP]|MSNV|f4v |F4V |XAVC|NDS[CHMPSX]|NDX[CHMPSX]|CAEP|iml1|msdh|msix|cmf[2c]|hvc1|av01|hev1|dby1|pana|kddi|ndas|SDV |mj[p2][2s]|MQT |niko|qt.{2}|vwpt|piff)$/

async function walkMp4(reader: Reader, notes: Notes, budget: BlockBudget): Promise<ClipFacts> {
  let facts: ClipFacts | undefined
  let isFragmented = false
  for await (const box of boxesIn(reader, 0, reader.size, budget)) {
    if (box.isCut) notes.fault('truncated', 'a box ends past the file')
    if (box.type === 'ftyp') notes.tag('MajorBrand', latin1(await contentOf(reader, box, 4)), ranks.exif)
    else if (box.type === 'moov' && !box.isCut) facts ??= await noteMovie(reader, box, notes, budget)
    else if (box.type === 'meta') await noteMeta(reader, box, notes, budget)
    else if (box.type === xmpBox) noteXmp(await contentOf(reader, box, packetBytes), notes)
    else if (box.type === 'moof') isFragmented = true
    // Fragments come by the thousand, and say nothing of the clip as a whole.
    if (isFragmented && facts) break
  }
  if (!facts) notes.fault('malformed', 'the file has no description of a movie')
  return facts ?? {}
}
