import type { Random } from './random.ts'

/** Renders the lines of a text as one of the many pages that it may stand on: cells of a line are parted by two blanks. */
export function layOut(lines: readonly string[], random: Random): string {
  let rows = lines.filter((line) => line !== '' || random.chance(0.8))
  rows = cut(rows, random)
  if (random.chance(0.1)) rows = asMarkdown(rows, random)
  const cells = cellStyle(random)
  const indent = random.chance(0.12) ? ' '.repeat(random.whole(2, 12)) : ''
  const isSpread = random.chance(0.15)
  let text = rows.map((row) => indent + cells(row)).join(isSpread ? '\n\n' : '\n')
  if (random.chance(0.15)) text = wrapped(text, random.whole(40, 90))
  if (random.chance(0.06)) text = text.toUpperCase()
  if (random.chance(0.04)) text = text.toLowerCase()
  if (random.chance(0.06)) text = text.replace(/[ \t]{2,}/g, ' ')
  if (random.chance(0.05)) text = text.replaceAll(' :', ':').replaceAll(':', ' ')
  if (random.chance(0.05)) text = inMail(text, random)
  return text
}

/** Without its title, its first lines, its end. */
function cut(lines: readonly string[], random: Random): string[] {
  const rows = [...lines]
  if (rows.length < 8) return rows
  if (random.chance(0.05)) return rows.slice(Math.floor(rows.length * 0.4))
  if (random.chance(0.12)) return rows.slice(0, Math.ceil(rows.length * (0.5 + random.next() / 2)))
  return rows
}

/** As people and programs write notes today: headings with #, labels in bold, lists. */
function asMarkdown(lines: readonly string[], random: Random): string[] {
  const bullet = random.pick(['- ', '* ', '*   ', ''])
  return lines.map((line, index) => {
    const label = /^([^:#*]{2,40}?) ?: ?(.*)$/.exec(line)
    if (index === 0) return `# ${line}`
    if (label) return label[2] === '' ? `## ${label[1]}` : `${bullet}**${label[1]}:** ${label[2]}`
    return random.chance(0.1) ? `${line}\n\n---` : line
  })
}

function cellStyle(random: Random): (row: string) => string {
  const width = random.whole(14, 42)
  const gap = ' '.repeat(random.whole(3, 14))
  const by = random.next()
  const isCells = (row: string) => /\S {2,}\S/.test(row)
  const split = (row: string) => row.trim().split(/ {2,}/)
  if (by < 0.4)
    return (row) =>
      isCells(row)
        ? split(row)
            .map((cell) => cell.padEnd(width))
            .join('  ')
            .trimEnd()
        : row
  if (by < 0.55) return (row) => (isCells(row) ? split(row).join(gap) : row)
  if (by < 0.65) return (row) => (isCells(row) ? split(row).join('\t') : row)
  if (by < 0.73) return (row) => (isCells(row) ? `| ${split(row).join(' | ')} |` : row)
  if (by < 0.85) return (row) => (isCells(row) ? split(row).join(' ') : row)
  if (by < 0.93) return (row) => (isCells(row) ? split(row).join('\n') : row)
  return (row) => row
}

function wrapped(text: string, width: number): string {
  const out: string[] = []
  for (const line of text.split('\n')) {
    let rest = line
    while (rest.length > width) {
      const at = rest.lastIndexOf(' ', width)
      if (at < width / 2) break
      out.push(rest.slice(0, at))
      rest = rest.slice(at + 1)
    }
    out.push(rest)
  }
  return out.join('\n')
}

function inMail(text: string, random: Random): string {
  const lines = text.split('\n')
  return random.chance(0.5)
    ? lines.map((line) => `> ${line}`).join('\n')
    : `From: a@example.com\nTo: b@example.com\n\n${text}`
}
