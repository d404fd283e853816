import type { Head } from '../core/content.ts'

/** Bytes at a place that no other type has there: text as Latin-1, `?` for any byte. */
type Signature = readonly [offset: number, bytes: string, mediaType: string]

// Types that no format reads. What is not in here, libraries may still name.
const signatures: readonly Signature[] = [
  [0, '\x1f\x9d', 'application/x-compress'],
  [0, '\x1f\xa0', 'application/x-compress'],
  [0, '\x04\x22\x4d\x18', 'application/x-lz4'],
  [0, '\x89LZO\0\r\n\x1a\n', 'application/x-lzop'],
  [7, '**ACE**', 'application/x-ace-compressed'],
  [0, 'ISc(', 'application/x-installshield-cab'],
  [0, '\xed\xab\xee\xdb', 'application/x-rpm'],
  [0, 'KDMV', 'application/x-vmdk'],
  [0, 'conectix', 'application/x-vhd'],
  [0, 'vhdxfile', 'application/x-vhdx'],
  [64, '\x7f\x10\xda\xbe', 'application/x-virtualbox-vdi'],
  [0, 'QFI\xfb', 'application/x-qemu-disk'],
  [0, 'EVF\x09\r\n\xff\0', 'application/x-ewf'],
  [0, 'LUKS\xba\xbe', 'application/x-luks'],

  [0, '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3', 'application/onenote'],
  [0, '\xa1\x2f\xff\x43\xd9\xef\x76\x4c\x9e\xe2\x10\xea\x57\x22\x76\x5f', 'application/onenote'],
  [0, 'ITSF', 'application/vnd.ms-htmlhelp'],
  [60, 'BOOKMOBI', 'application/x-mobipocket-ebook'],
  [0, 'AT&TFORM', 'image/vnd.djvu'],
  [0, '\xffWPC', 'application/wordperfect'],

  [0, '!BDN', 'application/vnd.ms-outlook-pst'],
  [0, '\x78\x9f\x3e\x22', 'application/vnd.ms-tnef'],
  [0, '\xcf\xad\x12\xfe', 'application/x-dbx'],

  [0, 'SQLite format 3\0', 'application/vnd.sqlite3'],
  [0, 'PAR1', 'application/vnd.apache.parquet'],
  [0, 'Obj\x01', 'application/avro'],
  [0, 'ORC', 'application/x-orc'],
  [0, 'ARROW1\0\0', 'application/vnd.apache.arrow.file'],
  [0, '\x89HDF\r\n\x1a\n', 'application/x-hdf5'],
  [4, 'Standard Jet DB', 'application/x-msaccess'],
  [4, 'Standard ACE DB', 'application/x-msaccess'],
  [0, 'PGDMP', 'application/x-pgdump'],
  [0, '$FL2@(#)', 'application/x-spss-sav'],
  [0, '<stata_dta>', 'application/x-stata-dta'],
  [12, '\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c', 'application/x-sas-data'],
  [0, 'REDIS0', 'application/x-redis-dump'],

  [344, 'n+1\0', 'application/x-nifti'],
  [344, 'ni1\0', 'application/x-nifti'],
  [0, 'II\xbc\x01', 'image/vnd.ms-photo'],
  [40, ' EMF', 'image/emf'],
  [0, '\xd7\xcd\xc6\x9a\0\0', 'image/wmf'],
  [0, 'gimp xcf', 'image/x-xcf'],
  [0, '\x76\x2f\x31\x01', 'image/x-exr'],

  [0, '\x1a\x45\xdf\xa3', 'video/x-matroska'],
  [8, 'AVI ', 'video/x-msvideo'],
  [0, 'FLV\x01', 'video/x-flv'],
  [0, '.RMF\0', 'application/vnd.rn-realmedia'],
  [0, '\x06\x0e\x2b\x34\x02\x05\x01\x01', 'video/mxf'],
  [0, '\0\0\x01\xba', 'video/mpeg'],
  [0, '\0\0\x01\xb3', 'video/mpeg'],
  [4, 'moov', 'video/quicktime'],
  [4, 'mdat', 'video/quicktime'],
  [4, 'wide', 'video/quicktime'],
  [0, 'fLaC', 'audio/flac'],
  [8, 'WAVE', 'audio/x-wav'],
  [0, 'MThd\0\0\0\x06', 'audio/midi'],
  [0, '#!AMR', 'audio/amr'],

  [0, '\x7fELF', 'application/x-elf'],
  [0, '\xcf\xfa\xed\xfe', 'application/x-mach-binary'],
  [0, '\xce\xfa\xed\xfe', 'application/x-mach-binary'],
  [0, '\0asm', 'application/wasm'],
  [0, 'wOFF', 'font/woff'],
  [0, 'wOF2', 'font/woff2'],
  [0, 'OTTO\0', 'font/otf'],
  [0, 'ttcf\0', 'font/collection'],
  [0, '\0\x01\0\0\0', 'font/ttf'],
  [0, 'bplist0', 'application/x-bplist'],
  [0, 'L\0\0\0\x01\x14\x02\0', 'application/x-ms-shortcut'],
  [0, 'ElfFile\0', 'application/x-ms-evtx'],
  [0, 'regf', 'application/x-ms-registry'],
  [0, '\xd4\xc3\xb2\xa1', 'application/vnd.tcpdump.pcap'],
  [0, '\n\r\r\n', 'application/vnd.tcpdump.pcap'],
  [0, '\x03\xd9\xa2\x9a', 'application/x-keepass'],
  [0, 'Salted__', 'application/x-openssl-salted'],
  // ASN.1: a sequence that begins with an object identifier of PKCS #7 and its relatives.
  [0, '\x30\x80\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f', 'application/timestamped-data'],
  [4, '\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f', 'application/timestamped-data'],
  [2, '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07', 'application/pkcs7-mime'],
  [4, '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07', 'application/pkcs7-mime'],
]

const asfHeader = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c'

// Types that hold others: what exactly they are stands further inside, where libraries look.
const general: ReadonlySet<string> = new Set(['font/ttf', 'video/quicktime'])

/** What the first bytes say, and whether others should be asked what it is more exactly. */
export interface SignatureMatch {
  readonly mediaType: string
  readonly isGeneral: boolean
}

const certain = signatures.filter(([, bytes]) => /[^\t\n\r -~]/.test(bytes))

/** Whether the head bears a signature that no text could have. */
export function hasCertainSignature(head: Head): boolean {
  return certain.some(([offset, bytes]) => stands(head.bytes, offset, bytes)) || stands(head.bytes, 0, asfHeader)
}

/** The type whose signature the head bears; undefined where there is none. */
export function bySignature(head: Head): SignatureMatch | undefined {
  const found = signatures.find(([offset, bytes]) => stands(head.bytes, offset, bytes))
  if (!found) return undefined
  const mediaType = refine(found[2], head.bytes)
  return { mediaType, isGeneral: general.has(mediaType) }
}

function stands(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (offset + signature.length > bytes.length) return false
  for (let at = 0; at < signature.length; at++) {
    const wanted = signature.charCodeAt(at)
    if (wanted !== 0x3f && bytes[offset + at] !== wanted) return false
  }
  return true
}

function refine(mediaType: string, bytes: Uint8Array): string {
  if (mediaType !== 'video/x-matroska') return mediaType
  return Buffer.from(bytes.subarray(0, 4_096)).includes('webm') ? 'video/webm' : mediaType
}

const asfVideo = Buffer.from('\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b', 'latin1')

/** Types that a little calculating tells: ASF with or without pictures, stereolithography, disk images. */
export async function byStructure(head: Head): Promise<string | undefined> {
  const { bytes, reader } = head
  if (stands(bytes, 0, asfHeader)) return Buffer.from(bytes).includes(asfVideo) ? 'video/x-ms-asf' : 'audio/x-ms-asf'
  if (isStereolithography(bytes, reader.size)) return 'model/stl'
  return isDisk(bytes) ? 'application/x-raw-disk-image' : diskTrailer(head)
}

/** Binary STL: 80 bytes of header, a count, and 50 bytes a triangle. */
function isStereolithography(bytes: Uint8Array, size: number): boolean {
  if (bytes.length < 134) return false
  const triangles = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(80, true)
  return triangles > 0 && size === 84 + 50 * triangles
}

/** A disk bit by bit: by its table of partitions, or by the file system that begins it. */
function isDisk(bytes: Uint8Array): boolean {
  const fileSystems = [
    [3, 'NTFS    '],
    [3, 'EXFAT   '],
    [82, 'FAT32   '],
    [54, 'FAT16   '],
    [54, 'FAT12   '],
    [512, 'EFI PART'],
    [0, 'XFSB'],
    [1_024, 'H+\0\x04'],
    [32, 'NXSB'],
  ] as const
  if (fileSystems.some(([offset, mark]) => stands(bytes, offset, mark))) return true
  if (stands(bytes, 1_080, '\x53\xef') && bytes.subarray(0, 16).every((byte) => byte === 0)) return true
  return stands(bytes, 510, '\x55\xaa') && hasPartitions(bytes)
}

/** Four entries of which each is empty or says active or not, with a type and a size; and not all are empty. */
function hasPartitions(bytes: Uint8Array): boolean {
  const entries = [446, 462, 478, 494].map((at) => bytes.subarray(at, at + 16))
  const isEmpty = (entry: Uint8Array) => entry.every((byte) => byte === 0)
  const isWhole = (entry: Uint8Array) =>
    (entry[0] === 0 || entry[0] === 0x80) && entry[4] !== 0 && entry.subarray(12).some((byte) => byte !== 0)
  return entries.every((entry) => isEmpty(entry) || isWhole(entry)) && !entries.every(isEmpty)
}

/** Disk images whose mark stands at their end: Apple's, and Microsoft's of a fixed size. */
async function diskTrailer({ reader }: Head): Promise<string | undefined> {
  if (reader.size < 1_024) return undefined
  const end = await reader.read(reader.size - 512, 8)
  if (stands(end, 0, 'koly')) return 'application/x-apple-diskimage'
  return stands(end, 0, 'conectix') ? 'application/x-vhd' : undefined
}
