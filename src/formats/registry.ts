import type { Format } from '../core/content.ts'
import { contact } from './contact.ts'
import { delimited } from './delimited.ts'
import { hl7 } from './hl7.ts'
import { mail } from './mail.ts'
import { sql } from './sql.ts'
import { text } from './text.ts'

/** Formats with a certain signature. Add one import and one entry; the order does not matter. */
const signedFormats: readonly Format[] = []

/** Formats that read text. Order matters: the more particular stands first, plain text last. */
export const textFormats: readonly Format[] = Object.freeze([mail, contact, hl7, sql, delimited, text])

/** Every format, in the order in which they are asked: almost anything may be text, so text comes last. */
export const formats: readonly Format[] = Object.freeze([...signedFormats, ...textFormats])
