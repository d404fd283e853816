/** What another process needs of the environment to start at all; nothing else of it is its business. */
const needed = ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'] as const

/** The environment that decoders run in. */
export function bareEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const name of needed) {
    const value = process.env[name]
    if (value !== undefined) environment[name] = value
  }
  return environment
}
