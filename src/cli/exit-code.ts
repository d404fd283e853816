/** How the program ends (DESIGN §4). */
export const exitCodes = Object.freeze({
  done: 0,
  failed: 1,
  usage: 2,
  incomplete: 3,
  severe: 4,
  interrupted: 130,
})
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The table as `--help` prints it. */
export const exitCodeHelp = `Exit codes:
  0    done
  1    the program failed
  2    wrong usage
  3    done, but some items could not be read whole (they are in the ledger)
  4    the level of --fail-on was reached; verify: something changed
  130  interrupted; the same command goes on where it stopped`
