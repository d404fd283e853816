import type { RecordKind } from '../core/record.ts'

/** Flags of what comes in the same format and is text. */
const reports: ReadonlySet<string> = new Set(['structured_report', 'encapsulated_document'])

/** What the eyes call pictures that look medical, with the words for it. */
const looks: Readonly<Record<string, string>> = {
  fundus: 'looks like the back of an eye',
  histology: 'looks like stained tissue',
  tomogram: 'looks like a slice through a body',
}

/** Pictures by medical devices: known by their format, or by what they look like. */
export const medicalImage: RecordKind = Object.freeze({
  id: 'medical_image',
  title: 'Medical image',
  sensitivity: { category: 'sensitive', identifier: 'picture' },
  examples: { hits: [], misses: ['An image of the sea in winter.'] },
  match({ mediaType, flags, seen, medium }) {
    if (flags.some(({ name }) => reports.has(name))) return undefined
    const isMedical = mediaType === 'application/dicom' || mediaType === 'application/x-nifti'
    if (isMedical) return { confidence: 0.99, because: ['format of medical imaging'] }
    const still = medium === 'image' ? seen?.find(({ frameAt }) => frameAt === null) : undefined
    for (const [look, words] of Object.entries(looks)) {
      const confidence = still?.labels?.[look]
      if (confidence !== undefined) return { confidence, because: [words] }
    }
    return undefined
  },
} satisfies RecordKind)
