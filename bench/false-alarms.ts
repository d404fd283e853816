/**
 * False alarms: findings per 100 kB of text that holds no personal data. Without an argument of texts made here; with
 * folders or files, of what lies there: `node bench/false-alarms.ts /usr/share/doc node_modules`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { detectText } from '../src/detect-text.ts'
import { plainTexts } from './plain-texts.ts'

/** Confidence from which on a finding counts as an alarm. */
const alarming = 0.6
/** What is written in public texts because it is public: told apart, for none of these is wrong where it is found. */
const publicTypes: ReadonlySet<string> = new Set(['URL', 'EMAIL_ADDRESS', 'DATE_TIME', 'IP_ADDRESS'])
/** Files of a folder that are read, and characters of each. */
const limits = { files: 2_000, characters: 200_000 }

const named = process.argv.slice(2)
let [characters, alarms, open] = [0, 0, 0]
const byType = new Map<string, number>()
for (const [name, text] of named.length === 0 ? Object.entries(plainTexts()) : textsOf(named)) {
  const found = detectText(text).filter(({ confidence }) => confidence >= alarming)
  const wrong = found.filter(({ entityType }) => !publicTypes.has(entityType))
  characters += text.length
  alarms += wrong.length
  open += found.length - wrong.length
  for (const { entityType } of wrong) byType.set(entityType, (byType.get(entityType) ?? 0) + 1)
  if (named.length === 0) console.log(`${name}: ${text.length} characters, ${wrong.length} alarms`)
}
const share = (count: number) => (count / (characters / 1e5)).toFixed(2)
console.log(
  `${(characters / 1e6).toFixed(2)} MB: ${share(alarms)} alarms per 100 kB; beside them ${share(open)} addresses on the net, e-mail addresses and dates`,
)
for (const [type, count] of [...byType].sort((one, other) => other[1] - one[1]))
  console.log(`  ${type} ${share(count)}`)

function* textsOf(paths: readonly string[]): Iterable<readonly [string, string]> {
  let files = 0
  for (const path of paths.flatMap((each) => (statSync(each).isDirectory() ? below(each) : [each]))) {
    if (files === limits.files) return
    const text = readFileSync(path).toString('utf8')
    if (text.includes('\0') || text.includes('\ufffd')) continue
    files += 1
    yield [path, text.slice(0, limits.characters)]
  }
}

/** Every seventh file, so that a large folder is seen as a whole. */
function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((_, at) => at % 7 === 0)
}
