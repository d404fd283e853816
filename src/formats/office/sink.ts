import type { Extract, Origin, TableRows } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { type CoverageCause, ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { looksLikePersonName } from '../person-name.ts'
import { type TextBudget, type TextFlow, textFlow } from './text-flow.ts'

/** Gathers what one office document gives, within its limits, in the order in which it is met. */
export interface Sink {
  readonly limits: Limits
  /** The text of one part. A name that is taken gets a number, so that each place is one text. */
  flow(part: string, origin?: Origin): TextFlow
  /** The name under which a table of the document is told: one that is taken gets a number. */
  tableName(name: string): string
  rows(part: TableRows): void
  /** Told once, however often it is met. */
  flag(name: string): void
  metadata(name: string, value: string, isPersonal: boolean): void
  /** Somebody who worked on the document. Told once per name and role. */
  person(name: string, value: string): void
  /** The target of a link: text of a part of its own. */
  link(target: string): void
  child(name: string, reader: Reader): void
  gap(cause: CoverageCause, message: string): void
  /** Makes a fault of one part of the item a gap. @throws the error where it is the reader's or ours */
  fault(error: unknown): void
  /** True once the item has given all the text it may. */
  isFull(): boolean
  /** What has been gathered since the last time. */
  drain(): Extract[]
  /** The links, and what is left to say. */
  finish(): Extract[]
}

/** Faults that end the item, not just one part of it. */
export const readerFaults: ReadonlySet<CoverageCause> = new Set(['unreadable', 'changed_while_reading', 'time_limit'])
const linksAtMost = 10_000

/** A sink for one item. */
export function makeSink(limits: Limits): Sink {
  const out: Extract[] = []
  const seen = new Set<string>()
  const budget: TextBudget = { left: limits.textCharacters, isSpent: false }
  const links = new Set<string>()
  const [parts, tables] = [new Map<string, number>(), new Map<string, number>()]
  let entries = 0

  const isFirst = (key: string) => seen.size < linksAtMost && !seen.has(key) && seen.add(key) !== undefined
  const gap = (cause: CoverageCause, message: string) => {
    if (isFirst(`gap ${cause} ${message}`)) out.push({ what: 'gap', cause, message })
  }
  const metadata = (name: string, value: string, isPersonal: boolean, entityType?: string) => {
    const text = value.trim().toWellFormed()
    if (text === '') return
    if (entries++ >= limits.metadata) return gap('too_many', `more than ${limits.metadata} properties`)
    const short = text.slice(0, limits.metadataCharacters).toWellFormed()
    const type = entityType === undefined ? {} : { entityType }
    out.push({ what: 'metadata', name, value: short, personal: isPersonal, ...type })
  }
  return {
    limits,
    flow(part, origin = 'text') {
      return textFlow(free(part, parts), origin, limits, budget, out)
    },
    tableName: (name) => free(name, tables),
    rows: (part) => void out.push(part),
    flag(name) {
      if (isFirst(`flag ${name}`)) out.push({ what: 'flag', name })
    },
    metadata,
    person(name, value) {
      const text = value.trim()
      if (!isFirst(`person ${name} ${text}`)) return
      if (looksLikePersonName(text)) metadata(name, text, true, 'PERSON')
      else metadata(name, text, true)
    },
    link(target) {
      if (links.size < linksAtMost) links.add(target)
      else gap('too_many', `more than ${linksAtMost} links`)
    },
    child: (name, reader) => void out.push({ what: 'child', name, modifiedAt: null, reader }),
    gap,
    fault(error) {
      if (!(error instanceof ItemError) || readerFaults.has(error.code)) throw error
      gap(error.code, error.message)
    },
    isFull: () => budget.isSpent,
    drain: () => out.splice(0),
    finish() {
      const flow = textFlow('links', 'text', limits, budget, out)
      for (const target of links) flow.line(target)
      flow.finish()
      if (budget.isSpent) gap('too_large', `more than ${limits.textCharacters} characters of text`)
      return out.splice(0)
    },
  }
}

/** The name itself for the first that asks for it, with a number for the others. */
function free(name: string, taken: Map<string, number>): string {
  const number = (taken.get(name) ?? 0) + 1
  taken.set(name, number)
  return number === 1 ? name : `${name} (${number})`
}
