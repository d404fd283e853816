import type { Detector, Finding } from '../../core/finding.ts'
import { detect } from '../detect.ts'

/** Cells that are searched at once: characters of a text made of them. */
const textCharacters = 2 ** 17

/** How the cells of a column are searched. */
export interface Search {
  readonly detectors: readonly Detector[]
  readonly language: string | undefined
  /** What stands before each value, so that detectors see what it is called; '' for nothing. */
  readonly label: string
  /** The only entity type that is looked for. */
  readonly only?: string
  /** The confidence from which a type is told, where it is not the default. */
  readonly thresholds?: Readonly<Record<string, number>> | undefined
}

/** What was found in one cell; the offsets of the findings mean nothing. */
export type CellFindings = readonly Finding[]

const none: CellFindings = Object.freeze([])

/** What is found in each of these cells, as if each stood alone behind its label. */
export function findInCells(cells: readonly string[], search: Search): readonly CellFindings[] {
  const found: CellFindings[] = []
  for (let from = 0; from < cells.length; ) {
    let to = from
    for (let length = 0; to < cells.length && (to === from || length < textCharacters); to += 1) {
      length += (cells[to]?.length ?? 0) + search.label.length + 1
    }
    for (const one of findInText(cells.slice(from, to), search)) found.push(one)
    from = to
  }
  return found
}

function findInText(
  cells: readonly string[],
  { detectors, language, label, only, thresholds }: Search,
): CellFindings[] {
  const before = label === '' ? '' : `${label}: `
  const lines = cells.map((cell) => before + cell)
  const text = lines.join('\n')
  const place = { unit: 'text', offset: 0 } as const
  const options = {
    language,
    ...(only === undefined ? { thresholds } : { entities: [only], minConfidence: thresholds?.[only] ?? 0.5 }),
  }
  const findings = detect({ what: 'segment', text, place, origin: 'table' }, detectors, options)
  const perCell = new Array<CellFindings>(cells.length).fill(none)
  let at = 0
  let end = codePoints(lines[0] ?? '')
  for (const finding of findings) {
    while (finding.offset > end && at < lines.length - 1) {
      at += 1
      end += 1 + codePoints(lines[at] ?? '')
    }
    // What goes on in the next cell was found by chance.
    if (finding.offset + finding.length > end) continue
    const known = perCell[at] ?? none
    perCell[at] = known === none ? [finding] : [...known, finding]
  }
  return perCell
}

const beyondOneUnit = /[\ud800-\udbff]/

function codePoints(text: string): number {
  if (!beyondOneUnit.test(text)) return text.length
  let count = text.length
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1
  return count
}
