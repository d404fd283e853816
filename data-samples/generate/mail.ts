/** One mail. Dates in RFC 5322 form. */
export interface Mail {
  readonly from: string
  readonly to: string
  readonly cc?: string
  readonly subject: string
  readonly date: string
  readonly id: string
  readonly headers?: readonly string[]
  readonly text: string
  /** How the text is carried: bare ASCII or 8-bit lines, quoted-printable or base64. */
  readonly as: '8bit' | 'quoted-printable' | 'base64'
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[]
}

const boundary = '----=_Part_4711_0815.1572861600000'

/** A mail as a file (RFC 5322, MIME), lines ended by CR LF. */
export function makeMail(mail: Mail): Uint8Array {
  const head = [
    ...(mail.headers ?? []),
    `From: ${address(mail.from)}`,
    `To: ${address(mail.to)}`,
    ...(mail.cc ? [`Cc: ${address(mail.cc)}`] : []),
    `Subject: ${encodedWord(mail.subject)}`,
    `Date: ${mail.date}`,
    `Message-ID: <${mail.id}>`,
    'MIME-Version: 1.0',
  ]
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${mail.as}`,
    '',
    carried(mail.text, mail.as),
  ]
  if (!mail.attachments) return Buffer.from([...head, ...text].join('\n').replaceAll('\n', '\r\n'))
  const parts = mail.attachments.map(({ name, type, bytes }) =>
    [
      `Content-Type: ${type}; name="${encodedWord(name)}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${encodedWord(name)}"`,
      '',
      base64Lines(bytes),
    ].join('\n'),
  )
  const body = [text.join('\n'), ...parts].map((each) => `--${boundary}\n${each}\n`).join('')
  const all = [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    'This is a multi-part message in MIME format.',
    `${body}--${boundary}--\n`,
  ]
  return Buffer.from(all.join('\n').replaceAll('\n', '\r\n'))
}

/** A mailbox (RFC 4155) of mails, lines ended by LF. */
export function makeMbox(
  mails: readonly { readonly sender: string; readonly received: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const entries = mails.map(({ sender, received, bytes }) => {
    const text = Buffer.from(bytes)
      .toString('utf8')
      .replaceAll('\r\n', '\n')
      .replace(/^(>*From )/gm, '>$1')
    return `From ${sender} ${received}\n${text.trimEnd()}\n\n`
  })
  return Buffer.from(entries.join(''))
}

function carried(text: string, as: Mail['as']): string {
  if (as === 'base64') return base64Lines(Buffer.from(text))
  return as === 'quoted-printable' ? quotedPrintable(text) : text
}

function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\n')
}

/** RFC 2045 § 6.7, soft line breaks before the 76th sign. */
function quotedPrintable(text: string): string {
  const pieces = (line: string) =>
    Array.from(Buffer.from(line), (byte) =>
      byte >= 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
  const wrapped = (line: string) => {
    let out = ''
    let column = 0
    for (const piece of pieces(line)) {
      if (column + piece.length > 75) {
        out += '=\n'
        column = 0
      }
      out += piece
      column += piece.length
    }
    return out.replace(/ $/, '=20')
  }
  return text.split('\n').map(wrapped).join('\n')
}

/** RFC 2047, where the text is not ASCII. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  return [...(text.match(/.{1,18}/gsu) ?? [])]
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join(' ')
}

function address(text: string): string {
  const [, name, mailbox] = /^(.*?)\s*(<[^<>]+>)$/.exec(text) ?? []
  return name && mailbox
    ? `${/^[\w .-]+$/.test(name) ? name : /^[\x20-\x7e]*$/.test(name) ? `"${name}"` : encodedWord(name)} ${mailbox}`
    : text
}
