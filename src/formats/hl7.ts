import { textFormat } from './text-format.ts'

/** HL7 version 2 messages in their pipe notation (HL7 v2.5.1, chapter 2.5), read as text: one line a segment. */
export const hl7 = textFormat({
  id: 'hl7',
  title: 'HL7 version 2 messages',
  medium: 'document',
  mediaTypes: { 'application/hl7-v2': ['hl7', 'er7'] },
  recognizes: (text) => (header.test(text) ? 'application/hl7-v2' : undefined),
})

// MSH, or the header of a file or batch of them; the separators it names are nearly always these.
const header = /^[\x0B\s]{0,10}(?:MSH|FHS|BHS)([|!#])[^A-Za-z0-9\s]{3,5}\1/
