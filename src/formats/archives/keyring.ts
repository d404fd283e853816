import type { ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'

/** What the user gave to open one item with. Holds nothing of the item but which of them fitted. */
export interface Keyring {
  /** The passwords, those that fitted before first. */
  readonly candidates: () => readonly string[]
  /** Whether a password has opened something of this item. */
  isProven(password: string): boolean
  fits(password: string): void
  /**
   * Counts what trying costs.
   * @param rounds of hashing, or bytes
   * @throws ItemError `encrypted` beyond `passwordRounds`
   */
  spend(rounds: number): void
}

/** A keyring for one item. */
export function keyringOf({ limits, passwords = [] }: Pick<ReadContext, 'limits' | 'passwords'>): Keyring {
  const proven = new Set<string>()
  let left = limits.passwordRounds
  return {
    candidates: () => [...proven, ...passwords.filter((password) => !proven.has(password))],
    isProven: (password) => proven.has(password),
    fits: (password) => void proven.add(password),
    spend(rounds) {
      left -= rounds
      if (left < 0) throw new ItemError('encrypted', 'not all passwords could be tried: it takes too long')
    },
  }
}

/** The bytes of a password for formats that name no charset: as programs write them today, and as they did before. */
export function passwordBytes(password: string): readonly Buffer[] {
  const modern = Buffer.from(password, 'utf8')
  const isLatin = [...password].every((sign) => sign.charCodeAt(0) < 256)
  return modern.length === password.length || !isLatin ? [modern] : [modern, Buffer.from(password, 'latin1')]
}
