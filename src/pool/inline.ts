import { NoRoom, type OutcomeSink, type Overflow } from '../core/overflow.ts'
import { unpackOutcomes } from '../core/packed-outcomes.ts'
import type { Source } from '../core/source.ts'
import { type ExaminePlan, examinePacked } from '../examine.ts'
import { loadHashLists } from '../hash-lists/lists.ts'
import { type Tools, withHashLists } from '../toolbox.ts'
import type { Examiner } from './examiner.ts'

/**
 * Examines right here, in the calling thread: no isolation, so a fault of ours is thrown and a hang is a hang.
 * @throws HashListError where a list of hashes of the plan is not what it was
 */
export function inlineExaminer(source: Source, parts: Tools, plan: ExaminePlan, overflow?: Overflow): Examiner {
  const tools = withHashLists(parts, plan.hashLists && loadHashLists(plan.hashLists))
  return {
    lanes: 1,
    async examine(items) {
      const outcomes = []
      for (const item of items) {
        const sink = overflow && sinkTo(overflow, item.uri)
        outcomes.push(unpackOutcomes(await examinePacked(item, source, tools, plan, sink)))
      }
      return outcomes
    },
    async [Symbol.asyncDispose]() {},
  }
}

function sinkTo(overflow: Overflow, uri: string): OutcomeSink {
  return {
    async take(part) {
      if (!(await overflow.take(uri, part))) throw new NoRoom()
    },
    end: async () => undefined,
    drop: () => overflow.drop(uri),
    alive: () => undefined,
  }
}
