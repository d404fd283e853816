import type { MetadataTags } from 'mediabunny'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { openAccess } from '../images/access.ts'
import { Notes, ranks } from '../images/notes.ts'
import { natureOfKey } from '../videos/tag-names.ts'
import { tagsOf } from './audio-tags.ts'
import { audioType } from './audio-type.ts'

/** Recordings: what their tags say, and the pictures in them. The sound itself is not listened to. */
export const audio: Format = Object.freeze({
  id: 'audio',
  title: 'Audio (tags only): MP3, AAC, M4A, WAV, FLAC, Ogg',
  medium: 'audio',
  mediaTypes: {
    'audio/mpeg': ['mp3', 'mp2', 'mpga'],
    'audio/mp4': ['m4a', 'm4b'],
    'audio/ogg': ['ogg', 'oga', 'opus', 'spx'],
    'audio/x-wav': ['wav'],
    'audio/flac': ['flac'],
    'audio/aac': ['aac'],
  },
  recognizes: ({ bytes }) => audioType(bytes),
  read,
} satisfies Format)

async function* read(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const tags = await readTags(openAccess(reader, context.head.bytes, context.limits))
  if (tags) {
    const notes = new Notes(context.limits)
    for (const [name, value] of tagsOf(tags)) notes.tag(name, value, ranks.exif, natureOfKey(name, value))
    yield* notes.extracts()
    for (const [at, { data, mimeType }] of (tags.images ?? []).entries()) {
      if (at >= context.limits.children) break
      yield { what: 'child', name: pictureName(at, mimeType), modifiedAt: null, reader: bytesReader(data) }
    }
  } else yield { what: 'gap', cause: 'malformed', message: 'the tags of the recording can not be read' }
  yield { what: 'gap', cause: 'unsupported_type', message: 'the sound itself was not listened to' }
}

/** @returns undefined where the file is too damaged. @throws ItemError where the reader does */
async function readTags(reader: Reader): Promise<MetadataTags | undefined> {
  const { Input, CustomSource, MP3, MP4, QTFF, WAVE, OGG, FLAC, ADTS, Logging, LogLevel } = await import('mediabunny')
  // It would quote files in its warnings.
  Logging.level = LogLevel.Silent
  const read = (start: number, end: number) => reader.read(start, end - start)
  const source = new CustomSource({ getSize: () => reader.size, read })
  const input = new Input({ formats: [MP3, WAVE, OGG, FLAC, ADTS, MP4, QTFF], source })
  try {
    return await input.getMetadataTags()
  } catch (error) {
    // What the library throws says that the file is damaged, in words that may quote it; what the reader throws is its own.
    if (error instanceof ItemError) throw error
    return undefined
  }
}

function pictureName(at: number, mimeType: string): string {
  const extension = /^image\/(jpe?g|png|gif|webp|bmp)$/i.exec(mimeType)?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  return `picture ${at + 1}${extension === undefined ? '' : `.${extension}`}`
}
