/** How an examination ended that gave no outcome of its own. */
export type Mishap = 'time_limit' | 'memory_limit' | 'crashed'

/**
 * What may be told of a fault of ours: its kind and where in our code it arose. Never its message, which may quote
 * what was being read.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no Error was thrown'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const places = frames.slice(0, 3).map((frame) => /[^/\\(]+:\d+:\d+/.exec(frame)?.[0] ?? '?')
  return `${error.name} at ${places.join(' < ')}`
}
