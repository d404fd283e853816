/** How the user ends the program: the first signal asks, the second one means it. */
export interface Stop extends Disposable {
  readonly signal: AbortSignal
}

/**
 * Milliseconds within which a second signal is taken for the first where npm started us: it passes on what the terminal
 * has already sent to the whole group.
 */
const echo = process.env.npm_command === undefined ? 0 : 500

/**
 * Listens for Ctrl-C and SIGTERM until disposed of.
 * @param onFirst the signal is aborted behind it
 * @param onSecond called for each further signal; it ends the program
 */
export function stopOnSignals(onFirst: () => void, onSecond: () => void): Stop {
  const control = new AbortController()
  let since = 0
  const onSignal = () => {
    if (!control.signal.aborted) {
      since = performance.now()
      onFirst()
      control.abort()
    } else if (performance.now() - since >= echo) onSecond()
  }
  for (const name of names) process.on(name, onSignal)
  return {
    signal: control.signal,
    [Symbol.dispose]() {
      for (const name of names) process.off(name, onSignal)
    },
  }
}

const names = ['SIGINT', 'SIGTERM'] as const
