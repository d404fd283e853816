import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../src/core/content.ts'
import { nameOf } from '../../src/core/item.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { extensionDisagrees, identify } from '../../src/formats/identify.ts'
import { namedTypes } from '../../src/formats/media-types.ts'
import { formats, textFormats } from '../../src/formats/registry.ts'
import { makeTar } from './archives/tar-builder.ts'
import { compoundFile, dicomElement } from './type-fixtures.ts'

function ofBytes(bytes: Uint8Array) {
  return identify(bytesReader(bytes), formats)
}

/** Latin-1 text as bytes, filled up to a length. */
function latin(text: string, length = text.length): Uint8Array {
  const bytes = new Uint8Array(Math.max(length, text.length))
  bytes.set(Buffer.from(text, 'latin1'))
  return bytes
}

const behind = (offset: number, text: string) => latin('\0'.repeat(offset) + text, offset + text.length + 64)

/** Clips, which formats read. */
const clips: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['MP4', latin('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 60), 'video/mp4', 'video'],
  ['QuickTime', latin('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 60), 'video/quicktime', 'video'],
  ['QuickTime without a type box', latin('\0\0\0\x08wide\0\0\x10\0mdat', 60), 'video/quicktime', 'video'],
  ['Matroska', latin('\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska', 60), 'video/x-matroska', 'video'],
  ['WebM', latin('\x1a\x45\xdf\xa3\x93\x42\x82\x84webm', 60), 'video/webm', 'video'],
  ['AVI', latin('RIFF\0\x10\0\0AVI LIST', 60), 'video/x-msvideo', 'video'],
  ['FLV', latin('FLV\x01\x05\0\0\0\x09', 60), 'video/x-flv', 'video'],
  ['MPEG', latin('\0\0\x01\xba\x21\0\x01', 60), 'video/mpeg', 'video'],
  [
    'Windows Media with pictures',
    Buffer.from(`3026b2758e66cf11a6d900aa0062ce6c${'00'.repeat(60)}c0ef19bc4d5bcf11a8fd00805f5c442b`, 'hex'),
    'video/x-ms-asf',
    'video',
  ],
]

const signatures: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['VHDX, mostly zeros', latin('vhdxfileM\0i\0c\0', 4_000), 'application/x-vhdx', 'archive'],
  ['AMR', latin('#!AMR\n\x3c\0\0', 60), 'audio/amr', 'audio'],
  [
    'VDI',
    latin(`<<< Oracle VM VirtualBox Disk Image >>>\n${'\0'.repeat(24)}\x7f\x10\xda\xbe`, 600),
    'application/x-virtualbox-vdi',
    'archive',
  ],
  ['compress', latin('\x1f\x9d\x90\0', 40), 'application/x-compress', 'archive'],
  [
    'a disk by its partitions',
    diskOf([0x80, 1, 1, 0, 7, 1, 1, 1, 0, 8, 0, 0, 0, 16, 0, 0]),
    'application/x-raw-disk-image',
    'archive',
  ],
  ['a disk by its table of GUIDs', behind(512, 'EFI PART'), 'application/x-raw-disk-image', 'archive'],
  ['a file system of Windows', behind(3, 'NTFS    '), 'application/x-raw-disk-image', 'archive'],
  ['a file system of Linux', behind(1_080, '\x53\xef'), 'application/x-raw-disk-image', 'archive'],
  [
    'a disk image of Apple',
    Buffer.concat([Buffer.alloc(1_024, 7), Buffer.from('koly'), Buffer.alloc(508)]),
    'application/x-apple-diskimage',
    'archive',
  ],
  [
    'a disk image of a fixed size',
    Buffer.concat([Buffer.alloc(1_024, 7), Buffer.from('conectix'), Buffer.alloc(504)]),
    'application/x-vhd',
    'archive',
  ],
  ['Access', latin('\0\x01\0\0Standard Jet DB\0', 60), 'application/x-msaccess', 'table'],
  ['OneNote', Buffer.from('e4525c7b8cd8a74daeb15378d02996d300', 'hex'), 'application/onenote', 'document'],
  ['compiled help', latin('ITSF\x03\0\0\0', 60), 'application/vnd.ms-htmlhelp', 'document'],
  [
    'Windows Media sound',
    Buffer.from(`3026b2758e66cf11a6d900aa0062ce6c${'00'.repeat(60)}`, 'hex'),
    'audio/x-ms-asf',
    'audio',
  ],
  ['ELF', latin('\x7fELF\x02\x01\x01\0', 100), 'application/x-elf', 'other'],
  ['a font', latin('\0\x01\0\0\0\x0c\0\x80\0\x03\0\x40OS/2', 60), 'font/ttf', 'other'],
  [
    'a shortcut',
    Buffer.from('4c0000000114020000000000c00000000000004600', 'hex'),
    'application/x-ms-shortcut',
    'other',
  ],
  ['a mail in DER', Buffer.from(`30820100${'06092a864886f70d010702'}a0`, 'hex'), 'application/pkcs7-mime', 'other'],
  ['noise', Uint8Array.from({ length: 900 }, (_, at) => (at * at + 7 * at) % 253), 'application/octet-stream', 'other'],
  ['nothing', new Uint8Array(), 'application/x-empty', 'other'],
]

/** Containers that are read: their format's id at the end. */
const containers: readonly (readonly [string, Uint8Array, string, string, string])[] = [
  ['a zip', latin('PK\x03\x04\x14\0\0\0\0\0', 40), 'application/zip', 'archive', 'zip'],
  ['an empty zip', latin('PK\x05\x06', 22), 'application/zip', 'archive', 'zip'],
  ['the first part of a split zip', latin('PK\x07\x08PK\x03\x04', 40), 'application/zip', 'archive', 'zip'],
  ['gzip', latin('\x1f\x8b\x08\0\0\0\0\0\0\x03', 40), 'application/gzip', 'archive', 'gzip'],
  ['zstd', latin('\x28\xb5\x2f\xfd\x04\0', 40), 'application/zstd', 'archive', 'zstd'],
  ['bzip2', latin('BZh91AY&SY\0\x01', 40), 'application/x-bzip2', 'archive', 'bzip2'],
  ['xz', latin('\xfd7zXZ\0\0\x04', 40), 'application/x-xz', 'archive', 'xz'],
  ['7z', latin('7z\xbc\xaf\x27\x1c\0\x04', 40), 'application/x-7z-compressed', 'archive', 'seven-zip'],
  ['rar 4', latin('Rar!\x1a\x07\0', 40), 'application/vnd.rar', 'archive', 'rar'],
  ['rar 5', latin('Rar!\x1a\x07\x01\0', 40), 'application/vnd.rar', 'archive', 'rar'],
  [
    'lzma alone',
    latin('\x5d\0\0\x80\0\xff\xff\xff\xff\xff\xff\xff\xff\0\x1b', 40),
    'application/x-lzma',
    'archive',
    'lzma',
  ],
  ['tar', makeTar([{ name: 'a', content: 'b' }]), 'application/x-tar', 'archive', 'tar'],
]

describe('identify', () => {
  it.each(containers)('lets %s be read', async (_name, bytes, mediaType, medium, id) => {
    expect(await ofBytes(bytes)).toMatchObject({ mediaType, medium, format: { id } })
  })

  it.each(clips)('lets %s be looked at', async (_name, bytes, mediaType, medium) => {
    const { format, ...named } = await ofBytes(bytes)
    expect(named).toMatchObject({ mediaType, medium })
    expect(Object.keys(format?.mediaTypes ?? {})).toContain(mediaType)
  })

  it.each(signatures)('names %s', async (_name, bytes, mediaType, medium) => {
    expect(await ofBytes(bytes)).toMatchObject({ mediaType, medium, format: undefined })
  })

  it.each([
    ['WordDocument', 'application/msword', 'document'],
    ['Workbook', 'application/vnd.ms-excel', 'table'],
    ['Book', 'application/vnd.ms-excel', 'table'],
    ['PowerPoint Document', 'application/vnd.ms-powerpoint', 'document'],
    ['__properties_version1.0', 'application/vnd.ms-outlook', 'message'],
    ['VisioDocument', 'application/vnd.visio', 'document'],
    ['Something', 'application/x-ole-storage', 'other'],
  ])('tells an OLE compound file with %s', async (stream, mediaType, medium) => {
    expect(await ofBytes(compoundFile(['Root Entry', stream]))).toMatchObject({ mediaType, medium })
  })

  it('ends on an OLE directory that leads back to itself', async () => {
    const bytes = Buffer.from(compoundFile(['Root Entry', 'Something']))
    bytes.writeUInt32LE(1, 512 + 4)
    expect(await ofBytes(bytes)).toMatchObject({ mediaType: 'application/x-ole-storage' })
  })

  it.each([
    [
      'little endian, explicit',
      dicomElement(8, 5, 'CS', 'ISO_IR 100', true),
      dicomElement(8, 8, 'CS', 'ORIGINAL', true),
    ],
    [
      'little endian, implicit',
      dicomElement(8, 5, undefined, 'ISO_IR 100', true),
      dicomElement(8, 8, undefined, 'ORIGINAL', true),
    ],
    [
      'big endian, explicit',
      dicomElement(8, 5, 'CS', 'ISO_IR 100', false),
      dicomElement(8, 8, 'CS', 'ORIGINAL', false),
    ],
  ])('knows DICOM without a preamble, %s', async (_name, first, second) => {
    const bytes = Buffer.concat([first, second])
    expect(await ofBytes(bytes)).toMatchObject({ mediaType: 'application/dicom', medium: 'image' })
  })

  it('knows DICOM by its preamble, even where that looks like a TIFF', async () => {
    const preamble = Buffer.alloc(128)
    preamble.write('II*\0\x08\0\0\0', 'latin1')
    const group = dicomElement(2, 0, 'UL', '\xb0\0\0\0', true)
    const bytes = Buffer.concat([preamble, Buffer.from('DICM'), group, dicomElement(2, 2, 'UI', '1.2.840.10008', true)])
    expect(await ofBytes(bytes)).toMatchObject({ mediaType: 'application/dicom', medium: 'image' })
  })

  it.each([
    ['{"a":1}', 'application/json', 'document', 'json'],
    ['{"a":1}\n{"a":2}\n', 'application/x-ndjson', 'table', 'json-table'],
    ['a,b\n1,2\n', 'text/csv', 'table', 'delimited'],
    ['<html><p>a</p></html>', 'text/html', 'document', 'html'],
    ['<?xml version="1.0"?><a/>', 'application/xml', 'document', 'xml'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 'image', 'xml'],
    ['From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n\n<html>', 'message/rfc822', 'message', 'mail'],
    ['BEGIN:VCARD\nEND:VCARD\n', 'text/vcard', 'message', 'contact'],
    ['just a note', 'text/plain', 'document', 'text'],
    ['🙂', 'text/plain', 'document', 'text'],
  ])('lets the right format read %j', async (content, mediaType, medium, id) => {
    const { format, ...rest } = await ofBytes(Buffer.from(content))
    expect({ ...rest, id: format?.id }).toMatchObject({ mediaType, medium, id })
  })

  it('asks the formats in order and waits for those that look further', async () => {
    const asked: string[] = []
    const made = (id: string, answer: string | undefined | Promise<string | undefined>): Format => ({
      id,
      title: id,
      medium: 'archive',
      mediaTypes: { 'application/x-made': [] },
      recognizes: () => {
        asked.push(id)
        return answer
      },
      async *read() {},
    })
    const given = [
      made('a', undefined),
      made('b', Promise.resolve(undefined)),
      made('c', Promise.resolve('application/x-made')),
    ]
    const found = await identify(bytesReader(Buffer.from('x')), [...given, made('d', 'application/x-made')])
    expect(found).toMatchObject({ mediaType: 'application/x-made', medium: 'archive', format: { id: 'c' } })
    expect(asked).toEqual(['a', 'b', 'c'])
  })

  it('never throws, whatever comes behind a signature', async () => {
    const start = fc.constantFrom(...[...clips, ...signatures].map(([, bytes]) => Buffer.from(bytes.subarray(0, 300))))
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (known, rest) => {
        const { mediaType } = await ofBytes(Buffer.concat([known, rest]))
        expect(mediaType).toMatch(/^[a-z]+\/[A-Za-z0-9.+-]+$/)
      }),
      { numRuns: 300, seed: 11 },
    )
  })
})

describe('media types', () => {
  it('are named in one place only', () => {
    const read = new Set(formats.flatMap(({ mediaTypes }) => Object.keys(mediaTypes)))
    expect(Object.keys(namedTypes).filter((mediaType) => read.has(mediaType))).toEqual([])
  })

  it('belong to formats with different names, text last', () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
    expect(formats.slice(-textFormats.length)).toEqual(textFormats)
    expect(formats.at(-1)?.id).toBe('text')
  })
})

describe('extensions', () => {
  it.each([
    ['text/plain', 'jpg'],
    ['text/html', 'png'],
    ['image/png', 'txt'],
    ['application/zip', 'jpg'],
    ['application/zip', 'docx'],
    ['application/gzip', 'zip'],
    ['application/x-7z-compressed', 'zip'],
    ['application/msword', 'txt'],
    ['video/mp4', 'mp3'],
    ['application/x-elf', 'txt'],
    ['application/json', 'sqlite'],
    ['text/plain', 'dcm'],
  ])('%s under .%s disagrees', (mediaType, extension) => {
    expect(extensionDisagrees({ mediaType }, extension)).toBe(true)
  })

  it.each([
    ['text/plain', 'log'],
    ['text/plain', 'md'],
    ['text/plain', 'csv'],
    ['text/plain', 'eml'],
    ['text/plain', 'json'],
    ['text/html', 'txt'],
    ['application/json', 'txt'],
    ['application/xml', 'svg'],
    ['image/svg+xml', 'xml'],
    ['video/mp4', 'mov'],
    ['audio/mp4', 'mp4'],
    ['video/x-ms-asf', 'wma'],
    ['application/x-ole-storage', 'doc'],
    ['application/gzip', 'tgz'],
    ['application/java-archive', 'zip'],
    ['application/zip', 'pages'],
    ['application/pdf', ''],
    ['application/pdf', 'dr-roe'],
    ['application/octet-stream', 'jpg'],
    ['application/x-empty', 'jpg'],
  ])('%s under .%s is no lie', (mediaType, extension) => {
    expect(extensionDisagrees({ mediaType }, extension)).toBe(false)
  })
})

const corpus = new URL('../../../shared/corpus/', import.meta.url)

describe.skipIf(!existsSync(corpus))('identify on real files (needs ../shared/corpus)', () => {
  const media: Readonly<Record<string, readonly string[]>> = {
    exif: ['image'],
    images: ['image'],
    videos: ['video', 'image'],
    dicom: ['image', 'other'],
    identity: ['image', 'document'],
    invoices: ['document', 'image'],
    medical: ['document'],
  }

  it.each(Object.entries(media))('gives every file of %s a fitting medium', async (category, fitting) => {
    const lines = readFileSync(new URL(`${category}/manifest.jsonl`, corpus), 'utf8')
      .trim()
      .split('\n')
    const strange: string[] = []
    for (const line of lines) {
      const { path } = JSON.parse(line) as { path: string }
      const { mediaType, medium } = await ofBytes(readFileSync(new URL(path, corpus)))
      if (!fitting.includes(medium)) strange.push(`${nameOf(path).name}: ${mediaType}`)
    }
    expect(strange).toEqual([])
  })
})

/** The first sector of a disk with one entry in its table of partitions. */
function diskOf(entry: readonly number[]): Buffer {
  const bytes = Buffer.alloc(600)
  Buffer.from(entry).copy(bytes, 446)
  bytes.write('\x55\xaa', 510, 'latin1')
  return bytes
}

describe('plain text', () => {
  it.each([
    '786\nwider vonseiten erotisieren\n',
    '9.\n\nmdata of the year\n',
    '12\n moovies we saw last week were long\n',
    'Ga\n\npnotes\n',
  ])('is no clip, whatever stands where a box would have its name: %j', async (text) => {
    expect((await ofBytes(Buffer.from(text))).mediaType).toBe('text/plain')
  })
})
