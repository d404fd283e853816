import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { fileEndings, isPublicHost } from './hosts.ts'

export const emailAddress = defineUnit({
  id: 'email-address',
  version: 1,
  entityType: 'EMAIL_ADDRESS',
  title: 'E-mail address',
  sensitivity: { category: 'simple', identifier: 'email' },
  reference: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2',
  anchors: [{ by: 'literals', literals: ['@'] }],
  examples: {
    hits: ['jane.roe@clinic.example.com', 'o’neil+x@mail.co.uk', 'josé@correo.es', 'to: jroe @ clinic . com'],
    misses: ['jane.roe@clinic', 'icon@2x.png', 'a @ b', '@jane.roe', 'jane@1.2.3'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(emailAddress, text, context)
    const found: Candidate[] = []
    for (let at = scan.text.indexOf('@'); at >= 0; at = scan.text.indexOf('@', at + 1)) {
      const candidate = aroundSign(scan, at) ?? spacedOut(scan, at)
      if (candidate !== undefined) found.push(candidate)
    }
    return found
  },
})

/** The longest local part and the longest domain (RFC 5321). */
const localLength = 64
const domain = /[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?/uy
const localSign = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]/u

function aroundSign(scan: Scan, at: number): Candidate | undefined {
  const start = localStart(scan.text, at)
  if (start === at) return undefined
  domain.lastIndex = at + 1
  const host = domain.exec(scan.text)?.[0]
  return host === undefined ? undefined : judgeHost(scan, start, at, cutAtCase(host))
}

/** Walks back from '@' over signs of a local part; '/' and quotes begin none, and neither does a dot. */
function localStart(text: string, at: number): number {
  const least = Math.max(0, at - localLength)
  let start = at
  while (start > least && isLocalSign(text, start - 1)) start -= 1
  while (start < at && !/[\p{L}\p{N}_+]/u.test(text.charAt(start))) start += 1
  return text.charAt(at - 1) === '.' ? at : start
}

function isLocalSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return localAscii[code] === 1
  return localSign.test(text.charAt(at))
}
/** Letters, digits and the signs that addresses in use have; '=', '/', '|' and the like stand before addresses more often. */
const localAscii = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9.!#$%&'*+^_`~-]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** 'clinic.frPaul': where a lower-case ending runs into a capital, the next word is glued on. */
function cutAtCase(host: string): string {
  const glued = /\.\p{Ll}{2,6}(?=\p{Lu}\p{Ll})/u.exec(host)
  return glued === null ? host : host.slice(0, glued.index + glued[0].length)
}

function judgeHost(scan: Scan, start: number, at: number, written: string): Candidate | undefined {
  let host = written
  while (host.includes('.')) {
    const lower = host.toLowerCase()
    const ending = lower.slice(lower.lastIndexOf('.') + 1)
    if (isPublicHost(lower)) return claim(scan, start, at + 1 + host.length, 0.97, 'its host can exist')
    if (/^\p{L}{2,12}$/u.test(ending) && !fileEndings.has(ending) && !host.includes('..')) {
      return claim(scan, start, at + 1 + host.length, 0.6, undefined)
    }
    host = host.slice(0, host.lastIndexOf('.'))
  }
  return undefined
}

const spacedHost = / ?@ ?([A-Za-z0-9-]{2,63}(?: ?\. ?[A-Za-z0-9-]{2,63}){1,3})/y

/** 'jroe @ clinic . com', as text recognition and careful writers have it. */
function spacedOut(scan: Scan, at: number): Candidate | undefined {
  const from = scan.text.charAt(at - 1) === ' ' ? at - 1 : at
  const start = localStart(scan.text, from)
  if (start === from) return undefined
  spacedHost.lastIndex = from
  const match = spacedHost.exec(scan.text)
  if (match === null || !isPublicHost((match[1] ?? '').replaceAll(' ', '').toLowerCase())) return undefined
  return claim(scan, start, from + match[0].length, 0.8, 'its host can exist')
}

function claim(scan: Scan, start: number, end: number, confidence: number, proof: string | undefined): Candidate {
  const canonical = scan.text.slice(start, end).replaceAll(' ', '').toLowerCase()
  const weighed = weigh('email-address', confidence)
  return { start, end, canonical, ...(proof === undefined ? weighed : reweigh(weighed, 'structure', proof, 1)) }
}
