import { countrySpecs } from 'ibantools'
import type { Candidate } from '../../core/finding.ts'
import { mod97 } from '../engine/check-digits.ts'
import { commonWords } from '../engine/common-words.ts'
import { judge, type Rule } from '../engine/judge.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'

/** Length and structure of an IBAN by country, from the registry that ISO 13616-2 names. */
const countries: ReadonlyMap<string, { readonly length: number; readonly account: RegExp }> = new Map(
  Object.entries(countrySpecs).flatMap(([country, { chars, bban_regexp, IBANRegistry }]) =>
    chars && bban_regexp && IBANRegistry === true
      ? [[country, { length: chars, account: new RegExp(bban_regexp) }] as const]
      : [],
  ),
)

const rule: Rule = {
  id: 'iban',
  isPossible: (value) => countries.get(value.slice(0, 2))?.account.test(value.slice(4)) ?? false,
  check: {
    isValid: (value) => mod97(value.slice(4) + value.slice(0, 4)) === 1,
    falseRate: 1 / 97,
  },
  keepsDamaged: true,
}

/** Share of stretches with a country's letters and length that are an IBAN, before the check digits are looked at. */
const confidence = 0.5

export const iban = defineUnit({
  id: rule.id,
  version: 1,
  entityType: 'IBAN_CODE',
  title: 'International bank account number (IBAN)',
  isRepairable: true,
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.iso.org/standard/81090.html',
  words: {
    ...commonWords,
    [rule.id]: listed(`
    iban, account, bank account, account number, bank, rib, compte, compte bancaire, banque, coordonnées bancaires,
    virement, konto, bankverbindung, kontonummer, überweisung, cuenta, cuenta bancaria, banco, transferencia, conto,
    conto corrente, bonifico, banca, conta, conta bancária, rekening, rekeningnummer, wire transfer, bank transfer,
    آيبان, حساب, بنك
  `),
  },
  anchors: [{ by: 'runs', from: 4, to: Number.POSITIVE_INFINITY, hasLetters: true }],
  examples: {
    hits: ['FR76 3000 6000 0112 3456 7890 189', 'iban: DE89370400440532013000', 'GB29-NWBK-6016-1331-9268-19'],
    misses: ['FR76 3000 6000 0112 3456 7890 188', 'DE8937040044053201300', 'XX89370400440532013000'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(iban, text, context)
    const found: Candidate[] = []
    for (let run = 0; run < scan.runStart.length; run += 1) {
      const start = scan.runStart[run] ?? 0
      if ((scan.runEnd[run] ?? 0) - start < 4 || !isHead(scan.codes, start)) continue
      const end = endOf(scan, start)
      const candidate =
        end > 0 ? judge(scan, rule, { start, end, confidence, isPartOfLonger: false }, context.asked) : undefined
      if (candidate !== undefined) found.push(candidate)
    }
    return found
  },
})

/** Two letters and two digits. */
function isHead(codes: Uint16Array, at: number): boolean {
  const [one, two, three, four] = [codes[at] ?? 0, codes[at + 1] ?? 0, codes[at + 2] ?? 0, codes[at + 3] ?? 0]
  return isNumeral(three) && isNumeral(four) && isLetter(one) && isLetter(two)
}

/** Where the country's number of signs is complete, with at most one space, hyphen or dot between two; 0 where it is not. */
function endOf(scan: Scan, start: number): number {
  const { text, codes } = scan
  const wanted = countries.get(text.slice(start, start + 2).toUpperCase())?.length ?? 0
  let at = start
  for (let seen = 0; seen < wanted; at += 1) {
    const code = codes[at] ?? 0
    if (isLetter(code) || isNumeral(code)) seen += 1
    else if (!isGap(code) || isGap(codes[at - 1] ?? 0)) return 0
  }
  if (isLetter(codes[at] ?? 0) || isNumeral(codes[at] ?? 0)) return 0
  return wanted > 0 && hasOneCase(text.slice(start, at)) ? at : 0
}

function hasOneCase(written: string): boolean {
  return written === written.toUpperCase() || written === written.toLowerCase()
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isNumeral(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isGap(code: number): boolean {
  return code === 0x20 || code === 0x2d || code === 0x2e
}
