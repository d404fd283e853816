import type { Format } from '../core/content.ts'
import { appleDouble } from './apple/apple-double.ts'
import { iwa } from './apple/iwa.ts'
import { plist } from './apple/plist.ts'
import { bzip2 } from './archives/bzip2.ts'
import { gzip } from './archives/gzip.ts'
import { iso } from './archives/iso.ts'
import { ar, cab, cpio, deb, lha } from './archives/library-archives.ts'
import { lzip, lzma } from './archives/lzma-files.ts'
import { rar } from './archives/rar.ts'
import { selfExtracting } from './archives/self-extracting.ts'
import { sevenZip } from './archives/seven-zip.ts'
import { tar } from './archives/tar.ts'
import { xz } from './archives/xz.ts'
import { zip } from './archives/zip.ts'
import { zstd } from './archives/zstd.ts'
import { audio } from './audio/audio.ts'
import { contact } from './contact.ts'
import { dicom } from './dicom/dicom.ts'
import { hl7 } from './hl7.ts'
import { html } from './html.ts'
import { bmp } from './images/bmp.ts'
import { cr3 } from './images/cr3.ts'
import { crw } from './images/crw.ts'
import { emf } from './images/emf.ts'
import { gif } from './images/gif.ts'
import { heif } from './images/heif.ts'
import { jp2 } from './images/jp2.ts'
import { jpeg } from './images/jpeg.ts'
import { jxl } from './images/jxl.ts'
import { png } from './images/png.ts'
import { psd } from './images/psd.ts'
import { raf } from './images/raf.ts'
import { tiff } from './images/tiff.ts'
import { webp } from './images/webp.ts'
import { json } from './json.ts'
import { mail } from './mail/mail.ts'
import { msg } from './mail/msg.ts'
import { pst } from './mail/pst.ts'
import { tnef } from './mail/tnef.ts'
import { nifti } from './nifti.ts'
import { docx } from './office/docx.ts'
import { encryptedOffice } from './office/encrypted.ts'
import { odf, ods } from './office/odf.ts'
import { doc } from './office/ole/doc.ts'
import { ppt } from './office/ole/ppt.ts'
import { oleStorage } from './office/ole/storage.ts'
import { xls } from './office/ole/xls.ts'
import { pptx } from './office/pptx.ts'
import { rtf } from './office/rtf.ts'
import { xlsx } from './office/xlsx.ts'
import { pdf } from './pdf.ts'
import { avro } from './tables/avro.ts'
import { bson } from './tables/bson.ts'
import { dbase } from './tables/dbase.ts'
import { delimited } from './tables/delimited.ts'
import { jsonTable } from './tables/json-table.ts'
import { parquet } from './tables/parquet.ts'
import { pgDump } from './tables/pg-dump.ts'
import { sql } from './tables/sql.ts'
import { sqlite } from './tables/sqlite.ts'
import { text } from './text.ts'
import { asf } from './videos/asf.ts'
import { avi } from './videos/avi.ts'
import { flv } from './videos/flv.ts'
import { matroska } from './videos/matroska.ts'
import { mp4 } from './videos/mp4.ts'
import { mpeg } from './videos/mpeg.ts'
import { mpegTs } from './videos/mpeg-ts.ts'
import { xml } from './xml.ts'

/** Formats with a certain signature. Add one import and one entry; the order matters where one is packed as another. */
const signedFormats: readonly Format[] = [
  // First, because its preamble may be another format's signature on purpose.
  dicom,
  pdf,
  jpeg,
  png,
  gif,
  bmp,
  webp,
  tiff,
  heif,
  psd,
  jxl,
  jp2,
  raf,
  cr3,
  crw,
  emf,
  mp4,
  matroska,
  avi,
  asf,
  flv,
  mpeg,
  mpegTs,
  audio,
  docx,
  xlsx,
  pptx,
  odf,
  ods,
  rtf,
  encryptedOffice,
  doc,
  xls,
  ppt,
  oleStorage,
  sqlite,
  msg,
  pst,
  tnef,
  parquet,
  pgDump,
  avro,
  dbase,
  bson,
  nifti,
  plist,
  iwa,
  appleDouble,
  // After the office files, which are zip files too.
  zip,
  tar,
  gzip,
  zstd,
  bzip2,
  xz,
  lzma,
  lzip,
  sevenZip,
  rar,
  cab,
  // Before ar, of which it is one.
  deb,
  ar,
  cpio,
  lha,
  iso,
  selfExtracting,
]

/** Formats that read text. Order matters: the more particular stands first, plain text last. */
export const textFormats: readonly Format[] = Object.freeze([
  mail,
  html,
  xml,
  jsonTable,
  json,
  contact,
  hl7,
  sql,
  delimited,
  text,
])

/** Every format, in the order in which they are asked: almost anything may be text, so text comes last. */
export const formats: readonly Format[] = Object.freeze([...signedFormats, ...textFormats])
