import { createDecoder } from './decoder.ts'

/** One property of a card or calendar entry (RFC 6350, RFC 5545; vCard 2.1 and iCalendar's older forms). */
export interface ContentLine {
  /** Capitals, without a group before it. */
  readonly name: string
  /** Parameters by their names in capitals; one without a name (vCard 2.1) is there as its own name and value. */
  readonly parameters: ReadonlyMap<string, string>
  /** Decoded where it was quoted-printable; base64 stands as it is, without blanks. */
  readonly value: string
  readonly isBase64: boolean
}

/** Splits text that comes in pieces into properties. */
export interface ContentLines {
  add(piece: string): void
  /** Properties that are complete; with `isLast` also what is left. */
  take(isLast: boolean): readonly ContentLine[]
  /** Whether a property was longer than is held, and cut. */
  readonly isCut: boolean
}

/** @param most characters of one property, with its continuations, that are held */
export function contentLines(most: number): ContentLines {
  let rest = ''
  let open = ''
  let isCut = false
  const hold = (text: string) => {
    if (open.length + text.length > most) isCut = true
    open = (open + text).slice(0, most)
  }
  const lines = (isLast: boolean): readonly string[] => {
    const end = isLast ? rest.length : rest.lastIndexOf('\n') + 1
    const whole = rest.slice(0, end)
    rest = rest.slice(end)
    return whole === ''
      ? []
      : whole
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => line.replace(/\r$/, ''))
  }
  return {
    add(piece) {
      rest += piece
      // A line without end is taken as it comes.
      if (rest.length > most && !rest.includes('\n')) {
        hold(rest)
        rest = ''
      }
    },
    take(isLast) {
      const found: ContentLine[] = []
      for (const line of lines(isLast)) {
        if (/^[ \t]/.test(line)) hold(line.slice(1))
        else if (isSoftBroken(open)) {
          open = open.slice(0, -1)
          hold(line)
        } else {
          found.push(...parsed(open))
          open = ''
          hold(line)
        }
      }
      if (isLast) {
        found.push(...parsed(open))
        open = ''
      }
      return found
    },
    get isCut() {
      return isCut
    },
  }
}

const quotedPrintable = /[;=]QUOTED-PRINTABLE\b/i

function isSoftBroken(line: string): boolean {
  return line.endsWith('=') && quotedPrintable.test(line.slice(0, 300))
}

const start = /^(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,60})((?:;(?:"[^"]{0,500}"|[^":;]){0,600}){0,20}):/

function parsed(line: string): readonly ContentLine[] {
  const match = start.exec(line)
  if (!match) return []
  const parameters = parametersOf(match[2] ?? '')
  const raw = line.slice(match[0].length)
  const encoding = (parameters.get('ENCODING') ?? '').toUpperCase()
  const isBase64 = encoding === 'B' || encoding === 'BASE64' || parameters.has('BASE64')
  const isQuoted = encoding === 'QUOTED-PRINTABLE' || parameters.has('QUOTED-PRINTABLE')
  const value = isBase64 ? raw.replace(/\s+/g, '') : isQuoted ? unquoted(raw, parameters.get('CHARSET')) : raw
  return [{ name: (match[1] ?? '').toUpperCase(), parameters, value, isBase64 }]
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const [parameter] of text.matchAll(/[^;"]{0,200}(?:"[^"]{0,500}"[^;"]{0,200})?/g)) {
    const equals = parameter.indexOf('=')
    const name = (equals < 0 ? parameter : parameter.slice(0, equals)).trim().toUpperCase()
    if (name !== '')
      parameters.set(
        name,
        equals < 0
          ? name
          : parameter
              .slice(equals + 1)
              .replaceAll('"', '')
              .trim(),
      )
  }
  return parameters
}

function unquoted(value: string, charset = 'utf-8'): string {
  // The text was decoded already: what stands outside of the code is put back as UTF-8.
  const bytes: number[] = []
  for (const [piece] of value.matchAll(/=[0-9A-Fa-f]{2}|[^=]+|=/g)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16))
    else for (const byte of Buffer.from(piece)) bytes.push(byte)
  }
  return createDecoder(known(charset)).decode(Buffer.from(bytes), true)
}

function known(charset: string): string {
  try {
    return new TextDecoder(charset).encoding
  } catch {
    // No such charset: UTF-8, which falls back to others by itself.
    return 'utf-8'
  }
}
