import { Piscina } from 'piscina'
import type { Answer, AnswerPlan, Request } from '../answers.ts'

/** Answers requests in threads of their own. A fault of a thread is a fault of ours: it is thrown. */
export interface AnswerPool extends AsyncDisposable {
  /** Kept once a thread has loaded what it answers with; threads that can't are an error of the pool. */
  readonly ready: Promise<void>
  answer(asked: Request): Promise<Answer>
}

/** Starts so many threads that answer by this plan. */
export function answerPool(plan: AnswerPlan, workers: number): AnswerPool {
  const pool = new Piscina<Request, Answer>({
    filename: workerFile().href,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    workerData: plan,
  })
  return {
    ready: new Promise((resolve) => pool.once('workerCreate', () => resolve())),
    answer: (asked) => pool.run(asked),
    async [Symbol.asyncDispose]() {
      await pool.destroy()
    },
  }
}

/** A checkout runs the source as it is; a published package its build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './answer-worker.ts' : './answer-worker.js', import.meta.url)
}
