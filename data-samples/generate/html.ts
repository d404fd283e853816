import { type About, type Block, isNumeric } from './blocks.ts'

/** Text for an element's content or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A page as a practice's program prints it to HTML. */
export function makeHtml(about: About, blocks: readonly Block[]): string {
  const direction = about.rightToLeft ? ' dir="rtl"' : ''
  const far = about.rightToLeft ? 'left' : 'right'
  return `<!DOCTYPE html>
<html lang="${about.language}"${direction}>
<head>
<meta charset="utf-8">
<title>${escapeXml(about.title)}</title>
${about.author ? `<meta name="author" content="${escapeXml(about.author)}">\n` : ''}<style>
body { font: 14px/1.45 sans-serif; max-width: 52em; margin: 2em auto; color: #222 }
header { border-bottom: 2px solid ${about.color ?? '#333'}; margin-bottom: 1.5em }
header b { font: bold 22px serif; color: ${about.color ?? '#333'} }
table { border-collapse: collapse; width: 100%; margin: 1em 0 } th { background: ${about.color ?? '#333'}; color: #fff }
td, th { padding: .3em .5em; border-bottom: 1px solid #ccc; text-align: start } .n { text-align: ${far} }
.to { margin: 1em 0 2em; margin-inline-start: 28em } footer { color: #777; font-size: 11px; margin-top: 3em }
</style>
</head>
<body>
${blocks.map(element).join('\n')}
</body>
</html>
`
}

function element(block: Block): string {
  if ('letterhead' in block) {
    const [name, ...lines] = block.letterhead.map(escapeXml)
    return `<header><b>${name}</b><br>${lines.join('<br>')}</header>`
  }
  if ('to' in block) return `<div class="to">${block.to.map(escapeXml).join('<br>\n')}</div>`
  if ('title' in block) return `<h1>${escapeXml(block.title)}</h1>`
  if ('heading' in block) return `<h2>${escapeXml(block.heading)}</h2>`
  if ('text' in block) return `<p>${escapeXml(block.text)}</p>`
  if ('list' in block) return `<ul>\n${block.list.map((item) => `<li>${escapeXml(item)}</li>`).join('\n')}\n</ul>`
  if ('pairs' in block)
    return `<table class="facts">\n${block.pairs.map(([label, value]) => `<tr><th scope="row">${escapeXml(label)}</th><td>${escapeXml(value)}</td></tr>`).join('\n')}\n</table>`
  if ('head' in block) {
    const cells = (row: readonly string[]) =>
      row.map((cell, at) => `<td${at > 0 && isNumeric(cell) ? ' class="n"' : ''}>${escapeXml(cell)}</td>`).join('')
    return `<table>\n<tr>${block.head.map((cell) => `<th>${escapeXml(cell)}</th>`).join('')}</tr>\n${block.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</table>`
  }
  if ('totals' in block)
    return `<table class="totals">\n${block.totals.map(([label, value]) => `<tr><td class="n">${escapeXml(label)}</td><td class="n">${escapeXml(value)}</td></tr>`).join('\n')}\n</table>`
  if ('sign' in block) return `<p class="sign">${block.sign.map(escapeXml).join('<br>')}</p>`
  if ('foot' in block) return `<footer>${escapeXml(block.foot)}</footer>`
  return '<hr>'
}
