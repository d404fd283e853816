import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Places of the components in a traineddata file that hold its dictionary and its letters. */
const [dictionaryPart, lettersPart] = [19, 21] as const
const flagBits = 3
const lastFlag = 1n
const wordFlag = 4n
const longestWord = 24

/** Languages of the templates, as the packages of the OCR's data call them. */
export const dictionaryCodes: Readonly<Record<string, string>> = {
  en: 'eng',
  fr: 'fra',
  es: 'spa',
  de: 'deu',
  it: 'ita',
  pt: 'por',
  nl: 'nld',
  ar: 'ara',
}

/**
 * The words of the dictionary that comes with the OCR's data for a language (Apache-2.0): a graph of letters, of which
 * each edge is one number (tesseract, `dict/dawg.h`).
 */
export function dictionaryOf(language: string): readonly string[] {
  const bytes = traineddata(dictionaryCodes[language] ?? 'eng')
  const letters = part(bytes, lettersPart)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ')[0] ?? '')
  const graph = part(bytes, dictionaryPart)
  const unicharCount = graph.readInt32LE(2)
  const letterBits = BigInt(Math.ceil(Math.log2(unicharCount + 1)))
  const edges = new BigUint64Array(new Uint8Array(graph.subarray(10)).buffer, 0, graph.readInt32LE(6))
  const words: string[] = []
  const walk = (node: number, before: string) => {
    if (before.length > longestWord) return
    for (let at = node; at < edges.length; at += 1) {
      const edge = edges[at] ?? 0n
      const word = before + (letters[Number(edge & ((1n << letterBits) - 1n))] ?? '')
      const flags = edge >> letterBits
      if ((flags & wordFlag) !== 0n) words.push(word)
      const next = Number(edge >> (letterBits + BigInt(flagBits)))
      if (next !== 0) walk(next, word)
      if ((flags & lastFlag) !== 0n) return
    }
  }
  walk(0, '')
  return words
}

function traineddata(code: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/package.json`))
  return gunzipSync(readFileSync(join(folder, '4.0.0_best_int', `${code}.traineddata.gz`)))
}

function part(bytes: Buffer, index: number): Buffer {
  const count = bytes.readInt32LE(0)
  const offset = (at: number) => Number(bytes.readBigInt64LE(4 + 8 * at))
  let next = index + 1
  while (next < count && offset(next) < 0) next += 1
  return bytes.subarray(offset(index), next < count ? offset(next) : bytes.length)
}

const kept = new Map<string, readonly string[]>()

/** Words of everyday language: what the dictionary has in small letters; of German also nouns, which no other language has with a capital. */
export function ordinaryWords(language: string): readonly string[] {
  const known = kept.get(language)
  if (known) return known
  const all = dictionaryOf(language)
  const words = language === 'de' ? [...all.filter(isOrdinary), ...germanNouns(all)] : all.filter(isOrdinary)
  kept.set(language, words)
  return words
}

function isOrdinary(word: string): boolean {
  return /^\p{Ll}{3,16}$/u.test(word)
}

function germanNouns(all: readonly string[]): readonly string[] {
  const elsewhere = new Set(
    ['en', 'fr', 'es', 'it', 'nl'].flatMap((language) =>
      dictionaryOf(language).filter((word) => /^\p{Lu}\p{Ll}+$/u.test(word)),
    ),
  )
  return all.filter((word) => /^\p{Lu}\p{Ll}{3,20}$/u.test(word) && !elsewhere.has(word))
}
