import { hash } from 'node:crypto'
import type { Finding } from '../../src/core/finding.ts'
import type { ItemRef } from '../../src/core/item.ts'
import type { ItemOutcomes, Outcome } from '../../src/core/outcome.ts'
import type { DumpContext, Facts, Links, Severity } from '../../src/core/severity.ts'
import type { Rescore, ScanStart } from '../../src/stores/store.ts'

/** A scan of nothing in particular. */
export const start: ScanStart = Object.freeze({
  toolVersion: '0.0.0-test',
  source: 'file:///dump',
  options: Object.freeze({ context: 'auto', include: ['*.txt'], languages: null }),
  redo: 'unfinished',
})

/** A record with nothing in it, but for what is told. */
export function outcome(uri: string, told: Partial<Outcome> = {}): Outcome {
  const facts = told.facts ?? { kind: told.kind ?? 'other', entities: {}, fields: [], flags: [] }
  return {
    uri,
    parentUri: null,
    sizeBytes: 10,
    modifiedAt: '2024-05-06T07:08:09.000Z',
    sha256: hash('sha256', uri, 'hex'),
    mediaType: 'text/plain',
    medium: 'document',
    kind: 'other',
    kindConfidence: 0.5,
    kindBecause: [],
    language: null,
    coverage: 'full',
    coverageCause: null,
    problems: [],
    findings: [],
    fields: [],
    metadata: [],
    pictures: [],
    flags: [],
    facts,
    severity: score(facts, 'general', { resolvesToName: false, by: [] }),
    ...told,
  }
}

/** An entry of the source with what lies inside it. */
export function tree(entry: Outcome, ...inside: readonly Outcome[]): ItemOutcomes {
  return [entry, ...inside]
}

/** An entry with nothing inside. */
export function item(uri: string, told: Partial<Outcome> = {}): ItemOutcomes {
  return [outcome(uri, told)]
}

/** What a listing says of an entry that was written. */
export function refOf([{ uri, sizeBytes, modifiedAt }]: ItemOutcomes): ItemRef {
  return { uri, type: 'file', size: sizeBytes, modifiedAt }
}

/** A finding in running text. */
export function finding(entityType: string, value: string, told: Partial<Finding> = {}): Finding {
  return {
    entityType,
    value,
    canonical: value.toLowerCase(),
    confidence: 0.9,
    origin: 'text',
    place: { unit: 'text', offset: 0 },
    offset: 7,
    length: [...value].length,
    detector: 'made-up@1',
    evidence: [
      { step: 'pattern', note: 'made-up', confidence: 0.5 },
      { step: 'context', note: 'a word', confidence: 0.9 },
    ],
    ...told,
  }
}

/** A finding in the record's own uri. */
export function findingInUri(entityType: string, value: string, uri: string): Finding {
  const offset = [...uri.slice(0, uri.indexOf(value))].length
  return finding(entityType, value, { origin: 'filename', place: { unit: 'filename', offset: 0 }, offset })
}

/** A score that shows what it was worked out from: links and context each raise it. */
export const score: Rescore = (facts: Facts, context: DumpContext, links: Links): Severity => {
  const dpc = context === 'clinic' ? 4 : 2
  const ei = links.resolvesToName ? 1 : 0.25
  const total = dpc * ei + 0.5
  return {
    dpc: { category: 'simple', value: dpc, because: [`a ${facts.kind}`] },
    ei: { family: links.resolvesToName ? 'code' : 'none', value: ei, because: links.by },
    cb: { value: 0.5, because: ['unknown-recipients'] },
    score: total,
    level: total < 2 ? 'low' : total < 3 ? 'medium' : total < 4 ? 'high' : 'very_high',
    context,
    notes: [],
  }
}

/** Takes the dump for nothing in particular. */
export const general = (): DumpContext => 'general'

/** A generator of numbers in 0…1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
