import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, weigh } from '../engine/weigh.ts'
import { fileEndings, isPublicHost, usualEndings } from './hosts.ts'

export const url = defineUnit({
  id: 'url',
  version: 1,
  entityType: 'URL',
  title: 'Web address',
  sensitivity: { category: 'simple' },
  reference: 'https://www.rfc-editor.org/rfc/rfc3986',
  words: {
    url: listed(`
    website, web site, web, homepage, site, site web, domain, domains, webseite, sitio, sito
  `),
  },
  anchors: [{ by: 'literals', literals: ['://'] }, { by: 'dots' }],
  examples: {
    hits: ['see https://clinic.example.com/a?b=c.', 'www.clinic.fr', 'ftp://192.0.2.1/x', 'website: clinic.co.uk'],
    misses: ['https://', 'www.clinic', 'main.ts', 'end.Start', 'user.name'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(url, text, context)
    return [...withScheme(scan), ...withoutScheme(scan)]
  },
})

const rest = /[^\s<>"'`{}|\\^\u00ab\u00bb\u201c\u201d]{0,2000}/y
const schemes = /(?:https?|ftps?|sftp|wss?|file|ldaps?|smb|s3|rtsp)$/i
const longestScheme = 6
/** A public name, a number, 'localhost' or a bracketed IPv6 address. */
const hostOf = /^(?:[^\s/@?#]{1,80}@)?(\[[0-9a-f:.%]{2,45}\]|[^\s/?#:]{1,253})/i

function* withScheme({ text }: Scan): Iterable<Candidate> {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const scheme = schemes.exec(text.slice(Math.max(0, at - longestScheme), at))?.[0]
    if (scheme === undefined) continue
    const end = endOfRest(text, at + 3)
    const host = hostOf.exec(text.slice(at + 3, Math.min(end, at + 400)))?.[1]
    if (host === undefined) continue
    const isPublic = isPublicHost(host.toLowerCase())
    yield claim(text, at - scheme.length, end, isPublic ? 0.97 : 0.6, isPublic ? 'its host can exist' : undefined)
  }
}

/** 'www.clinic.fr', and 'clinic.fr' where a word for web sites is near. */
function* withoutScheme(scan: Scan): Iterable<Candidate> {
  const { text, dots } = scan
  let done = 0
  for (const dot of dots) {
    if (dot < done) continue
    const hostEnd = hostEndFrom(text, dot)
    done = hostEnd
    const ending = text.slice(text.lastIndexOf('.', hostEnd) + 1, hostEnd)
    if (!/^[a-z]{2,12}$/.test(ending) || fileEndings.has(ending)) continue
    const start = hostStart(text, dot)
    const isWeb = text.startsWith('www.', start) && text.lastIndexOf('.', hostEnd) > start + 4
    if ((!isWeb && !usualEndings.has(ending)) || isInside(text, start, hostEnd)) continue
    const host = text.slice(start, hostEnd)
    if (/[A-Z]|\.\.|^[.-]/.test(host) || !isPublicHost(host)) continue
    const end = '/?'.includes(text.charAt(hostEnd) || ' ') ? endOfRest(text, hostEnd) : hostEnd
    yield isWeb ? claim(text, start, end, 0.95, 'its host can exist') : bare(scan, start, end)
  }
}

function bare(scan: Scan, start: number, end: number): Candidate {
  const canonical = scan.text.slice(start, end).toLowerCase()
  const weighed = weigh('url', 0.3)
  const role = support(scan, 'url', start, end)
  return {
    start,
    end,
    canonical,
    ...(role ? reweigh(weighed, 'context', 'a word for web sites', ratios.context) : weighed),
  }
}

/** Part of an e-mail address, a path or a longer name. */
function isInside(text: string, start: number, end: number): boolean {
  return '@/\\$_-='.includes(text.charAt(start - 1) || ' ') || '@(_\\'.includes(text.charAt(end) || ' ')
}

const longestHost = 253
const hostSign = Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9.-]/i.test(String.fromCharCode(code)) ? 1 : 0))

function hostStart(text: string, dot: number): number {
  let start = dot
  while (start > 0 && dot - start < longestHost && hostSign[text.charCodeAt(start - 1)] === 1) start -= 1
  return start
}

function hostEndFrom(text: string, dot: number): number {
  let end = dot
  while (end < text.length && end - dot < longestHost && hostSign[text.charCodeAt(end)] === 1) end += 1
  while (end > dot && !/[a-z0-9]/i.test(text.charAt(end - 1))) end -= 1
  return end
}

/** The rest of an address, without the punctuation of the sentence that it ends. */
function endOfRest(text: string, from: number): number {
  rest.lastIndex = from
  const written = rest.exec(text)?.[0] ?? ''
  let length = written.length
  while (length > 0 && /[.,;:!?*)\]]/.test(written.charAt(length - 1)) && !closesOwn(written, length)) length -= 1
  return from + length
}

/** Whether a closing bracket at the end has its opening one inside the address. */
function closesOwn(written: string, length: number): boolean {
  const last = written.charAt(length - 1)
  if (last !== ')' && last !== ']') return false
  const opening = last === ')' ? '(' : '['
  return written.lastIndexOf(opening, length - 1) > written.lastIndexOf(last, length - 2)
}

function claim(text: string, start: number, end: number, confidence: number, proof: string | undefined): Candidate {
  const weighed = weigh('url', confidence)
  const canonical = text.slice(start, end)
  return { start, end, canonical, ...(proof === undefined ? weighed : reweigh(weighed, 'structure', proof, 1)) }
}
