import { type CodeCount, codeShape, hasLetters } from '../../core/code-shape.ts'
import type { Segment } from '../../core/content.ts'
import { type Evidence, type Finding, learntDetector } from '../../core/finding.ts'

/** What may be a number of a series, standing by itself. A name of a file joins words with '_' and '.'. */
const code =
  /(?<![\p{L}\p{N}@#&%=+*/\\.,:-])(?:[A-Za-z]{1,4}[-_]?\d{3,12}|\d{2,6}[-/]\d{3,8}|\d{7,12})(?![\p{L}\p{N}@%+*\\/=-]|[.,:]\d)/uy
/** The same where '/' parts folders. */
const codeInPath =
  /(?<![\p{L}\p{N}@#&%=+*.,:-])(?:[A-Za-z]{1,4}[-_]?\d{3,12}|\d{2,6}-\d{3,8}|\d{7,12})(?![\p{L}\p{N}])/uy
/** What says that the number behind it is of something else than a person: 'Facture n°', 'order #', 'lot:'. */
const otherLabel =
  /(?<!\p{L})(?:invoice|order|purchase|quote|quotation|receipt|batch|lot|serial|model|part|item|article|product|sku|ticket|contract|policy|account|version|build|room|page|flight|commande|facture|devis|avoir|reçu|série|modèle|pièce|produit|contrat|police|compte|rechnung|bestellung|auftrag|angebot|quittung|charge|seriennummer|modell|artikel|vertrag|konto|zimmer|factura|pedido|presupuesto|recibo|lote|serie|modelo|artículo|producto|contrato|póliza|cuenta|fattura|ordine|preventivo|ricevuta|lotto|matricola|modello|articolo|contratto|polizza|conto|fatura|encomenda|orçamento|série|artigo|apólice|conta|factuur|bestelling|offerte|bon|partij|serienummer|contract|polis|rekening|فاتورة|طلب|عقد|حساب)s?(?:[ _-]{0,2}(?:n[°ºo.]{1,2}|nos?|nr|num|num[eé]ro|nummer|number|id|ref|réf)\.?|[ ]رقم)?[ \t]{0,3}[:#=№]?[ \t]{0,3}$/iu
const labelReach = 32
/** Codes of one text that are looked at, and different shapes of one record that are kept. */
const [mostCodes, mostShapes] = [2_000, 32]

/** The codes of one record that nothing claims, by shape. */
export class LooseCodes {
  readonly #counts = new Map<string, { loose: number; other: number }>()

  /** Takes in a text after its findings. */
  take(segment: Segment, findings: readonly Finding[]): void {
    for (const { shape, start } of codesIn(segment, findings)) {
      this.note(shape, segment.origin !== 'filename' && isOfElse(segment.text, start) ? 'other' : 'loose')
    }
  }

  /** Counts one code. */
  note(shape: string, use: 'loose' | 'other'): void {
    const known = this.#counts.get(shape)
    if (known) known[use] += 1
    else if (this.#counts.size < mostShapes)
      this.#counts.set(shape, { loose: use === 'loose' ? 1 : 0, other: use === 'other' ? 1 : 0 })
  }

  counts(): readonly CodeCount[] {
    return [...this.#counts].map(([shape, counts]) => ({ shape, ...counts }))
  }
}

interface Code {
  readonly shape: string
  readonly written: string
  /** In UTF-16 units, and in code points, from the text's beginning. */
  readonly start: number
  readonly offset: number
}

/** The codes of a text on which nothing was found, in order; the findings are in order too. */
function* codesIn({ text, place, origin }: Segment, findings: readonly Finding[]): Generator<Code> {
  const pattern = origin === 'filename' ? codeInPath : code
  let [passed, offset] = [0, 0]
  let left = mostCodes
  let next = 0
  let end = 0
  for (const { index } of text.matchAll(digits)) {
    if (index < end) continue
    const start = beginningOf(text, index, end)
    pattern.lastIndex = start
    const written = pattern.exec(text)?.[0]
    const shape = written && codeShape(written)
    if (!shape) continue
    end = start + written.length
    if (left === 0) return
    left -= 1
    offset += codePoints(text, passed, start)
    passed = start
    const from = place.offset + offset
    while (next < findings.length && endOf(findings[next]) <= from) next += 1
    if ((findings[next]?.offset ?? Number.POSITIVE_INFINITY) < from + written.length) continue
    yield { shape, start, written, offset }
  }
}

/** Digits of which a code has at least one stretch, or two in a pair. */
const digits = /\d{2,}/g
const mostLetters = 4

/** Where the code begins whose first digits stand at `at`: at its letters, which a sign may tie to them. */
function beginningOf(text: string, at: number, from: number): number {
  const tied = at - 1 > from && isTie(text.charCodeAt(at - 1)) ? at - 1 : at
  let start = tied
  while (start > from && tied - start < mostLetters && isLetter(text.charCodeAt(start - 1))) start -= 1
  return start === tied ? at : start
}

function isTie(code: number): boolean {
  return code === 0x2d || code === 0x5f
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function endOf(finding: Finding | undefined): number {
  return finding ? finding.offset + finding.length : 0
}

function codePoints(text: string, from: number, to: number): number {
  let count = to - from
  for (let at = from; at < to; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1
  return count
}

function isOfElse(text: string, start: number): boolean {
  return otherLabel.test(text.slice(Math.max(0, start - labelReach), start))
}

/**
 * Codes of the shapes that a dump's labelled patients' numbers have, where nothing else was found: sorted by place.
 * @param shapes as the store learnt them
 */
export function learntFindings(segment: Segment, findings: readonly Finding[], shapes: ReadonlySet<string>): Finding[] {
  const found: Finding[] = []
  for (const { shape, start, written, offset } of codesIn(segment, findings)) {
    if (!shapes.has(shape)) continue
    if (segment.origin !== 'filename' && isOfElse(segment.text, start)) continue
    const confidence = hasLetters(shape) ? lettersSay : digitsSay
    found.push({
      entityType: 'PATIENT_ID',
      value: written,
      canonical: written.toUpperCase().replace(/[^A-Z0-9]/g, ''),
      confidence,
      origin: segment.origin,
      place: segment.place,
      offset: segment.place.offset + offset,
      length: written.length,
      detector: `${learntDetector}@1`,
      evidence: hasLetters(shape) ? byLetters : byDigits,
    })
  }
  return found
}

/** How sure the shape makes that a number is a patient's: one with letters of its own is seldom anything else. */
const [lettersSay, digitsSay] = [0.8, 0.6]
const note = "written like the patients' numbers that labels name in this dump"
const byLetters: readonly Evidence[] = Object.freeze([{ step: 'pattern', note, confidence: lettersSay }])
const byDigits: readonly Evidence[] = Object.freeze([{ step: 'pattern', note, confidence: digitsSay }])
