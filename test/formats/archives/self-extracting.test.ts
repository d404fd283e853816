import { describe, expect, it } from 'vitest'
import { selfExtracting } from '../../../src/formats/archives/self-extracting.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import { rar5 } from './rar-builder.ts'
import { sevenZipOf } from './seven-zip-builder.ts'
import { rawZip } from './zip-builder.ts'

const members = [
  { name: 'a.txt', content: 'first' },
  { name: 'b.txt', content: 'second' },
]
const mediaType = 'application/x-self-extracting'

/** A program for Windows with one section that says nothing. */
function windowsProgram(): Buffer {
  const bytes = Buffer.alloc(1_024)
  bytes.write('MZ')
  bytes.writeUInt32LE(64, 60)
  bytes.write('PE\0\0', 64)
  bytes.writeUInt16LE(1, 70)
  bytes.writeUInt16LE(0xe0, 84)
  bytes.writeUInt32LE(512, 64 + 24 + 0xe0 + 16)
  bytes.writeUInt32LE(512, 64 + 24 + 0xe0 + 20)
  // What unpacks archives has their marks in it.
  bytes.write('Rar!\x1a\x07\0', 700, 'latin1')
  return bytes
}

/** A program for Unix of 64 bits whose table of sections ends it. */
function unixProgram(): Buffer {
  const bytes = Buffer.alloc(192)
  bytes.write('\x7fELF\x02\x01', 0, 'latin1')
  bytes.writeBigUInt64LE(128n, 40)
  bytes.writeUInt16LE(64, 58)
  bytes.writeUInt16LE(1, 60)
  return bytes
}

/** An older program, whose header counts pages. */
function dosProgram(): Buffer {
  const bytes = Buffer.alloc(612)
  bytes.write('MZ')
  bytes.writeUInt16LE(100, 2)
  bytes.writeUInt16LE(2, 4)
  return bytes
}

/** A zip file whose places count from the beginning of what stands before it. */
function movedZip(by: number): Buffer {
  const bytes = rawZip(members)
  const end = bytes.lastIndexOf('PK\x05\x06')
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 16) + by, end + 16)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + by, at + 42)
  }
  return bytes
}

const settings = Buffer.from(';!@Install@!UTF-8!\nTitle="x"\n;!@InstallEnd@!')
const behind = (program: Buffer, ...parts: readonly Uint8Array[]) => Buffer.concat([program, ...parts])

formatContract(
  selfExtracting,
  [{ name: 'a 7z behind settings', bytes: behind(windowsProgram(), settings, sevenZipOf(members)), mediaType }],
  { damaged: 25 },
)

describe('a program with an archive behind it', () => {
  it.each([
    ['7z', behind(windowsProgram(), settings, sevenZipOf(members))],
    ['RAR', behind(windowsProgram(), rar5(members))],
    ['zip', behind(windowsProgram(), rawZip(members))],
    ['zip whose places count from the beginning', behind(windowsProgram(), movedZip(1_024))],
    ['7z behind a program for Unix', behind(unixProgram(), sevenZipOf(members))],
    ['RAR behind an older program', behind(dosProgram(), rar5(members))],
  ])('%s', async (_name, bytes) => {
    expect(await membersOf(selfExtracting, bytes)).toMatchObject({
      mediaType,
      members: [
        ['a.txt', 'first'],
        ['b.txt', 'second'],
      ],
      gaps: [],
    })
  })

  it.each([
    ['nothing', windowsProgram()],
    ['something else', behind(windowsProgram(), Buffer.from('a signature of somebody'))],
    ['the word PK', behind(windowsProgram(), Buffer.from('PK\x03\x04 and no more'))],
  ])('is none with %s behind it', async (_name, bytes) => {
    expect((await membersOf(selfExtracting, bytes)).mediaType).toBeUndefined()
  })
})
