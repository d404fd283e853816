import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

export const macAddress = defineUnit({
  id: 'mac-address',
  version: 1,
  entityType: 'MAC_ADDRESS',
  title: 'Hardware address of a network interface (MAC, EUI-48)',
  sensitivity: { category: 'behavioural', identifier: 'code' },
  reference: 'https://standards.ieee.org/products-programs/regauth/ (EUI-48)',
  words: {
    mac: listed(`
    mac, mac address, hardware address, ethernet, ether, hwaddr, adresse mac, bssid, wifi
  `),
  },
  anchors: [
    { by: 'colons' },
    { by: 'words', topics: ['mac'] },
    { by: 'runs', from: 2, to: 2 },
    { by: 'runs', from: 4, to: 4 },
  ],
  examples: {
    hits: ['00:1A:2B:3C:4D:5E', '01-b3-4a-67-d9-cf', 'MAC 0012.3456.789a', 'MAC: AA-BB-CC-DD-EE-FF'],
    misses: ['FF:FF:FF:FF:FF:FF', '10:2F:33-AC-29-C3', '00:1A:2B:3C:4D', '00:1A:2B:3C:4D:5E:6F'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(macAddress, text, context)
    const found = new Map<number, Candidate>()
    for (const start of starts(scan)) {
      const candidate = found.has(start) ? undefined : readAt(scan, start)
      if (candidate !== undefined) found.set(start, candidate)
    }
    return found.values()
  },
})

const forms =
  /(?:[0-9A-F]{2}(?::[0-9A-F]{2}){5}|[0-9A-F]{2}(?:-[0-9A-F]{2}){5}|[0-9A-F]{4}(?:\.[0-9A-F]{4}){2})(?![-:.]?[0-9A-Z])/iy
/** Signs behind a word for hardware addresses in which one may begin. */
const wordReach = 40

/** Where an address may begin: at evenly spaced colons, at runs of two or four signs, behind a word for such addresses. */
function starts(scan: Scan): readonly number[] {
  const { codes, colons, runStart, runEnd } = scan
  const found: number[] = []
  for (let at = 0; at + 1 < colons.length; at += 1) {
    const colon = colons[at] ?? 0
    if (colons[at + 1] === colon + 3) found.push(colon - 2)
  }
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] ?? 0
    const end = runEnd[run] ?? 0
    const next = codes[end] ?? 0
    if (end - start === 4 && next === 0x2e && (codes[end + 5] ?? 0) === 0x2e) found.push(start)
    if (end - start !== 2 || (next !== 0x2d && (codes[start - 1] ?? 0) !== 0x2d)) continue
    // The pairs before it may have no digit: up to five of them.
    for (let pair = start; pair >= start - 15 && pair >= 0 && (codes[pair + 2] ?? 0) === 0x2d; pair -= 3)
      found.push(pair)
  }
  for (const cue of cuesOf(scan, 'mac')) {
    const from = scan.cueEnd[cue] ?? 0
    for (let at = from; at < from + wordReach; at += 1) if ((codes[at + 2] ?? 0) === 0x2d) found.push(at)
  }
  return found
}

function readAt({ text }: Scan, start: number): Candidate | undefined {
  if (start < 0 || /[0-9A-Za-z:.-]/.test(text.charAt(start - 1) || ' ')) return undefined
  forms.lastIndex = start
  const written = forms.exec(text)?.[0]
  if (written === undefined) return undefined
  const canonical = written.replace(/[^0-9A-Fa-f]/g, '').toLowerCase()
  if (/^(?:0{12}|f{12})$/.test(canonical)) return undefined
  return { start, end: start + written.length, canonical, ...weigh('mac-address', 0.9) }
}
