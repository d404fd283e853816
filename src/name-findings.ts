import type { Segment } from './core/content.ts'
import type { Detector, Finding } from './core/finding.ts'
import { mask } from './core/mask.ts'
import { detect } from './detectors/detect.ts'
import type { Tools } from './toolbox.ts'

/** The folder looked at last, with what was found in it: the files of a folder come one after the other. */
let last:
  | { readonly folder: string; readonly detectors: readonly Detector[]; readonly findings: readonly Finding[] }
  | undefined

/** Personal data in an item's path: in the folders above it, and in its own name. Offsets count from the uri's beginning. */
export function nameFindings(
  uri: string,
  { detectors, thresholds }: Pick<Tools, 'detectors' | 'thresholds'>,
): readonly Finding[] {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1)
  if (last?.folder !== folder || last.detectors !== detectors) {
    last = { folder, detectors, findings: detect(nameSegment(folder, 0), detectors, { thresholds }) }
  }
  const own = detect(nameSegment(uri.slice(folder.length), codePoints(folder)), detectors, { thresholds })
  if (last.findings.length === 0) return own
  return own.length === 0 ? last.findings : [...last.findings, ...own]
}

function nameSegment(text: string, offset: number): Segment {
  return { what: 'segment', text, place: { unit: 'filename', offset }, origin: 'filename' }
}

function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1
  return count
}

/** The uri with what was found in it masked. */
export function maskedUri(uri: string, findings: readonly Finding[]): string {
  const signs = [...uri]
  // From the end, so that earlier offsets stay true.
  const named = findings.filter(({ origin }) => origin === 'filename').sort((a, b) => b.offset - a.offset)
  for (const { offset, length, entityType, value } of named) signs.splice(offset, length, mask(entityType, value))
  return signs.join('')
}
