import type { RecordKind } from '../core/record.ts'

/** Pictures by medical devices: known by their format. */
export const medicalImage: RecordKind = Object.freeze({
  id: 'medical_image',
  title: 'Medical image',
  sensitivity: { category: 'sensitive', identifier: 'picture' },
  examples: { hits: [], misses: ['An image of the sea in winter.'] },
  match({ mediaType }) {
    const isMedical = mediaType === 'application/dicom' || mediaType === 'application/x-nifti'
    return isMedical ? { confidence: 0.99, because: ['format of medical imaging'] } : undefined
  },
} satisfies RecordKind)
