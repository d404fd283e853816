import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { hitsOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, weigh } from '../engine/weigh.ts'

export const ipAddress = defineUnit({
  id: 'ip-address',
  version: 1,
  entityType: 'IP_ADDRESS',
  title: 'Internet address (IPv4, IPv6)',
  sensitivity: { category: 'behavioural', identifier: 'code' },
  reference: 'https://www.rfc-editor.org/rfc/rfc4291',
  words: {
    ip: listed(`
    ip, ipv4, ipv6, ip address, address, adresse ip, host, server, client, subnet, remote, gateway, localhost, dns,
    connect, connection, connecting, route, dirección ip, indirizzo ip, from, login, ssh, ping, serveur, hôte,
    servidor, loopback, nat, broadcast, multicast
  `),
  },
  writings: { ipv4: ['9{1,3}.9{1,3}.9{1,3}.9{1,3}'] },
  anchors: [{ by: 'writings', topics: ['ipv4'] }, { by: 'colons' }],
  examples: {
    hits: ['192.0.2.17', '198.51.100.0/24', '2001:db8::1', '[::ffff:192.0.2.1]:80', 'fe80::1%eth0'],
    misses: ['192.0.2.256', '12:34:56', 'std::cout', '1.2.3', 'aa:bb:cc:dd:ee:ff', '12345:db8::1'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(ipAddress, text, context)
    return [...version4(scan), ...version6(scan)]
  },
})

function* version4(scan: Scan): Iterable<Candidate> {
  const hits = hitsOf(scan, 'ipv4')
  for (let at = 0; at < hits.length; at += 4) {
    const [start = 0, end = 0] = hits.slice(at, at + 2)
    if (isWordSign(scan.text.charCodeAt(start - 1)) && scan.text.charAt(start - 1) !== ':') continue
    const bytes = scan.text.slice(start, end).split('.')
    if (!bytes.every((byte) => Number(byte) < 256 && (byte.length === 1 || !byte.startsWith('0')))) continue
    // Versions and section numbers look the same and are small throughout.
    const confidence = bytes.some((byte) => Number(byte) >= 32) ? 0.75 : 0.2
    yield claim(scan, start, endOfPrefix(scan.text, end, 32), confidence)
  }
}

const prefix = /\/(\d{1,3})(?!\d)/y
const zone = /%[A-Za-z0-9]{1,16}/y
const longest = 46

function* version6(scan: Scan): Iterable<Candidate> {
  const { text, colons } = scan
  let done = 0
  for (const colon of colons) {
    if (colon < done) continue
    let start = colon
    while (start > done && isAddressSign(text.charCodeAt(start - 1))) start -= 1
    done = colon + 1
    while (isAddressSign(text.charCodeAt(done))) done += 1
    if (done - start > longest) continue
    const written = text
      .slice(start, done)
      .replace(/\.+$/, '')
      .replace(/(?<!:):$/, '')
    const end = start + written.length
    if (!isVersion6(written) || isWordSign(text.charCodeAt(start - 1)) || isWordSign(text.charCodeAt(end))) continue
    zone.lastIndex = end
    const zoneEnd = zone.test(text) ? zone.lastIndex : end
    const isTelling = written.length >= 8 || zoneEnd > end || /^f[de]/i.test(written)
    yield claim(scan, start, endOfPrefix(text, zoneEnd, 128), isTelling ? 0.85 : 0.3)
  }
}

/** A hexadecimal digit, a colon or a full stop. */
function isAddressSign(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x3a) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66) || code === 0x2e
  )
}

/** RFC 4291, section 2.2: eight groups, or fewer with one '::', the last two perhaps written as IPv4. */
function isVersion6(written: string): boolean {
  const dotted = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(written)
  if (dotted !== null && !(dotted[1] ?? '').split('.').every((byte) => Number(byte) < 256)) return false
  const plain = dotted === null ? written : `${written.slice(0, -(dotted[1] ?? '').length)}0:0`
  if (!/^[0-9A-Fa-f:]{2,}$/.test(plain) || !/^::$|\d/.test(plain)) return false
  const halves = plain.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false
  return halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8
}

function isWordSign(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x3a
  )
}

/** Behind the length of a network prefix, where one in range follows. */
function endOfPrefix(text: string, end: number, most: number): number {
  prefix.lastIndex = end
  const bits = prefix.exec(text)?.[1]
  return bits !== undefined && Number(bits) <= most ? end + bits.length + 1 : end
}

function claim(scan: Scan, start: number, end: number, confidence: number): Candidate {
  const weighed = weigh('ip-address', confidence)
  const canonical = scan.text.slice(start, end).toLowerCase()
  const role = support(scan, 'ip', start, end)
  return {
    start,
    end,
    canonical,
    ...(role ? reweigh(weighed, role, 'a word for hosts and networks', ratios[role]) : weighed),
  }
}
