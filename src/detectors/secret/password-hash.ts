import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

export const passwordHash = defineUnit({
  id: 'password-hash',
  version: 1,
  entityType: 'CREDENTIAL',
  title: 'Hash of a password in the form of crypt(3)',
  sensitivity: { category: 'simple' },
  reference: 'https://man7.org/linux/man-pages/man5/crypt.5.html',
  anchors: [{ by: 'literals', literals: ['$'] }],
  examples: {
    hits: [
      'jane:$2b$12$KIXQ1wJ0mJr8fW5h1Zl0ZuEo3x8g9cJ8Jv5yQJ7wq3xT2uN1kL0aG',
      `root:$6$rounds=5000$saltsalt$${'A1b2'.repeat(21)}ab:19000:0`,
    ],
    misses: ['$2 000', '$1$', 'cost $6.50'],
  },
  find(text: string, context: ScanContext) {
    const { text: read, codes } = scanFor(passwordHash, text, context)
    const found: Candidate[] = []
    for (let at = read.indexOf('$'); at >= 0; at = read.indexOf('$', at + 1)) {
      if (!isKind(codes[at + 1] ?? 0)) continue
      hash.lastIndex = at
      const written = hash.exec(read)?.[0]
      if (written === undefined) continue
      found.push({
        start: at,
        end: at + written.length,
        canonical: written,
        ...weigh('password-hash', 0.97, 'structure'),
      })
      at += written.length
    }
    return found
  },
})

/** 1, 2, 5, 6, 7, a (argon2, apr1), y (yescrypt). */
function isKind(code: number): boolean {
  return code === 0x31 || code === 0x32 || (code >= 0x35 && code <= 0x37) || code === 0x61 || code === 0x79
}

const hash =
  /\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|5\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43}|6\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{86}|y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|argon2(?:id|i|d)\$v=\d{1,3}\$[a-z0-9=,]{5,40}\$[+/A-Za-z0-9]{8,64}\$[+/A-Za-z0-9]{16,128})(?![./A-Za-z0-9])/y
