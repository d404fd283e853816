import type { Format } from '../core/content.ts'

/**
 * Every format. Add one import and one entry. Order matters in one way only: formats with a certain signature stand
 * before those that read text, since almost anything may be text; among each other the former may stand in any order.
 */
export const formats: readonly Format[] = Object.freeze([
  // Certain signatures.
  // Text.
])
