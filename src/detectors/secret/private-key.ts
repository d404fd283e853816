import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

export const privateKey = defineUnit({
  id: 'private-key',
  version: 1,
  entityType: 'PRIVATE_KEY',
  title: 'Private key (PEM, OpenSSH, PGP)',
  sensitivity: { category: 'simple' },
  reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  words: { 'private-key': listed('private key') },
  anchors: [{ by: 'words', topics: ['private-key'] }],
  examples: {
    hits: [
      '-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\n-----END RSA PRIVATE KEY-----',
      '"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\\n-----END PRIVATE KEY-----"',
    ],
    misses: [
      'the private key',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD9',
    ],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(privateKey, text, context)
    const found: Candidate[] = []
    for (const cue of cuesOf(scan, 'private-key')) {
      const at = scan.cueStart[cue] ?? 0
      const head = /-{5}BEGIN (?:[A-Z0-9]{2,12} ){0,2}$/.exec(scan.text.slice(Math.max(0, at - longestName), at))
      if (head === null) continue
      const start = at - head[0].length
      body.lastIndex = scan.cueEnd[cue] ?? 0
      const inside = body.exec(scan.text)?.[0]
      if (inside === undefined) continue
      const end = endOf(scan.text, body.lastIndex)
      found.push({ start, end, canonical: scan.text.slice(start, end), ...weigh('private-key', 0.99, 'structure') })
    }
    return found
  },
})

const longestName = 40
/** Headers and lines of base64, with line feeds as they are or as a program writes them into a string. */
const body =
  /(?: BLOCK)?-{5}(?:\s|\\[nr]|[A-Za-z-]{4,20}: [^\n]{1,200}\n){0,12}[A-Za-z0-9+/=]{16,80}(?:(?:\s|\\[nr]){1,8}[A-Za-z0-9+/=]{1,80}){0,400}/y

/** Behind the closing line where there is one. */
function endOf(text: string, from: number): number {
  const closing = /^(?:\s|\\[nr]){0,8}-{5}END [A-Z0-9 ]{3,40}-{5}/.exec(text.slice(from, from + 64))
  return from + (closing?.[0].length ?? 0)
}
