import type { Reporter } from '../core/result.ts'

/** The version of the JSON report's shape; raised when a field changes its meaning or goes. */
export const reportVersion = 1

/** The summary as one JSON object: `{ "report": 1, … }` with the members of Summary. */
export const jsonReport: Reporter = Object.freeze({
  id: 'json',
  title: 'the summary as JSON',
  render(summary, _records, write) {
    write(`${JSON.stringify({ report: reportVersion, ...summary }, null, 2)}\n`)
  },
} satisfies Reporter)
