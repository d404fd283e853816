/** What an OpenDocument file is laid out as: running text, sheets of cells, or pages with shapes. */
export type OdfLayout = 'text' | 'sheets' | 'pages'

interface OdfType {
  readonly layout: OdfLayout
  readonly extension: string
}

const open = 'application/vnd.oasis.opendocument.'
const sun = 'application/vnd.sun.xml.'

/** Media types of OpenDocument (ISO/IEC 26300-3, appendix on file types) and of its forerunner, OpenOffice.org 1. */
export const odfTypes: Readonly<Record<string, OdfType>> = Object.freeze({
  [`${open}text`]: { layout: 'text', extension: 'odt' },
  [`${open}text-template`]: { layout: 'text', extension: 'ott' },
  [`${open}text-master`]: { layout: 'text', extension: 'odm' },
  [`${open}text-web`]: { layout: 'text', extension: 'oth' },
  [`${open}spreadsheet`]: { layout: 'sheets', extension: 'ods' },
  [`${open}spreadsheet-template`]: { layout: 'sheets', extension: 'ots' },
  [`${open}presentation`]: { layout: 'pages', extension: 'odp' },
  [`${open}presentation-template`]: { layout: 'pages', extension: 'otp' },
  [`${open}graphics`]: { layout: 'pages', extension: 'odg' },
  [`${open}graphics-template`]: { layout: 'pages', extension: 'otg' },
  [`${open}chart`]: { layout: 'text', extension: 'odc' },
  [`${open}formula`]: { layout: 'text', extension: 'odf' },
  [`${open}image`]: { layout: 'pages', extension: 'odi' },
  [`${sun}writer`]: { layout: 'text', extension: 'sxw' },
  [`${sun}writer.template`]: { layout: 'text', extension: 'stw' },
  [`${sun}calc`]: { layout: 'sheets', extension: 'sxc' },
  [`${sun}calc.template`]: { layout: 'sheets', extension: 'stc' },
  [`${sun}impress`]: { layout: 'pages', extension: 'sxi' },
  [`${sun}impress.template`]: { layout: 'pages', extension: 'sti' },
  [`${sun}draw`]: { layout: 'pages', extension: 'sxd' },
})

/** The media types with their extensions, of one layout or of all others. */
export function odfMediaTypes(isOf: (layout: OdfLayout) => boolean): Readonly<Record<string, readonly string[]>> {
  const types = Object.entries(odfTypes).filter(([, { layout }]) => isOf(layout))
  return Object.freeze(Object.fromEntries(types.map(([type, { extension }]) => [type, [extension]])))
}
