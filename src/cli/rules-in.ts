import { readFileSync, statSync } from 'node:fs'
import { RuleError, type Rules, readRules } from '../detect-text.ts'
import { quoted, reasonOf, UsageError } from './streams.ts'

/** Bytes of a rule file; a larger one is some other file. */
const rulesAtMost = 2 ** 20

/**
 * The rules of a file, with their examples tried.
 * @throws UsageError where it can't be read, or is no rule file
 */
export function rulesIn(file: string): Rules {
  let text: string
  try {
    if (statSync(file).size > rulesAtMost) throw new UsageError(`--rules: ${quoted(file)} is larger than 1 MiB`)
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--rules: can't read ${quoted(file)}: ${reasonOf(error)}`)
  }
  try {
    return readRules(text)
  } catch (error) {
    if (error instanceof RuleError) throw new UsageError(`--rules: ${quoted(file)}: ${error.message}`)
    throw error
  }
}
