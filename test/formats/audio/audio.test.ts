import { describe, expect, it } from 'vitest'
import { audio } from '../../../src/formats/audio/audio.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { examineBytes } from '../../support/examining.ts'
import { childrenOf, gapsOf, metadataOf, readWith } from '../office/fixtures.ts'
import { aac, flac, frames, id3, mp3, ogg, wav } from './recordings.ts'

const vorbis = { TITLE: 'Dictation', ARTIST: 'Ida Moor' }

formatContract(audio, [
  { name: 'an MP3', bytes: mp3({ TIT2: 'Dictation', TPE1: 'Ida Moor' }), mediaType: 'audio/mpeg' },
  { name: 'a WAV', bytes: wav({ IART: 'Ida Moor' }), mediaType: 'audio/x-wav' },
  { name: 'a FLAC', bytes: flac(vorbis), mediaType: 'audio/flac' },
  { name: 'an Ogg', bytes: ogg(vorbis), mediaType: 'audio/ogg' },
  { name: 'an AAC', bytes: aac(), mediaType: 'audio/aac' },
])

describe('a recording', () => {
  it.each([
    ['MP3', mp3({ TIT2: 'Dictation', TPE1: 'Ida Moor', TCOM: 'Abel Tern' })],
    ['WAV', wav({ INAM: 'Dictation', IART: 'Ida Moor', IENG: 'Abel Tern' })],
    ['FLAC', flac({ ...vorbis, COMPOSER: 'Abel Tern' })],
    ['Ogg', ogg({ ...vorbis, COMPOSER: 'Abel Tern' })],
  ])('tells by its tags who speaks, and that nobody listened: %s', async (_what, bytes) => {
    const extracts = await readWith(audio, bytes)
    const told = new Map(metadataOf(extracts))
    expect([told.get('Title'), told.get('Artist'), [...told.values()].includes('Abel Tern')]).toEqual([
      'Dictation',
      'Ida Moor',
      true,
    ])
    expect(gapsOf(extracts)).toEqual(['unsupported_type'])
  })

  it('gives what was added under names of its own, and pictures', async () => {
    const own = mp3({ TXXX: 'Patient\0Zora Quill' }, Buffer.from('picture'))
    const extracts = await readWith(audio, own)
    expect(metadataOf(extracts)).toContainEqual(['Patient', 'Zora Quill'])
    expect(await childrenOf(extracts)).toEqual({ 'picture 1.png': 'picture' })
  })

  it('is a record of its own, with the persons of its tags, in part read', async () => {
    const [record] = await examineBytes('a.mp3', mp3({ TPE1: 'Ida Moor' }))
    expect(record).toMatchObject({ mediaType: 'audio/mpeg', medium: 'audio', coverage: 'partial', kind: 'other' })
    expect(record?.findings.map(({ entityType, value }) => [entityType, value])).toEqual([['PERSON', 'Ida Moor']])
  })
})

describe('what is taken for one', () => {
  it.each([
    ['frames without tags', frames(3), 'audio/mpeg'],
    ['tags before FLAC', Buffer.concat([id3({ TIT2: 'a' }), flac({})]), 'audio/flac'],
    ['one mark of a frame alone', Buffer.concat([frames(1).subarray(0, 60), Buffer.alloc(900, 0x41)]), undefined],
    ['UTF-16 text', Buffer.from('\ufeffsome text, and more of it', 'utf16le'), undefined],
    ['a film in Ogg', Buffer.from('OggS\0\x02..............\x80theora..OpusHead', 'latin1'), undefined],
    ['a film in MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), undefined],
    ['a book in MP4', Buffer.from('\0\0\0\x18ftypM4B \0\0\0\0', 'latin1'), 'audio/mp4'],
    ['a RIFF of pictures', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), undefined],
  ])('%s', async (_what, bytes, mediaType) => {
    expect(
      await audio.recognizes({ bytes, text: () => undefined, reader: { size: bytes.length, read: async () => bytes } }),
    ).toBe(mediaType)
  })
})
