import { readFileSync, statSync } from 'node:fs'
import { limitPresets, limitRanges } from '../core/limits.ts'
import type { ScanOptionsInput } from '../options.ts'
import { didYouMean } from './similar.ts'
import { quoted, reasonOf, UsageError } from './streams.ts'

/** Bytes of a file of limits; a larger one is some other file. */
const limitsAtMost = 2 ** 16

/** What may stand in such a file. */
const known = ['preset', ...Object.keys(limitRanges)]

/**
 * A preset by its name, else what a file of limits holds: names are looked at here, values where all options are.
 * @throws UsageError where it is neither
 */
export function limitsIn(named: string): ScanOptionsInput['limits'] {
  if (Object.hasOwn(limitPresets, named)) return named as keyof typeof limitPresets
  const data = parsed(named)
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UsageError(`--limits: ${quoted(named)} must hold a JSON object, such as {"preset": "quick", "pages": 50}`)
  for (const name of Object.keys(data)) {
    if (name === 'folderDepth')
      throw new UsageError(`--limits: ${quoted(named)}: folderDepth is of the listing and can't be set`)
    if (!known.includes(name))
      throw new UsageError(
        `--limits: ${quoted(named)}: there is no limit ${quoted(name)}${didYouMean(name, known)}; leaksift doctor lists them`,
      )
  }
  return data
}

function parsed(file: string): unknown {
  let text: string
  try {
    if (statSync(file).size > limitsAtMost) throw new UsageError(`--limits: ${quoted(file)} is larger than 64 KiB`)
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    const presets = Object.keys(limitPresets).join(', ')
    throw new UsageError(`--limits: can't read ${quoted(file)}: ${reasonOf(error)} (and it is no preset: ${presets})`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(`--limits: ${quoted(file)} is no JSON`)
  }
}
