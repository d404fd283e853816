import type { DataCategory, IdentifierFamily } from '../core/finding.ts'
import {
  type Circumstance,
  circumstances,
  type DumpContext,
  type Facts,
  type Links,
  type Sensitivities,
  type Severity,
} from '../core/severity.ts'
import { dpcTable, eiTable, levelOf } from './enisa.ts'
import { dataRules, identifierRules, notesOf } from './rules.ts'
import { viewOf } from './view.ts'

/** A rule that applies: what it gives, and why. */
interface Claim<Name extends string> {
  readonly name: Name
  readonly value: number
  readonly because: string
}

/**
 * ENISA's SE = DPC × EI + CB for one record. The highest category and the highest identifier count; adding anything to
 * the facts never lowers the score, for every rule only ever raises a maximum.
 * @param sensitivities what entity types and kinds mean, by the units that find them
 */
export function score(
  facts: Facts,
  context: DumpContext,
  stated: readonly Circumstance[],
  links: Links,
  sensitivities: Sensitivities,
): Severity {
  const view = viewOf(facts, context, links, sensitivities)
  const dpc = highest<DataCategory>(dataRules(view), {
    name: 'simple',
    value: 1,
    because: 'no personal data was found',
  })
  const ei = highest<IdentifierFamily | 'none'>(identifierRules(view), {
    name: 'none',
    value: 0.25,
    because: 'nothing that identifies a person was found',
  })
  const cb = circumstancesOf(stated)
  const total = dpc.value * ei.value + cb.value
  return {
    dpc: { category: dpc.name, value: dpc.value, because: [dpc.because, dpcTable[dpc.name].cells[cell(dpc.value)]] },
    ei: {
      family: ei.name,
      value: ei.value,
      because: ei.name === 'none' ? [ei.because] : [ei.because, eiTable[ei.name][step(ei.value)]],
    },
    cb,
    score: total,
    level: levelOf(total),
    context,
    notes: notesOf(view, dpc.name),
  }
}

function highest<Name extends string>(claims: Iterable<Claim<Name>>, least: Claim<Name>): Claim<Name> {
  let top = least
  let isDefault = true
  for (const claim of claims) {
    if (claim.value > top.value || (isDefault && claim.value === top.value)) {
      top = claim
      isDefault = false
    }
  }
  return top
}

/** Each criterion is one row of the table and has one value: the highest of those stated. */
function circumstancesOf(stated: readonly Circumstance[]): Severity['cb'] {
  const rows = new Map<string, Circumstance>()
  for (const name of [...stated].sort()) {
    const { criterion, adds } = circumstances[name]
    const before = rows.get(criterion)
    if (before === undefined || circumstances[before].adds < adds) rows.set(criterion, name)
  }
  const names = [...rows.values()]
  const value = names.reduce((sum, name) => sum + circumstances[name].adds, 0)
  return { value, because: names.map((name) => `${name} +${circumstances[name].adds}`) }
}

function cell(value: number): 1 | 2 | 3 | 4 {
  return value >= 4 ? 4 : value >= 3 ? 3 : value >= 2 ? 2 : 1
}

function step(value: number): '0.25' | '0.5' | '0.75' | '1' {
  return value >= 1 ? '1' : value >= 0.75 ? '0.75' : value >= 0.5 ? '0.5' : '0.25'
}
