import type { Format } from './core/content.ts'
import type { Detector, Sensitivity } from './core/finding.ts'
import type { HashLists } from './core/hash-list.ts'
import type { RecordKind } from './core/record.ts'
import type { Sensitivities } from './core/severity.ts'
import type { Spool } from './core/spool.ts'
import { detectors } from './detectors/registry.ts'
import { columnRoles } from './detectors/tables/roles.ts'
import { formats } from './formats/registry.ts'
import { type LoadedHashLists, openHashLists } from './hash-lists/lists.ts'
import { kinds } from './records/registry.ts'
import { type RuleFile, rulesOf } from './rules.ts'
import { createSpool } from './spool/private-spool.ts'

/** Every part that an examination needs, by room. */
export interface Tools {
  readonly formats: readonly Format[]
  readonly detectors: readonly Detector[]
  readonly kinds: readonly RecordKind[]
  readonly sensitivities: Sensitivities
  /** The confidence from which an entity type is told, 0…1, where it is not the default. */
  readonly thresholds?: Readonly<Record<string, number>>
  /** For members that are too large for memory. Without it they are expanded again and again. */
  readonly spool?: Spool
  /** Lists of hashes that every item is looked up in before it is examined. */
  readonly hashes?: HashLists
}

/** Entity types that only metadata gives, so that no detector speaks for them. */
const fromMetadata: readonly (readonly [string, Sensitivity])[] = [
  ['DEVICE_SERIAL', { category: 'simple', identifier: 'code' }],
  ['DEVICE_OWNER', { category: 'simple', identifier: 'name' }],
  ['GENDER', { category: 'simple' }],
]

/** All built-in parts. */
export const builtIn: Tools = Object.freeze(makeTools({ formats, detectors, kinds, spool: createSpool() }))

/** The same parts with lists of hashes, where there are any. */
export function withHashLists(tools: Tools, lists: LoadedHashLists | undefined): Tools {
  return lists ? { ...tools, hashes: openHashLists(lists) } : tools
}

/** A toolbox of these parts. */
export function makeTools(parts: Omit<Tools, 'sensitivities'>): Tools {
  const found = parts.detectors.map((unit) => [unit.entityType, unit.sensitivity] as const)
  const named = columnRoles.map((role) => [role.entityType, role.sensitivity] as const)
  const entities = new Map([...fromMetadata, ...named, ...found])
  const kindSensitivities = new Map(parts.kinds.map((unit) => [unit.id, unit.sensitivity]))
  return { ...parts, sensitivities: { entities, kinds: kindSensitivities } }
}

/** The built-in parts, with what a rule file adds to them. One toolbox serves a whole run. */
export function toolsFor(rules: RuleFile | undefined): Tools {
  if (!rules) return builtIn
  const { detectors: own, thresholds } = rulesOf(rules)
  const all = Object.freeze([...builtIn.detectors, ...own])
  return Object.freeze({ ...makeTools({ ...builtIn, detectors: all }), thresholds })
}
