import type { Source } from '../core/source.ts'
import { type ExaminePlan, examine } from '../examine.ts'
import type { Tools } from '../toolbox.ts'
import type { Examiner } from './examiner.ts'

/** Examines right here, in the calling thread: no isolation, so a fault of ours is thrown and a hang is a hang. */
export function inlineExaminer(source: Source, tools: Tools, plan: ExaminePlan): Examiner {
  return {
    lanes: 1,
    async examine(items) {
      const outcomes = []
      for (const item of items) outcomes.push(await examine(item, source, tools, plan))
      return outcomes
    },
    async [Symbol.asyncDispose]() {},
  }
}
