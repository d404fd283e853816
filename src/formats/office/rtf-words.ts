/** What becomes of the text in a destination: read as text of a place, kept for {@link captures}, or left out. */
export type RtfDestination =
  | { readonly is: 'place'; readonly place: string }
  | { readonly is: 'capture'; readonly capture: RtfCapture }
  | { readonly is: 'time'; readonly name: string }
  | { readonly is: 'pictures' | 'object' | 'fonts' | 'revisers' }
  /** Text is left out, but destinations inside are met. */
  | { readonly is: 'frame' }
  /** As if the destination were not there. */
  | { readonly is: 'same' }
  /** Left out with all that is inside; for `twice`, less what is told again in Unicode. */
  | { readonly is: 'nothing' | 'twice' | 'unicode' }

/** How a captured text is told. */
export type RtfCapture =
  | { readonly as: 'person' | 'personal' | 'plain'; readonly name: string }
  | { readonly as: 'field' | 'line' | 'property_name' | 'property_value' | 'shape_name' | 'shape_value' }

/** Signs that are written as control words (RTF 1.9.1, "Special Characters"). */
export const rtfSigns: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00A0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** Control words that end a line. */
export const rtfBreaks: ReadonlySet<string> = new Set(['par', 'line', 'sect', 'page', 'column', 'softline', 'lbr'])

/** Numbers of the information group, by control word. */
export const rtfCounts: Readonly<Record<string, string>> = {
  nofpages: 'Pages',
  nofwords: 'Words',
  nofchars: 'Characters',
  nofcharsws: 'CharactersWithSpaces',
  version: 'RevisionNumber',
}

/** Formats of pictures, with the extension that a file of each has. */
export const rtfPictures: Readonly<Record<string, string>> = {
  jpegblip: 'jpg',
  pngblip: 'png',
  emfblip: 'emf',
  wmetafile: 'wmf',
  macpict: 'pict',
  dibitmap: 'dib',
  wbitmap: 'ddb',
}

const place = (name: string): RtfDestination => ({ is: 'place', place: name })
const person = (name: string): RtfDestination => ({ is: 'capture', capture: { as: 'person', name } })
const personal = (name: string): RtfDestination => ({ is: 'capture', capture: { as: 'personal', name } })
const capture = (as: Exclude<RtfCapture['as'], 'person' | 'personal' | 'plain'>): RtfDestination => ({
  is: 'capture',
  capture: { as },
})
const time = (name: string): RtfDestination => ({ is: 'time', name })

/** Destinations by control word. One that is not listed is left out where the file marks it as one to ignore. */
export const rtfDestinations: Readonly<Record<string, RtfDestination>> = {
  header: place('header'),
  headerl: place('header'),
  headerr: place('header'),
  headerf: place('header'),
  footer: place('footer'),
  footerl: place('footer'),
  footerr: place('footer'),
  footerf: place('footer'),
  footnote: place('footnotes'),
  annotation: place('comments'),
  xe: place('index'),
  tc: place('index'),
  tcn: place('index'),
  shptxt: place('text boxes'),
  info: { is: 'frame' },
  userprops: { is: 'frame' },
  docvar: capture('line'),
  mailmerge: { is: 'frame' },
  mmconnectstr: capture('line'),
  mmconnectstrdata: capture('line'),
  mmquery: capture('line'),
  mmdatasource: capture('line'),
  mmheadersource: capture('line'),
  title: personal('Title'),
  subject: personal('Subject'),
  author: person('Author'),
  manager: person('Manager'),
  company: personal('Company'),
  operator: person('LastModifiedBy'),
  category: personal('Category'),
  keywords: personal('Keywords'),
  comment: personal('Comment'),
  doccomm: personal('Comments'),
  hlinkbase: personal('HyperlinkBase'),
  template: personal('Template'),
  generator: { is: 'capture', capture: { as: 'plain', name: 'Application' } },
  atnauthor: person('CommentAuthor'),
  propname: capture('property_name'),
  staticval: capture('property_value'),
  fldinst: capture('field'),
  sn: capture('shape_name'),
  sv: capture('shape_value'),
  creatim: time('CreateDate'),
  revtim: time('ModifyDate'),
  printim: time('LastPrinted'),
  buptim: time('BackupTime'),
  fonttbl: { is: 'fonts' },
  revtbl: { is: 'revisers' },
  pict: { is: 'pictures' },
  objdata: { is: 'object' },
  picprop: { is: 'frame' },
  shpinst: { is: 'same' },
  shppict: { is: 'same' },
  upr: { is: 'twice' },
  ud: { is: 'unicode' },
  fldrslt: { is: 'same' },
  result: { is: 'same' },
  nonshppict: { is: 'nothing' },
  colortbl: { is: 'nothing' },
  stylesheet: { is: 'nothing' },
  listtable: { is: 'nothing' },
  listoverridetable: { is: 'nothing' },
  rsidtbl: { is: 'nothing' },
  filetbl: { is: 'nothing' },
  pntext: { is: 'nothing' },
  listtext: { is: 'nothing' },
  pntxta: { is: 'nothing' },
  pntxtb: { is: 'nothing' },
  bkmkstart: { is: 'nothing' },
  bkmkend: { is: 'nothing' },
  objclass: { is: 'nothing' },
  objname: { is: 'nothing' },
  datafield: { is: 'nothing' },
  atnid: { is: 'nothing' },
  atnref: { is: 'nothing' },
  atntime: { is: 'nothing' },
  falt: { is: 'nothing' },
  panose: { is: 'nothing' },
  ftnsep: { is: 'nothing' },
  ftnsepc: { is: 'nothing' },
  aftnsep: { is: 'nothing' },
  aftnsepc: { is: 'nothing' },
}
