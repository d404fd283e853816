import type { Severity } from '../../core/severity.ts'

/** A severity as JSON, for `record.explanation`. */
export type Explain = (facts: string, severity: Severity) => string

/** Explanations remembered at once. */
const remembered = 2_000

interface Entry {
  readonly severity: Severity
  readonly json: string
}

/**
 * Remembers what it wrote: a score depends on the facts alone and on what is the same throughout a run (Facts), and
 * most records of a dump hold the same few things. Where any term differs after all, it is written anew.
 */
export function makeExplain(): Explain {
  let known = new Map<string, Entry>()
  return (facts, severity) => {
    const entry = known.get(facts)
    if (entry && isSame(entry.severity, severity)) return entry.json
    const json = JSON.stringify(severity)
    if (known.size >= remembered) known = new Map()
    known.set(facts, { severity, json })
    return json
  }
}

function isSame(a: Severity, b: Severity): boolean {
  return (
    a.context === b.context &&
    a.dpc.value === b.dpc.value &&
    a.ei.value === b.ei.value &&
    a.cb.value === b.cb.value &&
    a.dpc.because[0] === b.dpc.because[0] &&
    a.ei.because[0] === b.ei.because[0] &&
    a.cb.because.length === b.cb.because.length &&
    a.notes.length === b.notes.length
  )
}
