import type { RecordKind } from '../core/record.ts'

/** Every record kind. Order does not matter: the surest match wins, the more sensitive kind on a tie. */
export const kinds: readonly RecordKind[] = Object.freeze([])
