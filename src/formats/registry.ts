import type { Format } from '../core/content.ts'

/** Every format, in the order in which they are asked: those with a certain signature first, text last. */
export const formats: readonly Format[] = Object.freeze([])
