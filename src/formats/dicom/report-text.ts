/** What a structured report consists of, as far as it is text (PS3.3, C.17.3). */
const conceptName = 0x0040a043
const conceptCode = 0x0040a168
const content = 0x0040a730
const measured = 0x0040a300
const units = 0x004008ea
const codeMeaning = 0x00080104
const codeValue = 0x00080100
const numericValue = 0x0040a30a
// Date and time, date, time, person's name, text.
const values: ReadonlySet<number> = new Set([0x0040a120, 0x0040a121, 0x0040a122, 0x0040a123, 0x0040a160])

/** Writes the content of a structured report as lines: the name of each concept, and its value behind a colon. */
export interface ReportWriter {
  /** Takes an element in its order, with its value as people write it. */
  add(tag: number, path: readonly number[], value: string): void
  /** All lines so far. */
  text(): string
  /** Whether lines were left out. */
  readonly isCut: boolean
}

/**
 * A writer for one report.
 * @param characters that are kept at most
 */
export function reportWriter(characters: number): ReportWriter {
  const lines: string[] = []
  let length = 0
  let isCut = false
  let label = ''
  // Stands before its number.
  let unit = ''
  const write = (line: string) => {
    if (line === '') return
    if (length + line.length > characters) isCut = true
    else {
      lines.push(line)
      length += line.length + 1
    }
  }
  return {
    add(tag, path, value) {
      const within = path.at(-1)
      if (within === conceptName && tag === codeMeaning) {
        write(label)
        label = value
      } else if (within === units && tag === codeValue && path.includes(measured)) {
        unit = value
      } else if (isValue(tag, within)) {
        const whole = within === measured && unit !== '' ? `${value} ${unit}` : value
        write(label === '' ? whole : `${label}: ${whole}`)
        label = ''
        unit = ''
      }
    },
    text() {
      write(label)
      label = ''
      return lines.join('\n')
    },
    get isCut() {
      return isCut
    },
  }
}

function isValue(tag: number, within: number | undefined): boolean {
  if (within === content || within === undefined) return values.has(tag)
  if (within === conceptCode) return tag === codeMeaning
  return within === measured && tag === numericValue
}
