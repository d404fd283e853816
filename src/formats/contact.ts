import { textFormat } from './text-format.ts'

/** Contact cards (RFC 6350) and calendars (RFC 5545), read as text. */
export const contact = textFormat({
  id: 'contact',
  title: 'Contact cards and calendars',
  medium: 'message',
  mediaTypes: { 'text/vcard': ['vcf', 'vcard'], 'text/calendar': ['ics', 'ical', 'ifb', 'vcs'] },
  recognizes(text) {
    const match = begin.exec(text)
    if (!match) return undefined
    return match[1]?.toLowerCase() === 'vcard' ? 'text/vcard' : 'text/calendar'
  },
  unread: [
    {
      pattern: /^[A-Z][A-Z0-9.-]{0,60};[^:\n]{0,300}(?:ENCODING=)?(?:QUOTED-PRINTABLE|BASE64|ENCODING=B)\b/im,
      gap: { what: 'gap', cause: 'unsupported_type', message: 'encoded values were not decoded' },
    },
  ],
})

const begin = /^\s{0,100}BEGIN:(VCARD|VCALENDAR)\s/i
