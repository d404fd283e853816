import type { Vocabulary } from './vocabulary.ts'

/** Names of members by which records of information systems give themselves away. */
export const structuredTerms = {
  fhirType: { more: `resourceType, resource type` },
} as const satisfies Vocabulary<string>
