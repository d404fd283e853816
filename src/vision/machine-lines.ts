import type { Word } from './page-words.ts'

/** Where fields stand in the lines of a travel document (ICAO 9303 parts 4 to 7), by line and sign. */
interface Layout {
  readonly lines: number
  readonly length: number
  /** The line and the sign that the document number, the birth date and the date of expiry begin with. */
  readonly number: readonly [number, number]
  readonly birth: readonly [number, number]
  readonly expiry: readonly [number, number]
  /** The line that is all names and fillers behind its first signs. */
  readonly names: readonly [line: number, from: number]
}

const layouts: readonly Layout[] = [
  { lines: 2, length: 44, number: [1, 0], birth: [1, 13], expiry: [1, 21], names: [0, 5] },
  { lines: 2, length: 36, number: [1, 0], birth: [1, 13], expiry: [1, 21], names: [0, 5] },
  { lines: 3, length: 30, number: [0, 5], birth: [1, 0], expiry: [1, 8], names: [2, 0] },
]

const numberLength = 9
const dateLength = 6
/** Signs by which a line may be read too long or too short. */
const slack = 4
const leastLength = 26
/** Writings of a document number that are tried. */
const mostWritings = 512

/**
 * Words with the machine-readable lines of a travel document mended: fillers and digits that were taken for letters, as
 * far as the check digits of number, birth and expiry prove it. Lines that can't be proven stay as they were read.
 */
export function withMachineLines(words: readonly Word[]): readonly Word[] {
  const lines = candidates(words)
  for (let at = 0; at < lines.length; at += 1) {
    for (const layout of layouts) {
      const some = lines.slice(at, at + layout.lines)
      const mended =
        some.length === layout.lines
          ? mend(
              some.map(({ text }) => text),
              layout,
            )
          : undefined
      if (mended) return replaced(words, some, mended)
    }
  }
  return words
}

interface Candidate {
  readonly line: string
  readonly text: string
  readonly words: readonly Word[]
}

/** Lines that may be machine-readable ones, from top to bottom. */
function candidates(words: readonly Word[]): readonly Candidate[] {
  return [...Map.groupBy(words, ({ line }) => line)]
    .map(([line, own]) => ({ line, words: own, text: own.map(({ text }) => text).join('') }))
    .map((one) => ({
      ...one,
      text: one.text
        .replace(/[«‹]/g, '<')
        .replace(/[.,\-—_~'’"()]/g, '')
        .toUpperCase(),
    }))
    .filter(({ text }) => text.length >= leastLength && /^[A-Z0-9<]+$/.test(text) && /<{2}|[<KLCE]{6}/.test(text))
    .sort((one, other) => topOf(one) - topOf(other))
}

function topOf({ words }: Candidate): number {
  return Math.min(...words.map(({ top, height }) => top + height / 2))
}

function replaced(words: readonly Word[], lines: readonly Candidate[], mended: readonly string[]): readonly Word[] {
  const gone = new Set(lines.map(({ line }) => line))
  const made = lines.flatMap(({ words: [first, ...rest] }, at): Word[] => {
    if (!first) return []
    const right = Math.max(first.left + first.width, ...rest.map(({ left, width }) => left + width))
    return [{ ...first, text: mended[at] ?? '', width: right - first.left, confidence: proven }]
  })
  return [...words.filter(({ line }) => !gone.has(line)), ...made]
}

/** Confidence in lines whose check digits hold. */
const proven = 0.99

function mend(texts: readonly string[], layout: Layout): readonly string[] | undefined {
  const lines = texts.map((text) => fitted(text, layout.length))
  if (lines.some((line) => line === undefined)) return undefined
  const made = lines.map((line) => line ?? '')
  for (const [line, from] of [layout.birth, layout.expiry]) {
    const field = digits((made[line] ?? '').slice(from, from + dateLength + 1))
    if (!isChecked(field)) return undefined
    put(made, line, from, field)
  }
  const [line, from] = layout.number
  const number = provenNumber((made[line] ?? '').slice(from, from + numberLength + 1))
  if (number === undefined) return undefined
  put(made, line, from, number)
  const [nameLine, nameFrom] = layout.names
  put(made, nameLine, nameFrom, names((made[nameLine] ?? '').slice(nameFrom)))
  return made
}

function put(lines: string[], line: number, from: number, field: string): void {
  const text = lines[line] ?? ''
  lines[line] = text.slice(0, from) + field + text.slice(from + field.length)
}

/** A line of the right length: its longest stretch of fillers, or of what is read for them, is made longer or shorter. */
function fitted(text: string, length: number): string | undefined {
  const missing = length - text.length
  if (missing === 0) return text
  if (Math.abs(missing) > slack) return undefined
  const stretch = [...text.matchAll(/[<KLC]{3,60}/g)].sort((a, b) => b[0].length - a[0].length)[0]
  if (!stretch || stretch[0].length + missing < 1) return undefined
  const from = stretch.index
  return text.slice(0, from) + '<'.repeat(stretch[0].length + missing) + text.slice(from + stretch[0].length)
}

const digitFor: Readonly<Record<string, string>> = {
  ...{ O: '0', Q: '0', D: '0', U: '0', I: '1', L: '1', J: '1', Z: '2', A: '4', S: '5', G: '6', T: '7', B: '8' },
}
const letterFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '6': 'G', '8': 'B' }

function digits(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => digitFor[letter] ?? letter)
}

/** Names have no digits, and end in fillers. */
function names(field: string): string {
  const letters = field.replace(/\d/g, (digit) => letterFor[digit] ?? '<')
  const tail = /<[<KLCES]{3,60}$/.exec(letters)
  return tail ? letters.slice(0, tail.index).padEnd(field.length, '<') : letters
}

/** Digits are taken for letters more often than letters for digits. */
const rarer = 1.5

/** The writing of a document number, nearest to what was read, whose check digit holds. */
function provenNumber(field: string): string | undefined {
  const check = digits(field.slice(-1))
  let writings = ['']
  for (const sign of field.slice(0, -1)) {
    const others = [digitFor[sign], letterFor[sign]].filter((other) => other !== undefined)
    const all = writings.length > mostWritings ? [sign] : [sign, ...others]
    writings = writings.flatMap((writing) => all.map((one) => writing + one))
  }
  const changes = (writing: string) =>
    [...writing].reduce((sum, sign, at) => sum + (sign === field.charAt(at) ? 0 : /\d/.test(sign) ? 1 : rarer), 0)
  const right = writings.filter((writing) => isChecked(writing + check)).sort((a, b) => changes(a) - changes(b))[0]
  return right === undefined ? undefined : right + check
}

/** ICAO 9303 part 3: weights 7, 3, 1; digits count as they are, A…Z as 10…35, '<' as 0. */
function isChecked(field: string): boolean {
  let sum = 0
  for (let at = 0; at < field.length - 1; at += 1) {
    const sign = field.charAt(at)
    sum += (sign === '<' ? 0 : Number.parseInt(sign, 36)) * ([7, 3, 1][at % 3] ?? 0)
  }
  const check = field.charAt(field.length - 1)
  return sum % 10 === (check === '<' ? 0 : Number(check))
}
