/**
 * Asks the registry for known weaknesses of everything that is locked, and fails on high and critical ones. Where the registry
 * answers no such question (a mirror, no network) it says so and does not fail: nothing was checked then. Run by `npm run audit`.
 */
import { spawnSync } from 'node:child_process'

const { stdout, status, error } = spawnSync('npm', ['audit', '--json', '--audit-level=high'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 2 ** 20,
  timeout: 120_000,
})
const counts = countsOf(stdout ?? '')
if (!counts) {
  process.stdout.write(`NOT CHECKED: the registry gave no answer to npm audit${error ? ` (${error.name})` : ''}\n`)
} else {
  process.stdout.write(
    `npm audit: ${Object.entries(counts)
      .map(([level, count]) => `${level} ${count}`)
      .join(', ')}\n`,
  )
  process.exitCode = status === 0 ? 0 : 1
}

function countsOf(json: string): Record<string, number> | undefined {
  try {
    const answer: { metadata?: { vulnerabilities?: Record<string, number> } } = JSON.parse(json)
    return answer.metadata?.vulnerabilities
  } catch {
    // No JSON is no answer.
    return undefined
  }
}
