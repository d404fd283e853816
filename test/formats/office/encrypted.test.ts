import { expect, it } from 'vitest'
import { encryptedOffice } from '../../../src/formats/office/encrypted.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { flagsOf, gapsOf, readWith } from './fixtures.ts'

/** The smallest OLE file with these names in its directory. */
function oleFile(names: readonly string[]): Buffer {
  const header = Buffer.alloc(512)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(0, 48)
  const directory = Buffer.alloc(512)
  for (const [index, name] of names.entries()) {
    directory.write(`${name}\0`, 128 * index, 'utf16le')
    directory.writeUInt16LE(2 * (name.length + 1), 128 * index + 64)
  }
  return Buffer.concat([header, directory])
}

const document = oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])

formatContract(encryptedOffice, [{ name: 'a document', bytes: document, mediaType: 'application/x-ole-encrypted' }])

it('says that the document is encrypted', async () => {
  const extracts = await readWith(encryptedOffice, document)
  expect([flagsOf(extracts), gapsOf(extracts)]).toEqual([['encrypted'], ['encrypted']])
})

it('leaves other OLE files alone', async () => {
  await expect(readWith(encryptedOffice, oleFile(['Root Entry', 'WordDocument']))).rejects.toThrow('not recognised')
})
