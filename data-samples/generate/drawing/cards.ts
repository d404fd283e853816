import { escapeXml } from '../html.ts'
import { head, type Looks } from './face.ts'
import { svg } from './scenes.ts'

/** One labelled entry on a card. */
export interface CardEntry {
  readonly label: string
  readonly value: string
}

/** What stands on a drawn card or passport page. */
export interface Card {
  readonly state: string
  readonly kind: string
  readonly code: string
  readonly color: string
  readonly looks?: Looks
  readonly entries: readonly CardEntry[]
  /** Lines of the machine-readable zone. */
  readonly mrz?: readonly string[]
  /** A word across the card: this is no real document. */
  readonly overprint: string
}

function guilloche(width: number, height: number, color: string): string {
  const waves = Array.from(
    { length: 22 },
    (_, at) =>
      `<path d="M0 ${at * 30} C${width * 0.25} ${at * 30 - 46} ${width * 0.5} ${at * 30 + 60} ${width} ${at * 30 - 12}" stroke="${color}" stroke-width="1" fill="none" opacity="0.28"/><circle cx="${width * 0.72}" cy="${height * 0.45}" r="${at * 13}" stroke="${color}" fill="none" opacity="0.16"/>`,
  )
  return waves.join('')
}

/** A card as a desk scanner sees it: slightly askew on white. */
export function cardScan(card: Card): string {
  const mrz = card.mrz ?? []
  const portrait = card.looks
    ? `<rect x="40" y="120" width="210" height="260" fill="#dfe6ea"/><svg x="40" y="120" width="210" height="260" viewBox="0 20 400 470" preserveAspectRatio="xMidYMax slice">${head(card.looks, 'p')}</svg>`
    : ''
  const x = card.looks ? 280 : 48
  const entries = card.entries.map(
    ({ label, value }, at) =>
      `<text x="${x + (at % 2) * 280}" y="${146 + Math.floor(at / 2) * 58}" font-family="sans-serif" font-size="13" fill="#445">${escapeXml(label)}</text><text x="${x + (at % 2) * 280}" y="${170 + Math.floor(at / 2) * 58}" font-family="sans-serif" font-weight="bold" font-size="20" fill="#111">${escapeXml(value)}</text>`,
  )
  const lines = mrz.map(
    (line, at) =>
      `<text x="44" y="${564 - (mrz.length - 1 - at) * 40}" font-family="'DejaVu Sans Mono', monospace" font-size="${mrz.length === 3 ? 44.5 : 30.4}" fill="#161616">${escapeXml(line)}</text>`,
  )
  return svg(
    980,
    660,
    `<rect width="980" height="660" fill="#f7f7f5"/><g transform="translate(40 30) rotate(0.7 450 300)"><rect x="5" y="7" width="900" height="600" rx="28" fill="#000" opacity="0.25"/><clipPath id="card"><rect width="900" height="600" rx="28"/></clipPath><g clip-path="url(#card)"><rect width="900" height="600" fill="${card.color}"/>${guilloche(900, 600, '#31507a')}${mrz.length > 0 ? `<rect y="${mrz.length === 3 ? 436 : 478}" width="900" height="170" fill="#fff" opacity="0.8"/>` : ''}<text x="40" y="56" font-family="serif" font-weight="bold" font-size="30" fill="#1b2a49">${escapeXml(card.state)}</text><text x="40" y="92" font-family="sans-serif" font-size="18" fill="#1b2a49">${escapeXml(card.kind)}</text><text x="860" y="60" text-anchor="end" font-family="sans-serif" font-weight="bold" font-size="34" fill="#1b2a49" opacity="0.6">${escapeXml(card.code)}</text>${portrait}${entries.join('')}${lines.join('')}<text x="470" y="330" transform="rotate(-24 470 330)" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="92" fill="#b02020" opacity="0.13">${escapeXml(card.overprint)}</text></g></g>`,
  )
}
