import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'
import { isPlaceholder } from './placeholder.ts'

export const connectionString = defineUnit({
  id: 'connection-string',
  version: 1,
  entityType: 'CREDENTIAL',
  title: 'User name and password in an address on the net',
  sensitivity: { category: 'simple' },
  reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  anchors: [{ by: 'literals', literals: ['://'] }],
  examples: {
    hits: ['postgres://app:s3cr3t-Pw@db.internal:5432/clinic', 'https://jane:Tr0ub4dor@example.com/'],
    misses: [
      'https://example.com/a:b@c',
      'postgres://user:password@host/db',
      'mongodb://localhost:27017',
      'https://{{USER}}:{{PASS}}@example.com',
    ],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(connectionString, text, context)
    const found: Candidate[] = []
    for (let at = scan.text.indexOf('://'); at >= 0; at = scan.text.indexOf('://', at + 3)) {
      account.lastIndex = at + 3
      const [written, , password] = account.exec(scan.text) ?? []
      if (written === undefined || password === undefined || isPlaceholder(password)) continue
      const start = at + 3
      const end = start + written.length - 1
      found.push({
        start,
        end,
        canonical: scan.text.slice(start, end),
        ...weigh('an account in an address', 0.9, 'structure'),
      })
    }
    return found
  },
})

const account = /([^\s:@/"'<>]{1,64}):([^\s@/"'<>]{3,128})@/y
