import { hasAt, latin1, u16, u32, untilNul, utf16 } from './bytes.ts'
import { table } from './exif-tags.ts'

/**
 * How one maker lays out its notes, and the tags that tell whose camera or lens it was, who is seen and where.
 * Numbers after ExifTool's documentation of tag names; none of these layouts is standardised.
 */
export interface MakerLayout {
  /** Bytes before the directory, from the beginning of the notes. */
  readonly directoryAt: number
  /** What offsets count from: the TIFF header around, the beginning of the notes, or a place inside them. */
  readonly base: 'tiff' | number
  /** Byte order: that around, or one of their own. */
  readonly little: 'around' | boolean
  readonly tags: ReadonlyMap<number, string>
  /** Tags that lead to further directories. */
  readonly inner: ReadonlyMap<number, ReadonlyMap<number, string>>
}

const none: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map()

const canon = table(
  '06 CanonImageType 07 CanonFirmwareVersion 09 OwnerName 0c SerialNumber 28 ImageUniqueID 95 LensModel 96 InternalSerialNumber',
)
const nikon = table('1d SerialNumber 84 Lens a0 SerialNumber')
const olympus = table('207 CameraType2 209 CameraID 404 SerialNumber 101a SerialNumber')
const olympusEquipment = table(
  '100 CameraType2 101 SerialNumber 102 InternalSerialNumber 202 LensSerialNumber 203 LensModel 302 ExtenderSerialNumber 1003 FlashSerialNumber',
)
const olympusInner = new Map([[0x2010, olympusEquipment]])
const panasonic = table(
  '02 FirmwareVersion 25 InternalSerialNumber 33 BabyAge 51 LensType 52 LensSerialNumber 54 AccessorySerialNumber 61 FaceRecInfo ' +
    '65 Title 66 BabyName 67 Location 69 Country 6b State 6d City 6f Landmark 80 City2',
)
const pentax = table('229 SerialNumber 22e Artist 22f Copyright 23f Model')
const samsung = table(
  '30 LocalLocationName 31 LocationName 123 FaceName a002 SerialNumber a005 InternalLensSerialNumber',
)
const apple = table('11 ContentIdentifier 15 ImageUniqueID 2b PhotoIdentifier')
const fujifilm = table('10 InternalSerialNumber')
const motorola = table('5500 BuildNumber 5501 SerialNumber')
const sigma = table('02 SerialNumber')
const sony = table('2031 SerialNumber')
const leicaM8 = table('303 SerialNumber')
const leicaX = table('305 SerialNumber 500 InternalSerialNumber')

/** What notes look like from their first bytes and the camera's make; undefined for makers whose notes say nothing we keep. */
export function makerLayoutOf(head: Uint8Array, make: string): MakerLayout | undefined {
  return bySignature(head) ?? byMake(head, make)
}

function layout(
  tags: ReadonlyMap<number, string>,
  directoryAt: number,
  base: MakerLayout['base'] = 'tiff',
  little: MakerLayout['little'] = 'around',
  inner = none,
): MakerLayout {
  return { tags, directoryAt, base, little, inner }
}

function orderAt(head: Uint8Array, at: number): MakerLayout['little'] {
  if (hasAt(head, at, 'II')) return true
  return hasAt(head, at, 'MM') ? false : 'around'
}

function bySignature(head: Uint8Array): MakerLayout | undefined {
  const signature = latin1(head, 0, 16)
  if (signature.startsWith('Apple iOS\0')) return layout(apple, 14, 0, orderAt(head, 12))
  if (signature.startsWith('Nikon\0\x02')) {
    const order = orderAt(head, 10)
    return layout(nikon, 10 + u32(head, 14, order === true), 10, order)
  }
  if (signature.startsWith('OLYMPUS\0')) return layout(olympus, 12, 0, orderAt(head, 8), olympusInner)
  if (signature.startsWith('OM SYSTEM\0')) return layout(olympus, 16, 0, orderAt(head, 12), olympusInner)
  if (/^(?:OLYMP|EPSON|MINOL|CAMER)\0/.test(signature)) return layout(olympus, 8, 'tiff', 'around', olympusInner)
  if (/^(?:FUJIFILM|GENERALE)/.test(signature)) return layout(fujifilm, u32(head, 8, true), 0, true)
  if (signature.startsWith('Panasonic')) return layout(panasonic, 12)
  if (signature.startsWith('LEICA CAMERA AG\0')) return layout(panasonic, 18)
  if (/^LEICA\0[\x01\x04-\x07\x10\x1a]\0/.test(signature)) return layout(leicaX, 8, 0)
  if (/^LEICA\0[\x08\x09]\0/.test(signature)) return layout(leicaX, 8)
  if (signature.startsWith('LEICA\0\0\0')) return layout(leicaM8, 8, 8)
  if (signature.startsWith('PENTAX \0')) return layout(pentax, 10, 0, orderAt(head, 8))
  if (/^RICOH\0(?:II|MM)/.test(signature)) return layout(pentax, 8, 0, orderAt(head, 6))
  if (signature.startsWith('AOC\0')) return layout(pentax, 6, 'tiff', orderAt(head, 4))
  if (signature.startsWith('MOT\0')) return layout(motorola, 8, 0)
  if (/^(?:SIGMA|FOVEON)\0/.test(signature)) return layout(sigma, 10)
  if (/^SONY (?:DSC|CAM|MOBILE)/.test(signature)) return layout(sony, 12)
  return undefined
}

function byMake(head: Uint8Array, make: string): MakerLayout | undefined {
  if (make.startsWith('Canon')) return layout(canon, 0)
  if (/^NIKON/i.test(make) && !hasAt(head, 0, 'Nikon\0')) return layout(nikon, 0)
  if (/^samsung/i.test(make) && !hasAt(head, 0, 'STMN')) return layout(samsung, 0, 'tiff')
  if (make === 'LEICA') return layout(panasonic, 8)
  if (/^SONY/.test(make) && u16(head, 0, true) !== 1) return layout(sony, 0)
  return undefined
}

/** Notes that are no directory (trail cameras): what they say at fixed places. */
export function fixedNotes(head: Uint8Array): readonly (readonly [string, string])[] {
  const signature = latin1(head, 0, 10)
  if (/^\x01\xf1[\x02\x03]\0/.test(signature)) {
    const [second, minute, hour, month, day, year] = clockParts(head, 22)
    return [
      ['DateTimeOriginal', `${year}:${month}:${day} ${hour}:${minute}:${second}`],
      ['SerialNumber', wide(head, 42)],
      ['UserLabel', narrow(head, 86, 22)],
    ]
  }
  if (signature.startsWith('RECONYXH2\0')) {
    const [second, minute, hour, day, month, year] = clockParts(head, 62)
    return [
      ['DateTimeOriginal', `${year}:${month}:${day} ${hour}:${minute}:${second}`],
      ['SerialNumber', wide(head, 126)],
      ['UserLabel', narrow(head, 104, 22)],
    ]
  }
  if (!signature.startsWith('RECONYXUF\0')) return []
  return [
    ['SerialNumber', narrow(head, 75, 15)],
    ['UserLabel', narrow(head, 90, 21)],
  ]
}

function clockParts(head: Uint8Array, at: number): string[] {
  return Array.from({ length: 6 }, (_, index) => String(u16(head, at + index * 2, true)).padStart(2, '0'))
}

function wide(head: Uint8Array, at: number): string {
  return utf16(head.subarray(at, at + 30), true)
}

function narrow(head: Uint8Array, at: number, length: number): string {
  return latin1(untilNul(head.subarray(at, at + length)))
}

/** Names that Panasonic cameras were taught for faces, with their ages (three at most, 48 bytes apart). */
export function panasonicFaces(bytes: Uint8Array): readonly (readonly [string, string])[] {
  return [1, 2, 3].flatMap((face): (readonly [string, string])[] => {
    const at = 4 + (face - 1) * 48
    return [
      [`RecognizedFace${face}Name`, narrow(bytes, at, 20)],
      [`RecognizedFace${face}Age`, narrow(bytes, at + 28, 20)],
    ]
  })
}
