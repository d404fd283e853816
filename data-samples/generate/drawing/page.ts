import { type Block, isNumeric } from '../blocks.ts'
import { escapeXml } from '../html.ts'
import { svg } from './scenes.ts'

/** An A4 page as an office scanner sees it, 150 dots an inch: grey paper, slightly askew, a fold, a staple. */
export function scannedPage(blocks: readonly Block[]): string {
  const lines: string[] = []
  let y = 120
  const put = (text: string, x: number, size: number, look = '') =>
    lines.push(`<text x="${x}" y="${y}" font-size="${size}" ${look}>${escapeXml(text)}</text>`)
  for (const block of blocks) {
    if ('letterhead' in block)
      for (const [at, line] of block.letterhead.entries()) {
        put(line, 110, at === 0 ? 36 : 19, at === 0 ? 'font-family="serif" font-weight="bold"' : '')
        y += at === 0 ? 40 : 26
      }
    else if ('to' in block)
      for (const line of block.to) {
        put(line, 720, 22)
        y += 30
      }
    else if ('title' in block) {
      put(block.title, 110, 32, 'font-weight="bold"')
      y += 46
    } else if ('pairs' in block)
      for (const [label, value] of block.pairs) {
        put(label, 110, 21, 'font-weight="bold"')
        put(value, 420, 21)
        y += 31
      }
    else if ('head' in block)
      for (const [at, row] of [block.head, ...block.rows].entries()) {
        for (const [column, cell] of row.entries()) {
          const far = column > 0 && (isNumeric(cell) || at === 0)
          const x = column === 0 ? 116 : 640 + column * 162
          put(cell, x, 20, `${far ? 'text-anchor="end"' : ''} ${at === 0 ? 'font-weight="bold"' : ''}`)
        }
        lines.push(`<path d="M110 ${y + 10} H1130" stroke="#777"/>`)
        y += 36
      }
    else if ('totals' in block)
      for (const [label, value] of block.totals) {
        put(label, 900, 22, 'text-anchor="end"')
        put(value, 1126, 22, 'text-anchor="end" font-weight="bold"')
        y += 34
      }
    else if ('text' in block)
      for (const line of wrap(block.text, 92)) {
        put(line, 110, 21)
        y += 29
      }
    else if ('foot' in block) {
      y = 1680
      put(block.foot, 620, 16, 'text-anchor="middle"')
    }
    y += 22
  }
  return svg(
    1240,
    1754,
    `<rect width="1240" height="1754" fill="#e9e8e4"/><g transform="rotate(-0.6 620 877)" fill="#22242a" font-family="sans-serif">${lines.join('')}</g><path d="M0 884 H1240" stroke="#c4c2bb" stroke-width="3"/><path d="M60 46 l46 -8" stroke="#8a8a8a" stroke-width="6"/><path d="M1238 0 V1754" stroke="#55534d" stroke-width="10" opacity="0.5"/>`,
  )
}

function wrap(text: string, length: number): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1
    if ((lines[last] ?? '').length + word.length > length) lines.push(word)
    else lines[last] = `${lines[last]} ${word}`.trim()
  }
  return lines
}
