import type { RecordKind } from '../core/record.ts'

/** Flags of what comes in the same format and is text. */
const reports: ReadonlySet<string> = new Set(['structured_report', 'encapsulated_document'])

/** Pictures by medical devices: known by their format. */
export const medicalImage: RecordKind = Object.freeze({
  id: 'medical_image',
  title: 'Medical image',
  sensitivity: { category: 'sensitive', identifier: 'picture' },
  examples: { hits: [], misses: ['An image of the sea in winter.'] },
  match({ mediaType, flags }) {
    if (flags.some(({ name }) => reports.has(name))) return undefined
    const isMedical = mediaType === 'application/dicom' || mediaType === 'application/x-nifti'
    return isMedical ? { confidence: 0.99, because: ['format of medical imaging'] } : undefined
  },
} satisfies RecordKind)
