import type { Nature } from '../images/personal.ts'
import { natureOf } from '../images/personal.ts'

/** ExifTool's names for what is called otherwise in clips: keys of QuickTime's `mdta`, tags of Matroska and ASF. */
const known: Readonly<Record<string, string>> = {
  'com.apple.quicktime.location.ISO6709': 'GPSCoordinates',
  'com.apple.quicktime.creationdate': 'CreationDate',
  'com.apple.quicktime.displayname': 'DisplayName',
  'com.apple.quicktime.camera.framereadouttimeinmicroseconds': 'CameraFrameReadoutTime',
  'com.android.capture.fps': 'AndroidCaptureFPS',
  'com.android.manufacturer': 'AndroidMake',
  'com.android.model': 'AndroidModel',
  'com.android.version': 'AndroidVersion',
  LOCATION: 'GPSCoordinates',
  DATE_RECORDED: 'DateTimeOriginal',
  DATE_RELEASED: 'DateReleased',
  'WM/EncodingTime': 'EncodingTime',
  'WM/EncodingSettings': 'EncodingSettings',
  WMFSDKVersion: 'WMFSDKVersion',
  WMFSDKNeeded: 'WMFSDKNeeded',
  IsVBR: 'IsVBR',
}

const prefixes = /^(?:com\.apple\.quicktime\.|com\.|WM\/)/i

/** ExifTool's name for a key of a clip: of one that it does not know, its words put together. */
export function tagName(key: string): string {
  const name = known[key] ?? known[key.toLowerCase()]
  if (name !== undefined) return name
  const bare = key.replace(prefixes, '').slice(0, 64)
  const words = bare.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return words.map((word) => capitalized(/[a-z]/.test(bare) ? word : word.toLowerCase())).join('')
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

const technical =
  /^(?:Make|Model|Software|Encoder|HandlerName|CompatibleBrands|MajorBrand|MinorVersion|Duration|Android.*|IsVBR|WMF.*|DeviceConformance.*|Encoding.*|BPS.*|NumberOf.*|Statistics.*|CameraFrameReadoutTime|Location(?:Accuracy)?Horizontal.*|LivePhoto.*|FullFrame.*|Language|PeakValue|AverageLevel|MediaPrimaryClassID|VideoCodecName|Creation(?:Date|Time))$/

/** How personal a value is whose key anybody may have made up: all that is not known to be technical. */
export function natureOfKey(name: string, value: string): Nature {
  const nature = natureOf(name, value)
  return nature.personal || technical.test(name) ? nature : { personal: true }
}
