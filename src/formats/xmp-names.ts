import { looksLikePersonName } from './person-name.ts'

/** One step of a property's path: its namespace and local name. */
export interface Step {
  readonly namespace: string
  readonly local: string
}

/** The namespace of the element around RDF. */
export const toolkit = 'adobe:ns:meta/'

/** ExifTool's name for a property. */
export function nameOf(path: readonly Step[]): string {
  let name = ''
  for (const { local } of path) name += local.slice(0, 1).toUpperCase() + local.slice(1, 64)
  name = name.slice(0, 128)
  const prefix = flattened.find(([long]) => name.startsWith(long))
  if (prefix !== undefined) name = prefix[1] + name.slice(prefix[0].length)
  return renamed.get(name) ?? name
}

/** Structures whose fields ExifTool names shorter than by their path. */
const flattened: readonly (readonly [string, string])[] = [
  ['RegionsRegionList', 'Region'],
  ['RegionsAppliedToDimensions', 'RegionAppliedToDimensions'],
  ['RegionInfoRegions', 'Region'],
  ['CreatorContactInfoCiAdr', 'Creator'],
  ['CreatorContactInfoCiEmailWork', 'CreatorWorkEmail'],
  ['CreatorContactInfoCiTelWork', 'CreatorWorkTelephone'],
  ['CreatorContactInfoCiUrlWork', 'CreatorWorkURL'],
  ['PersonInImageWDetailsPerson', 'PersonInImage'],
  ['ArtworkOrObjectAO', 'Artwork'],
]

/** Properties that ExifTool calls otherwise. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['ICCProfile', 'ICCProfileName'],
  ['ImageLength', 'ImageHeight'],
  ['ExposureBiasValue', 'ExposureCompensation'],
  ['FocalLengthIn35mmFilm', 'FocalLengthIn35mmFormat'],
  ['GPSTimeStamp', 'GPSDateTime'],
  ['ISOSpeedRatings', 'ISO'],
  ['PixelXDimension', 'ExifImageWidth'],
  ['PixelYDimension', 'ExifImageHeight'],
  ['BodySerialNumber', 'SerialNumber'],
  ['CameraOwnerName', 'OwnerName'],
  ['LensSpecification', 'LensInfo'],
  ['CreatorCtry', 'CreatorCountry'],
  ['CreatorExtadr', 'CreatorAddress'],
  ['CreatorPcode', 'CreatorPostalCode'],
  ['AddlModelInfo', 'AdditionalModelInformation'],
  ['Xmptk', 'XMPToolkit'],
])

/** The entity type that a property is by itself. */
export function entityTypeOf(name: string, values: readonly string[]): string | undefined {
  if (/^(?:Camera|Body|Lens)?SerialNumber$/.test(name)) return 'DEVICE_SERIAL'
  if (name === 'OwnerName') return 'DEVICE_OWNER'
  const mayBePerson = /^(?:Creator|Author|Artist|PersonInImage|PersonInImageName|RegionName|RegionPersonDisplayName)$/
  if (mayBePerson.test(name) && values.length === 1 && looksLikePersonName(values[0] ?? '')) return 'PERSON'
  return undefined
}

/** Whether a property may say something of a person: all that is not known to be technical. `name` is {@link nameOf}'s. */
export function isPersonal(namespace: string, name: string): boolean {
  const exceptions = technical.get(namespace)
  return exceptions === undefined || exceptions.test(name)
}

/** Namespaces whose properties are technical, all but those that the pattern takes. */
const technical: ReadonlyMap<string, RegExp> = new Map([
  [toolkit, /^$/],
  ['http://ns.adobe.com/xap/1.0/', /^(?:Author|BaseURL|Description|Identifier|Label|Nickname|Title)/],
  ['http://ns.adobe.com/xap/1.0/mm/', /(?:File|Path|URL|Manager|Changes|To)/],
  ['http://ns.adobe.com/xap/1.0/t/pg/', /^$/],
  ['http://ns.adobe.com/pdf/1.3/', /^(?:Author|Creator|Keywords|Subject|Title)/],
  ['http://www.aiim.org/pdfa/ns/id/', /^$/],
  ['http://www.aiim.org/pdfua/ns/id/', /^$/],
  ['http://www.npes.org/pdfx/ns/id/', /^$/],
  ['http://ns.adobe.com/xap/1.0/rights/', /^(?!Marked$)/],
  ['http://purl.org/dc/elements/1.1/', /^(?!(?:Format|Language|Type|Date)$)/],
  [
    'http://ns.adobe.com/photoshop/1.0/',
    /^(?!(?:ColorMode|DateCreated|ICCProfileName|LegacyIPTCDigest|SidecarForExtension|Urgency)$)/,
  ],
  ['http://ns.adobe.com/tiff/1.0/', /^(?:Artist|Copyright|HostComputer|ImageDescription)/],
  ['http://ns.adobe.com/exif/1.0/', /^(?:GPS|ImageUniqueID|UserComment)|Owner|Serial/],
  ['http://cipa.jp/exif/1.0/', /Owner|Serial/],
  ['http://ns.adobe.com/exif/1.0/aux/', /Owner|Serial/],
  [
    'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
    /^(?:Album|Artist|Client|Comment|Composer|Director|Engineer|LogComment|Scene|ShotLocation|ShotName)/,
  ],
  ['http://ns.google.com/photos/1.0/panorama/', /^$/],
  ['urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#', /^$/],
  ['urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#', /^$/],
  ['urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#', /^$/],
])
