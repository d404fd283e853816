import type { Candidate } from '../core/finding.ts'
import type { Unit } from './engine/plan.ts'

/** A candidate with the unit that says it. */
export interface Claim {
  readonly unit: Unit
  readonly candidate: Candidate
}

/** Types that may lie inside a value of another type and are told beside it. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  URL: ['EMAIL_ADDRESS', 'IP_ADDRESS', 'CREDENTIAL', 'API_KEY'],
}

/**
 * The claims that stand, in the order of the text. Of claims to the same place the best founded stands: check digits
 * before structure and labels, these before bare patterns; then the longer; then the surer.
 */
export function resolveOverlaps(claims: Claim[]): readonly Claim[] {
  if (claims.length < 2) return claims
  const standing: Claim[] = []
  let group: Claim[] = []
  let end = -1
  for (const claim of claims.sort(byPlace)) {
    if (claim.candidate.start >= end) {
      standing.push(...bestOf(group))
      group = []
    }
    group.push(claim)
    end = Math.max(end, claim.candidate.end)
  }
  standing.push(...bestOf(group))
  return standing
}

/**
 * Claims of one group touch each other in a chain, and hostile text makes long ones: what is taken is kept by position,
 * so that the work grows with the length of the claims alone.
 */
function bestOf(group: Claim[]): readonly Claim[] {
  if (group.length < 2) return group
  const from = group[0]?.candidate.start ?? 0
  const takenBy: (Claim | undefined)[] = []
  const heldBy: (Claim | undefined)[] = []
  const kept: Claim[] = []
  for (const claim of group.sort(byPlace).map(backed).sort(byEvidence)) {
    if (![takenBy, heldBy].every((owners) => isFree(owners, claim, from))) continue
    kept.push(claim)
    const owners = mayHold[claim.unit.entityType] === undefined ? takenBy : heldBy
    for (let at = claim.candidate.start; at < claim.candidate.end; at += 1) owners[at - from] = claim
  }
  return kept.sort(byPlace)
}

/** Neighbours of a claim that are asked whether they back it. */
const mostBacking = 12

/** A claim that holds another of its type stands on the better of their evidence: a name that is seen around one that is labelled. */
function backed(claim: Claim, at: number, all: readonly Claim[]): Claim {
  if (claim.candidate.evidence[0]?.step !== 'model') return claim
  let best = claim
  for (let other = Math.max(0, at - mostBacking); other <= at + mostBacking; other += 1) {
    const inner = all[other]
    if (inner === undefined || inner === claim || inner.unit.entityType !== claim.unit.entityType) continue
    if (inner.candidate.start < claim.candidate.start || inner.candidate.end > claim.candidate.end) continue
    const { evidence, confidence } = inner.candidate
    if (rank(inner) < rank(best) || confidence < defaultBacking) continue
    const sum = 1 - (1 - confidence) * (1 - best.candidate.confidence)
    const both = Math.min(mostSure, Math.round(sum * 1_000) / 1_000)
    const steps = evidence.map((step) => ({ ...step, confidence: both }))
    best = {
      unit: claim.unit,
      candidate: { ...claim.candidate, confidence: both, evidence: [...claim.candidate.evidence, ...steps] },
    }
  }
  return best
}
/** Claims below this back nothing. */
const defaultBacking = 0.3
const mostSure = 0.97

function isFree(owners: readonly (Claim | undefined)[], claim: Claim, from: number): boolean {
  for (let at = claim.candidate.start; at < claim.candidate.end; at += 1) {
    const owner = owners[at - from]
    if (owner !== undefined && !holds(owner, claim) && !holds(claim, owner)) return false
  }
  return true
}

function holds(outer: Claim, inner: Claim): boolean {
  return (
    (mayHold[outer.unit.entityType]?.includes(inner.unit.entityType) ?? false) &&
    outer.candidate.start <= inner.candidate.start &&
    outer.candidate.end >= inner.candidate.end
  )
}

function byEvidence(one: Claim, other: Claim): number {
  return (
    rank(other) - rank(one) ||
    length(other) - length(one) ||
    other.candidate.confidence - one.candidate.confidence ||
    byPlace(one, other)
  )
}

function byPlace(one: Claim, other: Claim): number {
  return (
    one.candidate.start - other.candidate.start ||
    one.candidate.end - other.candidate.end ||
    (one.unit.id < other.unit.id ? -1 : one.unit.id > other.unit.id ? 1 : 0)
  )
}

function length({ candidate }: Claim): number {
  return candidate.end - candidate.start
}

/** 2: check digits hold; 1: its label stands beside it, or its structure proves it; 0.5: it reads like it; 0: it looks like it. */
function rank({ candidate }: Claim): number {
  let best = 0
  for (const { step, note } of candidate.evidence) {
    if (step === 'checksum' && note === checksHold) return 2
    if (step === 'label' || step === 'structure') best = 1
    else if (step === 'model') best = Math.max(best, 0.5)
  }
  return best
}
const checksHold = 'check digits hold'
