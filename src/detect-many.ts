import { type Answer, type AnswerPlan, answerer, type Request } from './answers.ts'
import type { AnswerPool } from './pool/answering.ts'
import { inOrder } from './pool/in-order.ts'

/** Characters that are looked through right here before threads are worth their start: about what they take to load. */
const hereCharacters = 2 ** 20

/** How {@link answersTo} is done. */
export interface AnswerOptions {
  /** Threads, from 1; with 1 everything is done in this thread. */
  readonly workers: number
  /** For tests: characters before the threads start, which then answer all that follows. */
  readonly hereCharacters?: number
}

/**
 * Answers requests in their order: the first here, those of a long input in threads as soon as one of them has loaded. It holds no more requests than
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
  let isReady = options.hereCharacters !== undefined
  let starting: Promise<AnswerPool> | undefined
  const start = async (): Promise<AnswerPool> => {
    const pool = (await import('./pool/answering.ts')).answerPool(plan, options.workers)
    void pool.ready.then(() => {
      isReady = true
    })
    return pool
  }
  const answer = async (asked: Request): Promise<Answer> => {
    seen += charactersOf(asked)
    if (!isMany || seen <= budget) return here(asked)
    // The promise is kept, not the pool: requests that come while it starts must not start others.
    starting ??= start()
    const pool = isReady ? await starting : undefined
    return pool === undefined ? here(asked) : pool.answer(asked)
  }
  try {
    yield* inOrder(requests, answer, isMany ? 2 * options.workers : 1)
  } finally {
    await (await starting)?.[Symbol.asyncDispose]()
  }
}

function charactersOf(asked: Request): number {
  if ('segment' in asked) return asked.segment.text.length
  return asked.lines.reduce((sum, { text }) => sum + text.length, 0)
}
