import type { ItemRef } from '../core/item.ts'
import type { ItemOutcomes } from '../core/outcome.ts'
import type { Problem } from '../core/problem.ts'
import { type ExaminePlan, unread } from '../examine.ts'
import { builtIn } from '../toolbox.ts'
import type { Mishap } from './mishap.ts'

/** The outcome of an item whose examination was ended or broke. */
export function mishapOutcome(item: ItemRef, mishap: Mishap, message: string, plan: ExaminePlan): ItemOutcomes {
  const problem: Problem = { cause: mishap, stage: 'extract', by: 'pool', message }
  const entry = { uri: item.uri, parentUri: null, sizeBytes: item.size, modifiedAt: item.modifiedAt }
  return [unread(entry, item, problem, builtIn, plan)]
}
