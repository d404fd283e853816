import { textFormat, type UnreadMark } from './text-format.ts'

/** Lines of a header that are looked at. */
const headerLines = 400

// Fields that mail programs write, and fields that people write into memos too (RFC 5322 §3.6, RFC 2045 §3).
const technical = new Set([
  ...['received', 'message-id', 'return-path', 'mime-version', 'delivered-to', 'dkim-signature', 'content-type'],
  ...['in-reply-to', 'references', 'x-mailer', 'user-agent', 'envelope-to', 'x-received', 'authentication-results'],
  ...['content-transfer-encoding', 'resent-from', 'x-originating-ip', 'arc-seal', 'received-spf', 'x-mozilla-status'],
])
const common = new Set(['from', 'to', 'cc', 'bcc', 'subject', 'date', 'sender', 'reply-to'])

const unread: readonly UnreadMark[] = [
  {
    pattern: /^content-transfer-encoding:[ \t]{0,10}"?(?:base64|quoted-printable|x-uuencode)/im,
    gap: { what: 'gap', cause: 'unsupported_type', message: 'encoded parts of the mail were not decoded' },
  },
  {
    hint: '=?',
    pattern: /=\?[A-Za-z0-9_*-]{2,40}\?[BQbq]\?/,
    gap: { what: 'gap', cause: 'unsupported_type', message: 'encoded words of the header were not decoded' },
  },
]

/** Mail as it travels and as mailboxes keep it, read as text: RFC 5322, RFC 4155 (mbox), Apple's emlx, RFC 2557 (MHTML). */
export const mail = textFormat({
  id: 'mail',
  title: 'Mail and mailboxes',
  medium: 'message',
  mediaTypes: {
    'message/rfc822': ['eml', 'emlx', 'mime', 'nws'],
    'application/mbox': ['mbox', 'mbx'],
    'multipart/related': ['mht', 'mhtml'],
  },
  recognizes(text) {
    if (text.startsWith('From '))
      return mailboxLine.test(text) && fieldLine.test(afterLine(text)) ? 'application/mbox' : undefined
    const start = emlxLine.test(text) ? afterLine(text) : text.trimStart()
    if (!fieldLine.test(start) || !isHeader(start)) return undefined
    return webArchive.test(start.slice(0, 4_096)) ? 'multipart/related' : 'message/rfc822'
  },
  unread,
  takesBytes: true,
})

const mailboxLine = /^From (?:\S{1,300} |- )[^\n]{0,100}\d\d:\d\d/
const emlxLine = /^\d{1,10}[ \t]{0,10}\r?\n/
const fieldLine = /^([A-Za-z][A-Za-z0-9_-]{1,60}):/
const webArchive = /^content-type:\s{0,10}multipart\/related;[\s\S]{0,300}type="?text\/html|^From: <Saved by /im

function afterLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

/** Whether a text begins with the header of a mail. */
function isHeader(text: string): boolean {
  const names = new Set<string>()
  let hasAddress = false
  let at = 0
  for (let line = 0; line < headerLines && at < text.length; line++) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const content = text.slice(at, Math.min(end, at + 1_000))
    at = end + 1
    if (content.trimEnd() === '') break
    if (content.startsWith(' ') || content.startsWith('\t') || content.startsWith('>')) continue
    const name = fieldLine.exec(content)?.[1]?.toLowerCase()
    if (name === undefined) break
    if (common.has(name) && content.includes('@')) hasAddress = true
    names.add(name)
  }
  const technicals = [...names].filter((name) => technical.has(name)).length
  const commons = [...names].filter((name) => common.has(name)).length
  if (technicals >= 1) return technicals + commons >= 2 && (commons >= 1 || technicals >= 3)
  return commons >= 3 && hasAddress
}
