import { type Answer, type AnswerPlan, answerer, type Request } from './answers.ts'
import type { AnswerPool } from './pool/answering.ts'
import { inOrder } from './pool/in-order.ts'

/** Characters that are looked through right here before threads are worth their start: about what they take to load. */
const hereCharacters = 2 ** 20

/** How {@link answersTo} is done. */
export interface AnswerOptions {
  /** Threads, from 1; with 1 everything is done in this thread. */
  readonly workers: number
  /** For tests: characters before the threads start. */
  readonly hereCharacters?: number
}

/**
 * Answers requests in their order: the first here, those of a long input in threads. It holds no more requests than
 * twice the threads, and an answer goes out as soon as those before it have.
 */
export async function* answersTo(
  requests: AsyncIterable<Request>,
  plan: AnswerPlan,
  options: AnswerOptions,
): AsyncGenerator<Answer> {
  const here = answerer(plan)
  const isMany = options.workers > 1
  const budget = options.hereCharacters ?? hereCharacters
  let seen = 0
  let pool: AnswerPool | undefined
  const answer = async (asked: Request): Promise<Answer> => {
    seen += charactersOf(asked)
    if (!isMany || seen <= budget) return here(asked)
    pool ??= (await import('./pool/answering.ts')).answerPool(plan, options.workers)
    return pool.answer(asked)
  }
  try {
    yield* inOrder(requests, answer, isMany ? 2 * options.workers : 1)
  } finally {
    await pool?.[Symbol.asyncDispose]()
  }
}

function charactersOf(asked: Request): number {
  if ('segment' in asked) return asked.segment.text.length
  return asked.lines.reduce((sum, { text }) => sum + text.length, 0)
}
