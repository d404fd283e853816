import type { Finding } from '../../core/finding.ts'
import { nameOf } from '../../core/item.ts'
import { mask } from '../../core/mask.ts'

/** A stretch of a uri that stands for somebody, in UTF-16 units, end exclusive. */
export interface UriSpan {
  readonly start: number
  readonly end: number
  readonly entityType: string
}

/** Where the detectors found something in a record's own uri. */
export function spansOf(uri: string, findings: readonly Finding[]): readonly UriSpan[] {
  let spans: UriSpan[] | undefined
  for (const finding of findings) {
    if (finding.origin !== 'filename') continue
    const { entityType, value } = finding
    const start = startOf(uri, finding)
    if (start < 0) continue
    spans ??= []
    spans.push({ start, end: start + value.length, entityType })
  }
  return spans ?? none
}

const none: readonly UriSpan[] = Object.freeze([])

/** Places count code points; nearly every uri has as many of them as of UTF-16 units. */
function startOf(uri: string, { value, offset }: Finding): number {
  if (uri.startsWith(value, offset)) return offset
  const units = [...uri].slice(0, offset).join('').length
  return uri.startsWith(value, units) ? units : uri.indexOf(value)
}

/** The uri with what was found in it masked; null where nothing was. */
export function maskSpans(uri: string, spans: readonly UriSpan[]): string | null {
  if (spans.length === 0) return null
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  for (const { start, end, entityType } of ordered) {
    if (end <= at) continue
    // Where two overlap, the rest of the second is masked by itself.
    const from = Math.max(start, at)
    out += uri.slice(at, from) + mask(entityType, uri.slice(from, end))
    at = end
  }
  return out + uri.slice(at)
}

/** A uri of which only the shape is left: the number of steps, first letters, what is a container, a known extension. */
export function maskUri(uri: string): string {
  return uri.split('/').map(maskStep).join('/')
}

function maskStep(step: string): string {
  const mark = step.endsWith('!') ? '!' : ''
  const name = step.slice(0, step.length - mark.length)
  const { extension } = nameOf(name)
  // Anything else after a dot may be a name as well as what stands before it.
  const end = extensions.has(extension) ? `.${extension}` : ''
  return `${mask('uri', name.slice(0, name.length - end.length))}${end}${mark}`
}

const extensions: ReadonlySet<string> = new Set(
  (
    'pdf txt md csv tsv json xml html htm rtf doc docx odt xls xlsx ods ppt pptx odp eml msg mbox pst ics vcf ' +
    'jpg jpeg png gif tif tiff webp heic heif avif bmp svg psd dng cr2 nef arw dcm mp4 mov avi mkv webm 3gp mp3 wav ' +
    'zip tar gz tgz bz2 xz 7z rar sql db sqlite log'
  ).split(' '),
)
