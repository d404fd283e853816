import { byteClass, type SingleByte, singleByteCharsets, usualCharacters } from './charset-tables.ts'

/** Bytes around characters beyond ASCII that a guess is made from. */
const sampleBytes = 3_000
/** Bytes kept on each side of a byte beyond ASCII. */
const contextBytes = 4

/**
 * The most likely charset of bytes that are neither ASCII nor UTF-8, by how natural the text would be: letters where
 * letters belong, capitals at the beginning of words, usual letters more often than rare ones.
 * @returns a WHATWG name or 'ibm850', with the score per byte beyond ASCII; below 0 the bytes are hardly text.
 *   undefined where there is nothing beyond ASCII
 */
export function guessCharset(bytes: Uint8Array): { readonly charset: string; readonly score: number } | undefined {
  const sample = sampleOf(bytes)
  const high = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0)
  if (high === 0) return undefined
  let best = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const candidate of singleByteCharsets()) {
    const score = scoreSingle(sample, candidate) / high
    // Earlier entries are the more usual charsets and win a tie.
    if (score > best.score + 1e-9) best = { charset: candidate.name, score }
  }
  for (const candidate of doubleByteCharsets()) {
    const score = scoreDouble(sample, candidate) / high
    if (score > best.score) best = { charset: candidate.name, score }
  }
  return best
}

/** The bytes beyond ASCII with a little of what stands around them; a space where something is left out. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleBytes)
  let length = 0
  let copied = 0
  for (let at = 0; at < bytes.length && length < sampleBytes; at++) {
    if ((bytes[at] ?? 0) < 128) continue
    const from = Math.max(copied, at - contextBytes)
    if (from > copied) sample[length++] = 32
    const until = Math.min(bytes.length, at + contextBytes + 1)
    for (let next = from; next < until && length < sampleBytes; next++) sample[length++] = bytes[next] ?? 0
    copied = until
  }
  return sample.subarray(0, length)
}

const { plain, lower, upper, caseless, sign, apostrophe, odd, bad } = byteClass

function scoreSingle(sample: Uint8Array, { isLatin, classes, weights }: SingleByte): number {
  let score = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    if (byte < 128) continue
    const before = sample[at - 1] ?? 32
    const after = sample[at + 1] ?? 32
    score += scoreCharacter(classes[byte] ?? bad, weights[byte] ?? 0, before, after, isLatin, classes)
  }
  return score
}

function scoreCharacter(
  own: number,
  weight: number,
  before: number,
  after: number,
  isLatin: boolean,
  classes: Uint8Array,
): number {
  const previous = classes[before] ?? plain
  const next = classes[after] ?? plain
  const isWithin = isLetter(previous) && isLetter(next)
  if (own === bad) return -20
  if (own === odd) return isWithin ? -8 : -2
  if (own === sign) return isWithin ? -6 : 2
  if (own === apostrophe) return isLetter(previous) || isLetter(next) ? 3 : 1
  // Letters of other scripts stand among themselves; Latin ones mostly among ASCII letters.
  const neighbours = (isLetter(previous) ? 1 : 0) + (isLetter(next) ? 1 : 0)
  const asciiNeighbours = (isLetter(previous) && before < 128 ? 1 : 0) + (isLetter(next) && after < 128 ? 1 : 0)
  if (!isLatin && asciiNeighbours > 0) return -6
  if (isLatin && neighbours > asciiNeighbours) weight -= 3
  if (neighbours === 0) return weight > 4 && isLatin ? 0 : -1
  if (own === upper && previous === lower) return -6
  if (own === lower && next === upper) return -6
  if (own === upper) return weight / 2
  return weight
}

function isLetter(kind: number): boolean {
  return kind === lower || kind === upper || kind === caseless
}

/** A charset with two bytes for most characters. */
interface DoubleByte {
  readonly name: string
  readonly decoder: InstanceType<typeof TextDecoder>
  readonly script: RegExp
  readonly usual: ReadonlySet<string>
}

let prepared: readonly DoubleByte[] | undefined

function doubleByteCharsets(): readonly DoubleByte[] {
  prepared ??= [
    doubleByte('euc-kr', /[\uAC00-\uD7A3]/, usualCharacters.korean),
    doubleByte('shift_jis', /[\u3040-\u30FF\u4E00-\u9FA0]/, usualCharacters.japanese),
    doubleByte('euc-jp', /[\u3040-\u30FF\u4E00-\u9FA0]/, usualCharacters.japanese),
    doubleByte('gb18030', /[\u4E00-\u9FA5]/, usualCharacters.chinese),
    doubleByte('big5', /[\u4E00-\u9FA5]/, usualCharacters.traditional),
  ]
  return prepared
}

function doubleByte(name: string, script: RegExp, usual: string): DoubleByte {
  return { name, decoder: new TextDecoder(name), script, usual: new Set(usual) }
}

const kana = /[\u3041-\u3096\u30A1-\u30FA\u30FC]/
const fullWidth = /[\u3000-\u3011\uFF01-\uFF5E\u2010-\u2026\u00B7]/
const asciiLetter = /[A-Za-z]/

function scoreDouble(sample: Uint8Array, { decoder, script, usual }: DoubleByte): number {
  const characters = [...decoder.decode(sample)]
  let score = 0
  characters.forEach((character, at) => {
    if (character < '\x80') return
    const isBesideLetter = asciiLetter.test(characters[at - 1] ?? ' ') || asciiLetter.test(characters[at + 1] ?? ' ')
    if (character === '\uFFFD') score -= 20
    else if (fullWidth.test(character)) score += 6
    else if (!script.test(character)) score -= 6
    else if (isBesideLetter) score -= 8
    else if (usual.has(character) || kana.test(character)) score += 14
    else score += 7
  })
  return score
}
