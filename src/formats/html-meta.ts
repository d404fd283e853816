/** What pages say of themselves, under ExifTool's names, and whether it is about somebody. */
export const metaNames: Readonly<Record<string, readonly [name: string, personal: boolean]>> = {
  title: ['Title', true],
  author: ['Author', true],
  'dc.creator': ['Creator', true],
  'article:author': ['Author', true],
  description: ['Description', true],
  keywords: ['Keywords', true],
  copyright: ['Copyright', true],
  generator: ['Generator', false],
  progid: ['ProgID', false],
  date: ['Date', false],
  'last-modified': ['LastModified', false],
  'geo.position': ['GPSPosition', true],
  icbm: ['GPSPosition', true],
}
