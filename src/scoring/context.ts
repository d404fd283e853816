import type { RecordKindId } from '../core/record.ts'
import type { DumpContext } from '../core/severity.ts'

const medicalKinds: readonly RecordKindId[] = [
  'treatment_plan',
  'consent_form',
  'prescription',
  'medical_report',
  'medical_image',
]

/** Kinds that say nothing about whose dump it is: what could not be told, and what merely holds others. */
const mute: readonly RecordKindId[] = ['other', 'archive', 'message', 'table']

/**
 * The share of medical kinds, among the kinds that tell, from which a dump counts as a clinic's: this project's own
 * choice. A family's or firm's dump with a few prescriptions stays below it; a clinic's, photos and all, is above it.
 */
const clinicShare = 0.1

/** A dump needs this many medical records before a share means anything. */
const clinicRecords = 3

/** What the dump as a whole is (`--context auto`), from how many records there are of each kind. */
export function decideContext(recordsByKind: ReadonlyMap<string, number>): DumpContext {
  let medical = 0
  let telling = 0
  for (const [kind, count] of recordsByKind) {
    if (medicalKinds.some((name) => name === kind)) medical += count
    if (!mute.some((name) => name === kind)) telling += count
  }
  return medical >= clinicRecords && medical >= clinicShare * telling ? 'clinic' : 'general'
}
