/**
 * Tags of the main directories (IFD0 and the Exif directory) by number, under ExifTool's names. Only what says something
 * about the picture, its camera or its people: offsets, tables and matrices are left out.
 * Numbers: Exif 2.32 and 3.0 (CIPA DC-008), TIFF 6.0, TIFF/EP, DNG 1.7, Windows' XP* tags.
 */
export const exifTags: ReadonlyMap<number, string> = table(`
  00b ProcessingSoftware
  10d DocumentName  10e ImageDescription  10f Make  110 Model  112 Orientation
  11a XResolution  11b YResolution  11d PageName  128 ResolutionUnit  131 Software  132 ModifyDate
  13b Artist  13c HostComputer  151 TargetPrinter
  4746 Rating  4749 RatingPercent
  8298 Copyright  829a ExposureTime  829d FNumber
  8822 ExposureProgram  8824 SpectralSensitivity  8827 ISO  882a TimeZoneOffset  882b SelfTimerMode
  8830 SensitivityType  8831 StandardOutputSensitivity  8832 RecommendedExposureIndex  8833 ISOSpeed
  9000 ExifVersion  9003 DateTimeOriginal  9004 CreateDate
  9010 OffsetTime  9011 OffsetTimeOriginal  9012 OffsetTimeDigitized
  9201 ShutterSpeedValue  9202 ApertureValue  9203 BrightnessValue  9204 ExposureCompensation
  9205 MaxApertureValue  9206 SubjectDistance  9207 MeteringMode  9208 LightSource  9209 Flash  920a FocalLength
  9211 ImageNumber  9212 SecurityClassification  9213 ImageHistory  9214 SubjectArea
  9286 UserComment  9290 SubSecTime  9291 SubSecTimeOriginal  9292 SubSecTimeDigitized
  9400 AmbientTemperature  9401 Humidity  9402 Pressure  9403 WaterDepth  9404 Acceleration  9405 CameraElevationAngle
  9c9b XPTitle  9c9c XPComment  9c9d XPAuthor  9c9e XPKeywords  9c9f XPSubject
  a001 ColorSpace  a002 ExifImageWidth  a003 ExifImageHeight  a004 RelatedSoundFile
  a211 ImageNumber  a212 SecurityClassification  a213 ImageHistory  a214 SubjectLocation  a215 ExposureIndex
  a217 SensingMethod  a300 FileSource  a301 SceneType
  a401 CustomRendered  a402 ExposureMode  a403 WhiteBalance  a404 DigitalZoomRatio  a405 FocalLengthIn35mmFormat
  a406 SceneCaptureType  a407 GainControl  a408 Contrast  a409 Saturation  a40a Sharpness  a40c SubjectDistanceRange
  a420 ImageUniqueID  a430 OwnerName  a431 SerialNumber  a432 LensInfo  a433 LensMake  a434 LensModel
  a435 LensSerialNumber  a436 ImageTitle  a437 Photographer  a438 ImageEditor  a439 CameraFirmware
  a43a RAWDevelopingSoftware  a43b ImageEditingSoftware  a43c MetadataEditingSoftware
  a460 CompositeImage  a500 Gamma
  c612 DNGVersion  c614 UniqueCameraModel  c615 LocalizedCameraModel  c62f CameraSerialNumber
  c68b OriginalRawFileName  c6f6 AsShotProfileName  c6f8 ProfileName  c6fe ProfileCopyright
  c716 PreviewApplicationName  c717 PreviewApplicationVersion  c71b PreviewDateTime  c789 ReelName  c7a1 CameraLabel
  fde8 OwnerName  fde9 SerialNumber  fdea Lens  fe4c RawFile  fe4d Converter
`)

/** Tags of the GPS directory (Exif 2.32, 4.6.6), less the position itself, which is read as a whole. */
export const gpsTags: ReadonlyMap<number, string> = table(`
  00 GPSVersionID  08 GPSSatellites  09 GPSStatus  0a GPSMeasureMode  0b GPSDOP  0c GPSSpeedRef  0d GPSSpeed
  0e GPSTrackRef  0f GPSTrack  10 GPSImgDirectionRef  11 GPSImgDirection  12 GPSMapDatum
  17 GPSDestBearingRef  18 GPSDestBearing  19 GPSDestDistanceRef  1a GPSDestDistance
  1b GPSProcessingMethod  1c GPSAreaInformation  1d GPSDateStamp  1e GPSDifferential  1f GPSHPositioningError
`)

/** Tags that lead to other directories or hold whole packets. */
export const pointer = Object.freeze({
  width: 0x100,
  height: 0x101,
  subfileType: 0xfe,
  compression: 0x103,
  stripOffsets: 0x111,
  stripByteCounts: 0x117,
  subDirectories: 0x14a,
  jpegOffset: 0x201,
  jpegLength: 0x202,
  xmp: 0x2bc,
  panasonicJpeg: 0x2e,
  iptc: 0x83bb,
  photoshop: 0x8649,
  exif: 0x8769,
  icc: 0x8773,
  gps: 0x8825,
  makerNote: 0x927c,
  dngPrivate: 0xc634,
})

/** A table written as `number name` pairs, numbers in hexadecimal. */
export function table(text: string): ReadonlyMap<number, string> {
  const words = text.trim().split(/\s+/)
  const pairs: [number, string][] = []
  for (let at = 0; at + 1 < words.length; at += 2)
    pairs.push([Number.parseInt(words[at] ?? '', 16), words[at + 1] ?? ''])
  return new Map(pairs)
}
