import type { Segment } from '../core/content.ts'
import type { Detector, Finding } from '../core/finding.ts'
import { openGates } from './engine/gates.ts'
import { withoutHidden } from './engine/hidden.ts'
import { planOf, type Unit } from './engine/plan.ts'
import { repaired } from './engine/repair.ts'
import { scanText } from './engine/scan.ts'
import { type Claim, resolveOverlaps } from './overlap.ts'
import { repeatedNames } from './person/repeated.ts'
import { roleOf, spreadRoles } from './person/role.ts'

/** Findings below this confidence are not told, unless their entity type was asked for by name. */
export const defaultMinConfidence = 0.5

/** What the caller of {@link detect} may say. */
export interface DetectOptions {
  /** ISO 639-1 of the text, where known. */
  readonly language?: string | undefined
  /** Only these entity types, weak matches too. */
  readonly entities?: readonly string[] | undefined
  /** Default: {@link defaultMinConfidence}; 0 where `entities` is given. */
  readonly minConfidence?: number | undefined
  /** In place of the default, by entity type; of no account where `minConfidence` is given. */
  readonly thresholds?: Readonly<Record<string, number>> | undefined
}

/** Finds personal data in one segment: sorted by position, no two on the same place, the same for the same input. */
export function detect(segment: Segment, detectors: readonly Detector[], options: DetectOptions = {}): Finding[] {
  const units = chosen(detectors, options.entities)
  const asked = options.entities !== undefined
  const least = options.minConfidence ?? (asked ? 0 : defaultMinConfidence)
  const thresholds = options.minConfidence === undefined ? options.thresholds : undefined
  const tells = ({ unit, candidate }: Claim) => candidate.confidence >= (thresholds?.[unit.entityType] ?? least)
  const { text, places } = withoutHidden(segment.text)
  const scan = scanText(text, planOf(units), asked)
  const context = { language: options.language, origin: segment.origin, asked, scan }
  const claims: Claim[] = []
  const isOpen = openGates(scan)
  const { gates } = scan.plan
  for (let index = 0; index < gates.length; index += 1) {
    const unit = gates[index]?.unit
    if (unit === undefined || (isOpen[index] === 0 && !(asked && unit.needsWords))) continue
    for (const candidate of unit.find(text, context)) {
      const claim = { unit, candidate }
      if (tells(claim)) claims.push(claim)
    }
  }
  for (const claim of repaired(scan, context)) if (tells(claim)) claims.push(claim)
  const resolved = resolveOverlaps(claims)
  const again = repeatedNames(scan.text, resolved).filter(tells)
  const standing = again.length === 0 ? resolved : resolveOverlaps([...resolved, ...again])
  if (places === undefined) return toFindings(segment, standing, scan.pairs)
  return toFindings(
    segment,
    standing.map((claim) => shifted(claim, places)),
    scan.pairs.map((pair) => places[pair] ?? 0),
  )
}

/** The same claim where the text still has its signs of no width. */
function shifted({ unit, candidate }: Claim, places: Int32Array): Claim {
  const { start, end } = candidate
  return { unit, candidate: { ...candidate, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 } }
}

const chosenBefore = new WeakMap<readonly Detector[], Map<string, readonly Unit[]>>()
/** Different lists of entity types whose plans are kept; one run asks for one, a stream of requests for some dozens. */
const mostChoices = 256

/** The detectors of the entity types asked for; the same list each time, so that its plan is made once. */
function chosen(detectors: readonly Detector[], entities: readonly string[] | undefined): readonly Unit[] {
  if (entities === undefined) return detectors
  const key = [...entities].sort().join(' ')
  const choices = chosenBefore.get(detectors) ?? new Map<string, readonly Unit[]>()
  chosenBefore.set(detectors, choices)
  const known = choices.get(key)
  if (known !== undefined) return known
  if (choices.size >= mostChoices) choices.clear()
  const units = detectors.filter((unit) => entities.includes(unit.entityType))
  choices.set(key, units)
  return units
}

/** Turns UTF-16 units into code points, and places in the segment into places in its unit. */
function toFindings(segment: Segment, claims: readonly Claim[], pairs: readonly number[]): Finding[] {
  const { text, origin, place } = segment
  let passed = 0
  const findings = claims.map(({ unit, candidate }): Finding => {
    const { start, end, canonical, confidence, evidence } = candidate
    while (passed < pairs.length && (pairs[passed] ?? 0) < start) passed += 1
    let inside = 0
    while (passed + inside < pairs.length && (pairs[passed + inside] ?? 0) < end) inside += 1
    const role = unit.entityType === 'PERSON' ? roleOf(text, start, end) : undefined
    return {
      entityType: unit.entityType,
      value: text.slice(start, end),
      canonical,
      confidence,
      origin,
      place,
      offset: place.offset + start - passed,
      length: end - start - inside,
      detector: `${unit.id}@${unit.version}`,
      evidence,
      ...(role === undefined ? {} : { role }),
    }
  })
  return spreadRoles(findings)
}
