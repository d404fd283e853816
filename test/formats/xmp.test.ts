import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import { looksLikePersonName } from '../../src/formats/person-name.ts'
import { isoTime, readXmp } from '../../src/formats/xmp.ts'

const namespaces = [
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
  'xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
  'xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"',
  'xmlns:exif="http://ns.adobe.com/exif/1.0/"',
  'xmlns:exifEX="http://cipa.jp/exif/1.0/"',
  'xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"',
  'xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"',
  'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"',
  'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
].join(' ')

const packet = (inner: string, attributes = '') =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Tool 1"><rdf:RDF ${namespaces}>` +
  `<rdf:Description rdf:about="" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const values = (xml: string) => Object.fromEntries(readXmp(xml).map(({ name, value }) => [name, value]))
const entry = (xml: string, wanted: string) => readXmp(xml).find(({ name }) => name === wanted)

describe('readXmp', () => {
  it.each([
    ['an attribute', packet('', 'xmp:CreatorTool="Draw 2"'), 'CreatorTool', 'Draw 2'],
    ['the toolkit', packet('<pdf:Trapped>x</pdf:Trapped>'), 'XMPToolkit', 'Tool 1'],
    ['an element', packet('<pdf:Producer> Maker &amp; Co </pdf:Producer>'), 'Producer', 'Maker & Co'],
    [
      'a list',
      packet('<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></dc:subject>'),
      'Subject',
      'a, b',
    ],
    ['a structure as attributes', packet('<xmpMM:DerivedFrom stRef:documentID="d1"/>'), 'DerivedFromDocumentID', 'd1'],
    [
      'a structure as elements',
      packet('<xmpMM:DerivedFrom rdf:parseType="Resource"><stRef:documentID>d2</stRef:documentID></xmpMM:DerivedFrom>'),
      'DerivedFromDocumentID',
      'd2',
    ],
    ['a link', packet('<xmp:BaseURL rdf:resource="http://a.example/"/>'), 'BaseURL', 'http://a.example/'],
    ['a renamed property', packet('', 'exif:PixelXDimension="640"'), 'ExifImageWidth', '640'],
    ['a serial number', packet('', 'exifEX:BodySerialNumber="9001"'), 'SerialNumber', '9001'],
    ['a fraction', packet('', 'exif:ExposureTime="1/160"'), 'ExposureTime', '0.00625'],
    [
      'a time with a zone',
      packet('', 'xmp:ModifyDate="2024-03-01T00:30:00+01:00"'),
      'ModifyDate',
      '2024-03-01T00:30:00+01:00',
    ],
    ['a time without one', packet('', 'xmp:ModifyDate="2024-03-01T00:30:00"'), 'ModifyDate', '2024-03-01T00:30:00'],
    [
      'a name in a region',
      packet(
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li>' +
          '<rdf:Description mwg-rs:Name="Mia Roth" mwg-rs:Type="Face"/></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>',
      ),
      'RegionName',
      'Mia Roth',
    ],
    [
      'a contact',
      packet('<Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiEmailWork="a@b.example"/>'),
      'CreatorWorkEmail',
      'a@b.example',
    ],
  ])('reads %s', (_, xml, name, value) => {
    expect(values(xml)[name]).toBe(value)
  })

  it('keeps the default language under the plain name and others under their own', () => {
    const title =
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plan</rdf:li><rdf:li xml:lang="fr">Devis</rdf:li></rdf:Alt></dc:title>'
    expect(values(packet(title))).toMatchObject({ Title: 'Plan', 'Title-fr': 'Devis' })
  })

  it('gives positions in signed degrees, with one entry for both', () => {
    const xml = packet(
      '',
      'exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,20,30W" exif:GPSAltitude="355/10" exif:GPSAltitudeRef="1"',
    )
    const position = entry(xml, 'GPSPosition')
    expect(values(xml)).toMatchObject({ GPSLatitude: '48.85833333', GPSLongitude: '-2.34166667', GPSAltitude: '-35.5' })
    expect(position).toMatchObject({ value: '48.85833333, -2.34166667', personal: true, entityType: 'GPS_COORDINATES' })
  })

  it.each([
    ['Creator', packet('<dc:creator><rdf:Seq><rdf:li>Mia Roth</rdf:li></rdf:Seq></dc:creator>'), true, 'PERSON'],
    ['Creator', packet('<dc:creator><rdf:Seq><rdf:li>front desk</rdf:li></rdf:Seq></dc:creator>'), true, undefined],
    ['SerialNumber', packet('', 'aux:SerialNumber="77"'), true, 'DEVICE_SERIAL'],
    ['OwnerName', packet('', 'aux:OwnerName="Mia"'), true, 'DEVICE_OWNER'],
    ['Patient', packet('<pdfx:Patient>Mia</pdfx:Patient>'), true, undefined],
    ['Format', packet('', 'dc:format="application/pdf"'), false, undefined],
    ['DocumentID', packet('', 'xmpMM:DocumentID="uuid:1"'), false, undefined],
    ['Producer', packet('', 'pdf:Producer="Maker"'), false, undefined],
  ])('says of %s whether it is personal', (name, xml, personal, entityType) => {
    expect(entry(xml, name)).toMatchObject({ personal })
    expect(entry(xml, name)?.entityType).toBe(entityType)
  })

  it('leaves settings of converters and schema descriptions out', () => {
    expect(Object.keys(values(packet('', 'crs:Contrast="4" pdf:Trapped="False"')))).toEqual(['XMPToolkit', 'Trapped'])
  })

  it('goes by the namespace, whatever its prefix', () => {
    const xml = packet('', 'xmlns:a="http://ns.adobe.com/exif/1.0/" a:ISOSpeedRatings="200/1"')
    expect(values(xml)).toMatchObject({ ISO: '200' })
  })

  it('keeps to its limits', () => {
    const limits = { ...defaultLimits, metadata: 3, metadataCharacters: 5, nesting: 6 }
    const many = Array.from({ length: 9 }, (_, at) => `<pdfx:p${at}>abcdefgh</pdfx:p${at}>`).join('')
    expect(readXmp(packet(many), limits).map(({ value }) => value)).toEqual(['Tool ', 'abcde', 'abcde'])
    const deep = `${'<pdfx:a>'.repeat(20)}x${'</pdfx:a>'.repeat(20)}`
    expect(readXmp(packet(deep), limits).map(({ name }) => name)).toEqual(['XMPToolkit'])
  })

  it('takes names that mean something to JavaScript as plain names', () => {
    const hostile = '<constructor:__proto__ xmlns:constructor="constructor">v</constructor:__proto__>'
    expect(entry(packet(hostile), '__proto__')?.value).toBe('v')
  })

  it('survives anything', () => {
    const whole = packet(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plan</rdf:li></rdf:Alt></dc:title>',
      'exif:GPSLatitude="1,2N"',
    )
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string({ maxLength: 40 }), fc.nat(40), (at, junk, gone) => {
        for (const one of readXmp(whole.slice(0, at) + junk + whole.slice(at + gone))) expect(one.value).not.toBe('')
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readXmp(text))))
  })
})

describe('isoTime', () => {
  it.each([
    ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00Z'],
    ['2024-03-01T10:00-0230', '2024-03-01T10:00:00-02:30'],
    ['2024-03-01T10:00:00.25+00:00', '2024-03-01T10:00:00.25Z'],
    ['2024-13-01T10:00:00Z', undefined],
    ['2024-03-01', undefined],
    ['2024-03-01T10:00:00', undefined],
  ])('%s is %s', (text, iso) => {
    expect(isoTime(text)).toBe(iso)
  })
})

describe('looksLikePersonName', () => {
  it.each(['Mia Roth', 'Dr. Jean-Luc Petit', 'O’Neil, Sean', 'ROTH Mia', 'Émile Zátopek'])(
    '%s reads as a name',
    (value) => {
      expect(looksLikePersonName(value)).toBe(true)
    },
  )
  it.each(['mroth', 'Microsoft Office User', 'Roth GmbH', 'Scan 12', 'FRONT DESK', 'Institute for Tests', '', 'A B'])(
    '%s does not',
    (value) => {
      expect(looksLikePersonName(value)).toBe(false)
    },
  )
})
