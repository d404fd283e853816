import type { MetadataEntry } from '../../core/content.ts'
import { looksLikePersonName } from '../person-name.ts'

/** What an entry says of its value beside the value. */
export type Nature = Pick<MetadataEntry, 'personal' | 'entityType'>

/** What a tag's value is, beside personal: nothing more, a device's number or owner, a place, or a person's name. */
type Kind = 'text' | 'serial' | 'owner' | 'position' | 'author' | 'person'

const plain: Nature = Object.freeze({ personal: false })
const natures: Readonly<Record<Exclude<Kind, 'author' | 'person'>, Nature>> = Object.freeze({
  text: Object.freeze({ personal: true }),
  serial: Object.freeze({ personal: true, entityType: 'DEVICE_SERIAL' }),
  owner: Object.freeze({ personal: true, entityType: 'DEVICE_OWNER' }),
  position: Object.freeze({ personal: true, entityType: 'GPS_COORDINATES' }),
})
const person: Nature = Object.freeze({ personal: true, entityType: 'PERSON' })

const namesByKind: Readonly<Record<Kind, string>> = {
  serial:
    'SerialNumber LensSerialNumber InternalSerialNumber CameraSerialNumber InternalLensSerialNumber ' +
    'ExtenderSerialNumber FlashSerialNumber AccessorySerialNumber BodySerialNumber',
  owner: 'OwnerName HostComputer',
  position: 'GPSPosition',
  author:
    'Artist By-line Creator XPAuthor Author Director Producer Performer Composer Engineer Technician Owner EncodedBy Writer-Editor CaptionWriter Photographer ImageCreatorName Contact',
  person:
    'PersonInImage RegionName RegionPersonDisplayName FaceName Face1Name Face2Name Face3Name BabyName ' +
    'RecognizedFace1Name RecognizedFace2Name RecognizedFace3Name LicensorName',
  text:
    'GPSLatitude GPSLongitude GPSAltitude GPSDateStamp GPSTimeStamp GPSDateTime GPSImgDirection GPSTrack GPSSpeed ' +
    'GPSDestLatitude GPSDestLongitude GPSAreaInformation GPSSatellites GPSDestBearing GPSDestDistance ' +
    'Copyright CopyrightNotice CopyrightOwnerName Rights ProfileCopyright Credit Source ' +
    'ImageDescription UserComment Comment Description Title Headline ObjectName Caption-Abstract LocalCaption ' +
    'XPTitle XPComment XPKeywords XPSubject Keywords Subject Caption Label Instructions SpecialInstructions ' +
    'DocumentName PageName ImageHistory OriginalFileName OriginalRawFileName Warning Disclaimer Parameters ' +
    'City City2 State Country Location Landmark LocationName LocalLocationName Sub-location Province-State ' +
    'Country-PrimaryLocationName ContentLocationName ReelName CameraLabel UserLabel BabyAge ' +
    'RecognizedFace1Age RecognizedFace2Age RecognizedFace3Age ' +
    'ImageUniqueID DocumentID OriginalDocumentID InstanceID ContentIdentifier PhotoIdentifier RawDataUniqueID ' +
    'UniqueDocumentID MasterDocumentID OwnerID JobID OriginalTransmissionReference FixtureIdentifier ' +
    'TrackName DisplayName Information LocationInformation AppleStoreAccount LongDescription Album SourceCredits ' +
    'URL TextLayerText LayerNames HistoryParameters Event SecurityClassification TargetPrinter',
}

const kindByName: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(namesByKind) as [Kind, string][]).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind] as const),
  ),
)

/** How personal a tag is, under its ExifTool name, and what kind of entity its value is by itself. */
export function natureOf(name: string, value: string): Nature {
  const kind = kindByName.get(name)
  if (kind === undefined) return plain
  if (kind === 'person') return isWords(value) ? person : natures.text
  if (kind === 'author') return isWords(value) && looksLikePerson(value) ? person : natures.text
  // A host computer is a model as often as it is somebody's machine; only an apostrophe tells.
  if (name === 'HostComputer') return /['’]/.test(value) ? natures.owner : natures.text
  return natures[kind]
}

const words = /^\p{L}[\p{L}\p{M}.'’ -]{1,78}$/u

function isWords(value: string): boolean {
  return words.test(value)
}

/** Press agencies write names in capitals: those are looked at as if they were not. Initials alone are no name. */
function looksLikePerson(value: string): boolean {
  if (value !== value.toUpperCase() || value === value.toLowerCase()) return looksLikePersonName(value)
  if (!/\p{L}{4}/u.test(value)) return false
  return looksLikePersonName(value.toLowerCase().replace(/(?:^|[ -])\p{L}/gu, (letters) => letters.toUpperCase()))
}
