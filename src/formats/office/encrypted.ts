import type { Extract, Format } from '../../core/content.ts'
import { oleType } from '../ole-type.ts'

const mediaType = 'application/x-ole-encrypted'

/** Office Open XML under a password ([MS-OFFCRYPTO] 2.3): an OLE file around the encrypted document. */
export const encryptedOffice: Format = Object.freeze({
  id: 'encrypted-office',
  title: 'Office document under a password',
  medium: 'document',
  mediaTypes: Object.freeze({ [mediaType]: ['docx', 'docm', 'xlsx', 'xlsm', 'xlsb', 'pptx', 'pptm'] }),
  recognizes(head) {
    if (head.bytes[0] !== 0xd0 || head.bytes[1] !== 0xcf) return undefined
    return oleType(head).then((type) => (type === mediaType ? type : undefined))
  },
  async *read(): AsyncGenerator<Extract, void, undefined> {
    yield { what: 'flag', name: 'encrypted' }
    yield { what: 'gap', cause: 'encrypted', message: 'the document is under a password' }
  },
} satisfies Format)
