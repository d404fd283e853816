import { countMedicalWords, type MedicalWords } from './medical-words.ts'
import { countNumbers, type NumberCounts } from './numbers.ts'

/** Characters that are searched for structure. */
export const structureCharacters = 20_000

const mostCounted = 60

/** What a text is made of besides terms. Each count is worked out on first use. */
export class Structure {
  readonly #text: string
  #numbers: NumberCounts | undefined
  #medicalWords: MedicalWords | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** What the numbers are about: amounts, doses, laboratory values, ages. */
  get numbers(): NumberCounts {
    this.#numbers ??= countNumbers(this.#text, structureCharacters)
    return this.#numbers
  }

  /** Words made of the Greek and Latin roots that medicine uses in every language, and names of medicines. */
  get medicalWords(): MedicalWords {
    this.#medicalWords ??= countMedicalWords(this.#text, structureCharacters)
    return this.#medicalWords
  }

  /** Machine-readable lines of a travel document (ICAO 9303). */
  get machineReadableLines(): number {
    return this.#text.includes('<') ? this.#count(machineReadable) : 0
  }

  /** Fields of a driving licence by their numbers (Directive 2006/126/EC, annex I). */
  get licenceFields(): number {
    return this.#count(licenceField)
  }

  /** Whether this is what stands on a payment card: a number in groups or its first four digits, and months of validity. */
  get isPaymentCard(): boolean {
    const text = this.#text
    return text.length < mostOfCard && cardMonth.test(text) && (cardNumber.test(text) || cardStart.test(text))
  }

  /** Gaps to be filled in by hand, and boxes to tick. */
  get blanks(): number {
    return this.#count(blank)
  }

  /** Words that stand for a value to come: [Your name], {{total}}. */
  get placeholders(): number {
    return this.#count(placeholder)
  }

  #count(pattern: RegExp): number {
    const text = this.#text.length > structureCharacters ? this.#text.slice(0, structureCharacters) : this.#text
    pattern.lastIndex = 0
    let count = 0
    while (count < mostCounted && pattern.test(text)) count += 1
    return count
  }
}

// The first line by its fillers; the second by where it has its dates, also where OCR took fillers for letters.
const machineReadable =
  /^ {0,20}(?=[A-Z0-9< ]{0,60}<<)[A-Z0-9][A-Z0-9< ]{26,70}$|[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d|^\d{7}[MFX<]\d{7}[A-Z]{3}[A-Z0-9<]{11}\d/gm
const licenceField = /^ {0,12}(?:4[abcd]|[1-9])[.)] {0,3}\S|(?<= )4[abc][.)]? {0,2}\d/gm
const mostOfCard = 400
// «11/22», and no date around it; the number as it is embossed (ISO/IEC 7811-1), or its beginning printed below.
const cardMonth = /(?<![\d/.])(?:0[1-9]|1[0-2])\/[1-4]\d(?![\d/.])/
const cardNumber =
  /(?<!\d)[3-6]\d{3} {1,3}\d{4} {1,3}\d{4} {1,3}\d{1,4}(?!\d)|(?<!\d)3[47]\d{2} {1,3}\d{6} {1,3}\d{5}(?!\d)/
const cardStart = /^ {0,40}[3-6]\d{3} {0,3}$/m
const blank = /_{4,}|\.{6,}|…{3,}|[☐□▢]|\[ {0,3}\]/g
const placeholder =
  /\[(?:\p{L}|['’ .,:/-]){3,40}\]|\{\{|<(?:\p{L}| ){4,30}>|\bXX+[/.-]XX|\b(?:JJ|TT|DD|GG|dd|jj)[/.-](?:MM|mm)[/.-](?:AAAA|JJJJ|YYYY|yyyy|aaaa)\b|lorem ipsum|\bxxxx/gu
