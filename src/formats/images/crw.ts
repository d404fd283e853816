import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt } from './bytes.ts'
import { noteCiff } from './ciff.ts'
import type { Notes } from './notes.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/x-canon-crw'

/** Canon's first raw files, built as CIFF. */
export const crw: Format = Object.freeze({
  id: 'crw',
  title: 'Canon CRW raw files',
  medium: 'image',
  mediaTypes: { [mediaType]: ['crw'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 6, 'HEAPCCDR') && (hasAt(bytes, 0, 'II') || hasAt(bytes, 0, 'MM')) ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkCrw)
  },
} satisfies Format)

async function walkCrw(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  await noteCiff(reader, notes, budget)
}
