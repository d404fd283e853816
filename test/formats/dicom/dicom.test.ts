import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Extract, Frame } from '../../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../../src/core/limits.ts'
import { bytesReader } from '../../../src/core/reader.ts'
import { dicom } from '../../../src/formats/dicom/dicom.ts'
import { openHead } from '../../../src/formats/head.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import {
  dataSet,
  dicomFile,
  encapsulated,
  number,
  patient,
  pictureElements,
  sequence,
  syntaxes,
  text,
} from './builder.ts'

const mediaType = 'application/dicom'
const grey = Buffer.from(Array.from({ length: 64 }, (_, at) => at * 4))
const pixelData = { tag: 0x7fe00010, vr: 'OW', value: grey } as const
const picture = [...patient, ...pictureElements(8, 8), pixelData]
const concept = (meaning: string) => sequence(0x0040a043, [text(0x00080104, 'LO', meaning)])
const report = [
  ...patient.slice(4),
  sequence(
    0x0040a730,
    [text(0x0040a040, 'CS', 'TEXT'), concept('Finding'), text(0x0040a160, 'UT', 'No gallstones seen by Dr Miller')],
    [
      text(0x0040a040, 'CS', 'NUM'),
      concept('Diameter'),
      sequence(0x0040a300, [sequence(0x004008ea, [text(0x00080100, 'SH', 'mm')]), text(0x0040a30a, 'DS', '12')]),
    ],
    [text(0x0040a040, 'CS', 'PNAME'), concept('Observer'), text(0x0040a123, 'PN', 'Grey^Paula')],
  ),
]
const document = [
  ...patient,
  text(0x00420010, 'ST', 'Letter'),
  { tag: 0x00420011, vr: 'OB', value: Buffer.from('%PDF-1.4 made up') },
  text(0x00420012, 'LO', 'application/pdf'),
]

formatContract(dicom, [
  { name: 'explicit', bytes: dicomFile(picture), mediaType },
  { name: 'implicit, with open sequences', bytes: dicomFile(report, 'implicit', { isOpen: true }), mediaType },
  { name: 'big endian', bytes: dicomFile(picture, 'bigEndian'), mediaType },
  { name: 'deflated', bytes: dicomFile(picture, 'deflated'), mediaType },
  { name: 'report', bytes: dicomFile(report), mediaType },
  { name: 'document', bytes: dicomFile(document), mediaType },
  { name: 'without preamble', bytes: dataSet(picture), mediaType },
])

async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<readonly Extract[]> {
  const reader = bytesReader(bytes)
  const extracts: Extract[] = []
  for await (const one of dicom.read(reader, { limits, mediaType, head: await openHead(reader) })) extracts.push(one)
  return extracts
}

const metadata = (extracts: readonly Extract[]) =>
  new Map(extracts.flatMap((one) => (one.what === 'metadata' ? [[one.name, one] as const] : [])))
const fields = (extracts: readonly Extract[]) =>
  new Map(extracts.flatMap((one) => (one.what === 'field' ? [[one.name, one.value] as const] : [])))
const flags = (extracts: readonly Extract[]) => extracts.flatMap((one) => (one.what === 'flag' ? [one.name] : []))
const frames = (extracts: readonly Extract[]) => extracts.filter((one): one is Frame => one.what === 'frame')
const gaps = (extracts: readonly Extract[]) => extracts.flatMap((one) => (one.what === 'gap' ? [one.cause] : []))

describe('who and what a file is about', () => {
  const files: readonly (readonly [string, Buffer])[] = [
    ['explicit', dicomFile(picture)],
    ['implicit', dicomFile(picture, 'implicit')],
    ['big endian', dicomFile(picture, 'bigEndian')],
    ['deflated', dicomFile(picture, 'deflated')],
    ['without preamble and meta information', dataSet(picture)],
    ['without preamble, implicit', dataSet(picture, { isExplicit: false })],
    ['declared as another syntax than it is in', dicomFile(picture, 'explicit', { isExplicit: false })],
  ]
  test.each(files)('%s', async (_, bytes) => {
    const extracts = await read(bytes)
    const found = metadata(extracts)
    expect(found.get('PatientName')).toMatchObject({ value: 'Roe^Jane', entityType: 'PERSON', canonical: 'jane roe' })
    expect(found.get('PatientID')).toMatchObject({ value: 'PAT-0815', entityType: 'PATIENT_ID', canonical: 'PAT0815' })
    expect(found.get('PatientBirthDate')).toMatchObject({ value: '1961-02-04', entityType: 'DATE_OF_BIRTH' })
    expect(found.get('PatientSex')).toMatchObject({ value: 'F', entityType: 'GENDER' })
    expect(found.get('DeviceSerialNumber')).toMatchObject({ value: 'SN4711X', entityType: 'DEVICE_SERIAL' })
    expect(found.get('ReferringPhysicianName')).toMatchObject({ entityType: 'PERSON', canonical: 'dr grey paula' })
    expect(found.get('StudyDescription')).toMatchObject({ personal: true })
    expect(found.get('Modality')).toMatchObject({ value: 'US', personal: false })
    expect(fields(extracts).get('patient.name')).toBe('Jane Roe')
    expect(fields(extracts).get('patient.birth_date')).toBe('1961-02-04')
    expect(gaps(extracts)).toEqual([])
    expect(extracts).toContainEqual({ what: 'picture', frameAt: null, width: 8, height: 8 })
    expect(frames(extracts)).toHaveLength(1)
  })

  test.each(['^^^^', 'Anonymized', 'unknown', '---', '0000'])('%s is nobody', async (name) => {
    const found = metadata(await read(dicomFile([text(0x00080060, 'CS', 'CT'), text(0x00100010, 'PN', name)])))
    expect(found.get('PatientName')?.value).toBe(name)
    expect(found.get('PatientName')?.entityType).toBeUndefined()
  })

  test('a date that is written otherwise stays as it is', async () => {
    const found = metadata(await read(dicomFile([text(0x00080020, 'DA', '1997.04.24'), text(0x00080060, 'CS', 'US')])))
    expect(found.get('StudyDate')?.value).toBe('1997.04.24')
  })

  test('people inside sequences are named with the sequence and do not stand for the patient', async () => {
    const nested = sequence(0x00101002, [text(0x00100020, 'LO', 'OLD-99')])
    const extracts = await read(dicomFile([...patient, nested]))
    expect(metadata(extracts).get('PatientID')?.value).toBe('PAT-0815')
    expect(metadata(extracts).get('OtherPatientIDsSequence.PatientID')).toMatchObject({ entityType: 'PATIENT_ID' })
    expect(fields(extracts).get('patient.number')).toBe('PAT-0815')
  })

  test('the patients of a DICOMDIR', async () => {
    const entry = (name: string) => [
      text(0x00041430, 'CS', 'PATIENT'),
      text(0x00100010, 'PN', name),
      text(0x00100020, 'LO', `ID-${name.length}`),
    ]
    const bytes = dicomFile([sequence(0x00041220, entry('Roe^Jane'), entry('Moe^Richard'))], 'explicit', {
      isOpen: true,
    })
    const names = (await read(bytes)).filter((one) => one.what === 'metadata' && one.entityType === 'PERSON')
    expect(names).toHaveLength(2)
  })

  test('private elements are counted and their text searched', async () => {
    const extracts = await read(
      dicomFile([
        text(0x00090010, 'LO', 'ACME 1.0'),
        text(0x00091001, 'LO', 'seen by Dr Miller'),
        text(0x00091002, 'PN', 'Moe^Richard'),
        { tag: 0x00091003, vr: 'UN', value: Buffer.from('note: call Jane ') },
        { tag: 0x00091004, vr: 'UN', value: Buffer.from([0, 1, 2, 3, 255, 254]) },
      ]),
    )
    expect(extracts).toContainEqual({ what: 'flag', name: 'private_elements', detail: '5' })
    const [segment] = extracts.filter((one) => one.what === 'segment')
    expect(segment).toMatchObject({ text: 'seen by Dr Miller\nnote: call Jane', place: { part: 'private elements' } })
    expect(metadata(extracts).get('(0009,1002)')).toMatchObject({ entityType: 'PERSON' })
  })
})

describe('reports and documents', () => {
  test.each([false, true])('the content of a report is text (open sequences: %s)', async (isOpen) => {
    const extracts = await read(dicomFile(report, 'explicit', { isOpen }))
    const [segment] = extracts.filter((one) => one.what === 'segment')
    expect(segment?.text).toBe('Finding: No gallstones seen by Dr Miller\nDiameter: 12 mm\nObserver: Paula Grey')
    expect(flags(extracts)).toContain('structured_report')
    expect(metadata(extracts).get('ContentSequence.PersonName')).toMatchObject({ entityType: 'PERSON' })
    expect(frames(extracts)).toEqual([])
  })

  test('an encapsulated document is an item of its own', async () => {
    const extracts = await read(dicomFile(document))
    const [child] = extracts.filter((one) => one.what === 'child')
    expect(child?.name).toBe('Letter.pdf')
    expect(Buffer.from((await child?.reader.read(0, 100)) ?? []).toString()).toBe('%PDF-1.4 made up')
    expect(flags(extracts)).toContain('encapsulated_document')
  })
})

async function shades(extracts: readonly Extract[]): Promise<Uint8Array> {
  const source = frames(extracts)[0]?.source
  if (source?.kind !== 'encoded') throw new Error('no frame')
  const bytes = await source.reader.read(0, source.reader.size)
  const { channels } = await sharp(bytes).metadata()
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return data.filter((_, index) => channels === 3 || index % info.channels === 0)
}

describe('pixels', () => {
  test('grey is spread over all shades, and turned round where the file says so', async () => {
    const shown = await shades(await read(dicomFile(picture)))
    expect([shown[0], shown[63]]).toEqual([0, 255])
    const turned = [...patient, ...pictureElements(8, 8, 'MONOCHROME1'), pixelData]
    expect((await shades(await read(dicomFile(turned))))[0]).toBe(255)
  })

  test('a window of values, with slope and intercept', async () => {
    const windowed = [
      ...pictureElements(8, 8),
      text(0x00281050, 'DS', '-1000'),
      text(0x00281051, 'DS', '100'),
      text(0x00281052, 'DS', '-1024'),
      text(0x00281053, 'DS', '1'),
      pixelData,
    ]
    const shown = await shades(await read(dicomFile(windowed)))
    // 24 is shown as -1000: the middle of the window.
    expect(Math.abs((shown[6] ?? 0) - 127)).toBeLessThanOrEqual(1)
    expect(shown[40]).toBe(255)
  })

  test('sixteen bits with a sign, in both orders of bytes', async () => {
    const values = Buffer.alloc(8)
    for (const [at, value] of [-2000, -1000, 0, 1000].entries()) values.writeInt16LE(value, 2 * at)
    const wide = (bytes: Buffer) => [
      ...pictureElements(2, 2).slice(0, 4),
      number(0x00280100, 16),
      number(0x00280101, 16),
      number(0x00280103, 1),
      { tag: 0x7fe00010, vr: 'OW', value: bytes },
    ]
    const expected = [0, 85, 170, 255]
    expect([...(await shades(await read(dicomFile(wide(values)))))]).toEqual(expected)
    const swapped = Buffer.from(values).swap16()
    expect([...(await shades(await read(dicomFile(wide(swapped), 'bigEndian'))))]).toEqual(expected)
  })

  test('colours beside each other, in planes, as luma and chroma, and from a palette', async () => {
    const colours = (photometric: string, value: Buffer, planes = 0) => [
      ...pictureElements(1, 2, photometric, 3).slice(0, 2),
      number(0x00280006, planes),
      ...pictureElements(1, 2).slice(2),
      { tag: 0x7fe00010, vr: 'OB', value },
    ]
    const rgb = [255, 0, 0, 0, 0, 255]
    expect([...(await shades(await read(dicomFile(colours('RGB', Buffer.from(rgb))))))]).toEqual(rgb)
    const planes = Buffer.from([255, 0, 0, 0, 0, 255])
    expect([...(await shades(await read(dicomFile(colours('RGB', planes, 1)))))]).toEqual(rgb)
    const luma = Buffer.from([255, 128, 128, 0, 128, 128])
    expect([...(await shades(await read(dicomFile(colours('YBR_FULL', luma)))))]).toEqual([255, 255, 255, 0, 0, 0])
    const table = (tag: number, value: number[]) => ({
      tag,
      vr: 'OW',
      value: Buffer.from(value.flatMap((v) => [0, v])),
    })
    const descriptor = (tag: number) => ({ tag, vr: 'US', value: Buffer.from([2, 0, 0, 0, 16, 0]) })
    const palette = [
      ...pictureElements(1, 2, 'PALETTE COLOR'),
      ...[0x00281101, 0x00281102, 0x00281103].map(descriptor),
      table(0x00281201, [255, 0]),
      table(0x00281202, [0, 0]),
      table(0x00281203, [0, 255]),
      { tag: 0x7fe00010, vr: 'OB', value: Buffer.from([0, 1]) },
    ]
    expect([...(await shades(await read(dicomFile(palette))))]).toEqual(rgb)
  })

  test('JPEG frames are handed on, run lengths are unpacked', async () => {
    const jpeg = await sharp(grey, { raw: { width: 8, height: 8, channels: 1 } })
      .jpeg()
      .toBuffer()
    const file = Buffer.concat([dicomFile([...patient, ...pictureElements(8, 8)], 'jpeg'), encapsulated(jpeg)])
    const source = frames(await read(file))[0]?.source
    if (source?.kind !== 'encoded') throw new Error('no frame')
    expect(Buffer.compare(Buffer.from(await source.reader.read(0, jpeg.length)), jpeg)).toBe(0)
    const header = Buffer.alloc(64)
    header.writeUInt32LE(1, 0)
    header.writeUInt32LE(64, 4)
    // 60 bytes of 0 as a run, then four as they are.
    const runs = Buffer.concat([header, Buffer.from([257 - 60, 0, 3, 50, 100, 200, 255])])
    const packed = Buffer.concat([dicomFile([...patient, ...pictureElements(8, 8)], 'runLength'), encapsulated(runs)])
    expect([...(await shades(await read(packed))).subarray(58)]).toEqual([0, 0, 50, 100, 200, 255])
  })

  test('of many frames the first, the middle and the last are shown', async () => {
    const many = [
      ...pictureElements(1, 2).slice(0, 2),
      text(0x00280008, 'IS', '5'),
      ...pictureElements(1, 2).slice(2),
      { tag: 0x7fe00010, vr: 'OB', value: Buffer.from([0, 10, 0, 20, 0, 30, 0, 40, 0, 50]) },
    ]
    const extracts = await read(dicomFile(many))
    expect(frames(extracts).map(({ place }) => place)).toMatchObject([{ page: 1 }, { page: 3 }, { page: 5 }])
    expect(flags(extracts)).toContain('multi_frame')
  })

  const lettered: readonly (readonly [string, readonly (readonly [number, string, string])[], boolean])[] = [
    ['ultrasound', [[0x00080060, 'CS', 'US']], true],
    ['a slice', [[0x00080060, 'CS', 'CT']], false],
    [
      'a screenshot of slices',
      [
        [0x00080060, 'CS', 'CT'],
        [0x00080064, 'CS', 'WSD'],
      ],
      true,
    ],
    [
      'a slice that says so',
      [
        [0x00080060, 'CS', 'CT'],
        [0x00280301, 'CS', 'YES'],
      ],
      true,
    ],
  ]
  test.each(lettered)('text is looked for in %s as its kind suggests', async (_, own, expected) => {
    const elements = [...own.map(([tag, vr, value]) => text(tag, vr, value)), ...pictureElements(8, 8), pixelData]
    const [frame] = frames(await read(dicomFile(elements.toSorted((a, b) => a.tag - b.tag))))
    expect(frame?.isLettered ?? false).toBe(expected)
  })

  test('what is not decoded is a gap, and the rest stays', async () => {
    const unknown = Buffer.concat([dicomFile([...patient, ...pictureElements(8, 8)], 'jpeg'), encapsulated(grey)])
    const at = unknown.indexOf(syntaxes.jpeg)
    unknown.write('1.2.840.10008.1.2.4.99', at, 'latin1')
    const extracts = await read(unknown)
    expect(gaps(extracts)).toEqual(['unsupported_type'])
    expect(metadata(extracts).get('PatientName')?.value).toBe('Roe^Jane')
  })
})

describe('hostile files', () => {
  test('sequences within each other end at their budget', async () => {
    let deep = sequence(0x00101002, [text(0x00100020, 'LO', 'X1')])
    for (let level = 0; level < 200; level += 1) deep = sequence(0x00101002, [deep])
    expect(gaps(await read(dicomFile([...patient, deep])))).toEqual(['too_deep'])
  })

  test('more values than there is room for are told, once', async () => {
    const many = Array.from({ length: 40 }, (_, at) => [text(0x00100010, 'PN', `Roe^Jane${at}`)])
    const extracts = await read(dicomFile([...patient, sequence(0x00041220, ...many)]), {
      ...defaultLimits,
      metadata: 20,
    })
    expect(extracts.filter(({ what }) => what === 'metadata')).toHaveLength(20)
    expect(gaps(extracts)).toEqual(['too_many'])
  })

  test('a small deflated file does not grow without end', async () => {
    const zeros = { tag: 0x00091001, vr: 'OB', value: Buffer.alloc(8 << 20) }
    const extracts = await read(dicomFile([...patient.slice(0, 2), zeros], 'deflated'))
    expect(gaps(extracts)).toContain('expansion_ratio')
  })

  test('a picture that claims to be larger than its bytes', async () => {
    const claims = [
      ...patient,
      ...pictureElements(8, 8).slice(0, 2),
      number(0x00280010, 60_000),
      number(0x00280011, 60_000),
    ]
    const extracts = await read(dicomFile([...claims, ...pictureElements(8, 8).slice(4), pixelData]))
    expect(gaps(extracts)).toEqual(['too_large'])
  })

  test('a lossless JPEG that claims another size than the data set is not decoded', async () => {
    const start = Buffer.from([0xff, 0xd8, 0xff, 0xc3, 0, 11, 16, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0, 0xff, 0xd9])
    const file = Buffer.concat([dicomFile([...patient, ...pictureElements(8, 8)], 'lossless'), encapsulated(start)])
    expect(gaps(await read(file))).toEqual(['malformed'])
  })

  test('any bytes behind the header end in extracts or an ItemError', async () => {
    const head = dicomFile([])
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        try {
          await read(Buffer.concat([head, bytes]))
        } catch (error) {
          expect(error).toMatchObject({ name: 'ItemError' })
        }
      }),
      { numRuns: 300 },
    )
  })
})
