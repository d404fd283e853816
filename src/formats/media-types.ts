import type { Medium } from '../core/content.ts'

/** What is known of a media type beside who reads it. */
interface TypeEntry {
  readonly medium: Medium
  readonly extensions: readonly string[]
  /** Names that other programs give the same type. */
  readonly also?: readonly string[]
}

function entry(medium: Medium, extensions: string, ...also: readonly string[]): TypeEntry {
  return { medium, extensions: extensions === '' ? [] : extensions.split(' '), also }
}

/**
 * Types that no format reads, under the name that IANA or common use gives them.
 */
export const namedTypes: Readonly<Record<string, TypeEntry>> = Object.freeze({
  'application/x-compress': entry('archive', 'z'),
  'application/x-lz4': entry('archive', 'lz4'),
  'application/x-lzop': entry('archive', 'lzo', 'application/x-lzop-compressed'),
  'application/x-arj': entry('archive', 'arj'),
  'application/x-ace-compressed': entry('archive', 'ace'),
  'application/x-installshield-cab': entry('archive', ''),
  'application/x-rpm': entry('archive', 'rpm'),
  'application/x-apple-diskimage': entry('archive', 'dmg'),
  'application/x-vmdk': entry('archive', 'vmdk'),
  'application/x-vhd': entry('archive', 'vhd'),
  'application/x-virtualbox-vdi': entry('archive', 'vdi'),
  'application/x-vhdx': entry('archive', 'vhdx'),
  'application/x-qemu-disk': entry('archive', 'qcow qcow2'),
  'application/x-ewf': entry('archive', 'e01'),
  'application/x-raw-disk-image': entry('archive', 'img'),
  'application/warc': entry('archive', 'warc'),

  'application/vnd.visio': entry('document', 'vsd vss vst'),
  'application/x-mspublisher': entry('document', 'pub'),
  'application/vnd.ms-project': entry('document', 'mpp'),
  'application/vnd.ms-works': entry('document', 'wps'),
  'application/x-hwp': entry('document', 'hwp'),
  'application/onenote': entry('document', 'one onetoc2'),
  'application/vnd.ms-htmlhelp': entry('document', 'chm'),
  'application/x-mobipocket-ebook': entry('document', 'mobi azw prc'),
  'image/vnd.djvu': entry('document', 'djvu djv'),
  'application/wordperfect': entry('document', 'wpd', 'application/vnd.wordperfect'),

  'application/x-dbx': entry('message', 'dbx'),

  'application/x-orc': entry('table', 'orc'),
  'application/vnd.apache.arrow.file': entry('table', 'arrow feather'),
  'application/x-hdf5': entry('table', 'h5 hdf5', 'application/x-hdf'),
  'application/x-msaccess': entry('table', 'mdb accdb'),
  'application/x-spss-sav': entry('table', 'sav'),
  'application/x-stata-dta': entry('table', 'dta'),
  'application/x-sas-data': entry('table', 'sas7bdat'),

  'image/vnd.microsoft.icon': entry('image', 'ico cur', 'image/x-icon'),
  'image/vnd.ms-photo': entry('image', 'wdp hdp', 'image/jxr'),
  'image/wmf': entry('image', 'wmf'),
  'image/x-xcf': entry('image', 'xcf'),
  'image/vnd.zbrush.pcx': entry('image', 'pcx', 'image/x-pcx'),
  'image/x-exr': entry('image', 'exr'),
  'image/fits': entry('image', 'fits fit', 'application/fits'),

  'video/ogg': entry('video', 'ogv'),
  'video/mxf': entry('video', 'mxf', 'application/mxf'),
  'application/vnd.rn-realmedia': entry('video', 'rm rmvb'),

  'audio/aiff': entry('audio', 'aif aiff aifc', 'audio/x-aiff'),
  'audio/amr': entry('audio', 'amr', 'audio/AMR'),
  'audio/midi': entry('audio', 'mid midi'),
  'audio/x-ms-asf': entry('audio', 'wma', 'audio/x-ms-wma'),

  'application/x-elf': entry('other', 'so elf o', 'application/x-sharedlib', 'application/x-pie-executable'),
  'application/vnd.microsoft.portable-executable': entry(
    'other',
    'exe dll sys scr',
    'application/x-msdownload',
    'application/x-dosexec',
  ),
  'application/x-mach-binary': entry('other', 'dylib'),
  'application/java-vm': entry('other', 'class', 'application/x-java-applet'),
  'application/wasm': entry('other', 'wasm'),
  'font/ttf': entry('other', 'ttf', 'font/sfnt', 'application/x-font-ttf'),
  'font/otf': entry('other', 'otf', 'application/vnd.ms-opentype'),
  'font/collection': entry('other', 'ttc'),
  'font/woff': entry('other', 'woff'),
  'font/woff2': entry('other', 'woff2'),
  'application/vnd.ms-fontobject': entry('other', 'eot'),
  'model/stl': entry('other', 'stl'),
  'application/x-ms-shortcut': entry('other', 'lnk', 'application/x.ms.shortcut'),
  'application/x-ms-evtx': entry('other', 'evtx'),
  'application/x-ms-registry': entry('other', 'hiv'),
  'application/vnd.tcpdump.pcap': entry('other', 'pcap pcapng cap'),
  'application/x-keepass': entry('other', 'kdbx kdb'),
  'application/x-openssl-salted': entry('other', ''),
  'application/x-luks': entry('other', ''),
  'application/x-redis-dump': entry('other', 'rdb'),
  'application/pkcs7-mime': entry('other', 'p7m p7c p7b p7s'),
  'application/timestamped-data': entry('other', 'tsd'),
  'application/pkix-cert': entry('other', 'der'),
  'application/x-pkcs12': entry('other', 'p12 pfx'),
})

/** Names that others give to clips, recordings and others that formats read, where they take them for what those do not. */
const clips: Readonly<Record<string, string>> = {
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'video/matroska': 'video/x-matroska',
  'video/vnd.avi': 'video/x-msvideo',
  'video/avi': 'video/x-msvideo',
  'video/mp1s': 'video/mpeg',
  'video/mp2p': 'video/mpeg',
  'video/mpv': 'video/mpeg',
  'application/x-cfb': 'application/x-ole-storage',
  'application/cdfv2': 'application/x-ole-storage',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-m4b': 'audio/mp4',
  'application/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/wav': 'audio/x-wav',
  'audio/wave': 'audio/x-wav',
  'audio/vnd.wave': 'audio/x-wav',
  'audio/x-flac': 'audio/flac',
  'audio/x-hx-aac-adts': 'audio/aac',
}

const canonical: ReadonlyMap<string, string> = new Map([
  ...Object.entries(clips),
  ...Object.entries(namedTypes).flatMap(([name, { also = [] }]) => also.map((other) => [other, name] as const)),
])

/** The one name that is used here for a type that other programs may call otherwise. */
export function canonicalName(name: string): string {
  return canonical.get(name) ?? name
}

const families: Readonly<Record<string, Medium>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  message: 'message',
  text: 'document',
}

/** Types whose medium is not that of the format that reads them. */
const ownMedium: Readonly<Record<string, Medium>> = {
  'image/svg+xml': 'image',
  'application/x-ndjson': 'table',
  'application/fhir+ndjson': 'table',
  'application/epub+zip': 'document',
  'application/vnd.ms-xpsdocument': 'document',
  'application/vnd.apple.pages': 'document',
  'application/vnd.apple.numbers': 'document',
  'application/vnd.apple.keynote': 'document',
}

/** The medium of an item of a type that a format reads, whose own medium is `usual`. */
export function mediumOfRead(mediaType: string, usual: Medium): Medium {
  return ownMedium[mediaType] ?? usual
}

/** The medium of an item of a type that no format reads. */
export function mediumOfNamed(mediaType: string): Medium {
  const known = namedTypes[mediaType]
  if (known) return known.medium
  if (/officedocument|opendocument/.test(mediaType)) return 'document'
  return families[mediaType.slice(0, mediaType.indexOf('/'))] ?? 'other'
}
