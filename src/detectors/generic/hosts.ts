import { parse } from 'tldts'

/** Top-level domains of most hosts that are met, so that most need no look at the list of all. */
export const usualEndings: ReadonlySet<string> = new Set(
  'com org net edu gov fr de es it pt nl be ch at uk eu us ca lu ma tn dz sa ae eg br mx ar co io il jp cn in au nz ie pl cz se no dk fi gr ru tr za'.split(
    ' ',
  ),
)

/** Whether the name ends in a public suffix of the Internet's root (ICANN), with a name before it. `host` in lower case. */
export function isPublicHost(host: string): boolean {
  const dot = host.lastIndexOf('.')
  if (dot < 1 || host.length > 253) return false
  if (usualEndings.has(host.slice(dot + 1)) && host.indexOf('.') === dot) return true
  const { domain, isIcann, isIp } = parse(host, { allowPrivateDomains: false, extractHostname: false })
  return isIp === false && isIcann === true && domain !== null
}

/** Endings of file names that no host has: what stands before them is a file. */
export const fileEndings: ReadonlySet<string> = new Set(
  (
    'png jpg jpeg gif svg webp bmp ico tif tiff heic pdf doc docx xls xlsx ppt pptx odt ods csv tsv txt log json xml ' +
    'yml yaml toml ini cfg conf html htm css scss less js mjs cjs jsx tsx vue java class jar cpp hpp cs go rb php lua sql ' +
    'sqlite bak tmp swp lock exe dll bin dat iso img tar gz tgz bz2 xz rar 7z mp3 mp4 avi mkv wav woff woff2 ttf eot wasm'
  ).split(' '),
)
