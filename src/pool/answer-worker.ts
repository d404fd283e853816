import { setFlagsFromString } from 'node:v8'
import { workerData } from 'piscina'
import { type AnswerPlan, answerer } from '../answers.ts'

// A catastrophic pattern then falls back to a linear engine instead of hanging the thread.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

/** Answers one request; piscina calls it in a thread of its own. */
export default answerer(workerData as AnswerPlan)
