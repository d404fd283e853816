import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { keyringOf } from '../archives/keyring.ts'
import { oleType } from '../ole-type.ts'
import { readLock, unlockOffice } from './office-lock.ts'
import { openCompound } from './ole/compound.ts'

const mediaType = 'application/x-ole-encrypted'

/**
 * Office Open XML under a password ([MS-OFFCRYPTO] 2.3): an OLE file around the encrypted document, which becomes an item
 * within where a password of the user's opens it.
 */
export const encryptedOffice: Format = Object.freeze({
  id: 'encrypted-office',
  title: 'Office document under a password',
  medium: 'document',
  mediaTypes: Object.freeze({ [mediaType]: ['docx', 'docm', 'xlsx', 'xlsm', 'xlsb', 'pptx', 'pptm'] }),
  recognizes(head) {
    if (head.bytes[0] !== 0xd0 || head.bytes[1] !== 0xcf) return undefined
    return oleType(head).then((type) => (type === mediaType ? type : undefined))
  },
  read,
} satisfies Format)

/** Bytes of the size that stands before the document. */
const sizeBytes = 8

async function* read(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits, passwords = [], name = 'document' } = context
  yield { what: 'flag', name: 'encrypted' }
  if (passwords.length === 0) throw new ItemError('encrypted', 'the document is under a password')
  const file = await openCompound(reader, limits.expandedBytes)
  const [info, locked] = [file.stream('EncryptionInfo'), file.stream('EncryptedPackage')]
  if (!info || !locked || locked.length < sizeBytes)
    throw new ItemError('malformed', 'parts of the locked document are missing')
  const lock = await readLock(info, limits)
  const key = unlockOffice(lock, keyringOf(context))
  const size = Number(locked.readBigUInt64LE(0))
  const plain = lock.decrypt(locked.subarray(sizeBytes), key)
  yield { what: 'child', name, modifiedAt: null, reader: bytesReader(plain.subarray(0, size)) }
  if (plain.length < size) throw new ItemError('truncated', 'the locked document is cut off')
}
