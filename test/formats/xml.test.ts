import { describe, expect, it } from 'vitest'
import { xml } from '../../src/formats/xml.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const clinical = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="view.xsl"?>
<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Discharge summary</title>
<recordTarget><patientRole><id extension="998991"/><addr><city>Lyon</city></addr><telecom value="tel:+33612345678"/>
<patient><name><given>Jane</given><family>Roe</family></name><birthTime value="19840203"/></patient></patientRole></recordTarget>
<component><section><text><table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Aspirin</td><td><content>81 mg</content> daily</td></tr></table>
<paragraph>No <content>known</content> allergies.</paragraph></text></section></component></ClinicalDocument>`

formatContract(
  xml,
  [
    { name: 'a clinical document', bytes: Buffer.from(clinical), mediaType: 'application/hl7-cda+xml' },
    { name: 'in UTF-16', bytes: Buffer.from(`\uFEFF${clinical}`, 'utf16le'), mediaType: 'application/hl7-cda+xml' },
    {
      name: 'a drawing',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text x="1">Jane <tspan>Roe</tspan></text></svg>'),
      mediaType: 'image/svg+xml',
    },
  ],
  { streamed: true },
)

describe('XML', () => {
  it('is read as lines with labels, running text as it runs', async () => {
    const { text, gaps } = await read(xml, clinical)
    expect(text.text).toBe(
      'title: Discharge summary\npatient Role\nid extension: 998991\naddr\ncity: Lyon\n\ntelecom: tel:+33612345678\n' +
        'name\ngiven: Jane\nfamily: Roe\n\npatient\nbirth Time: 19840203\n\n' +
        'Drug\tDose\nAspirin\t81 mg daily\nNo known allergies.\n',
    )
    expect(gaps).toEqual([])
  })

  it.each([
    ['<?xml version="1.0"?><a>1</a>', 'application/xml'],
    ['<?xml version="1.0"?><!-- c --><!DOCTYPE a [<!ENTITY b "c">]><svg/>', 'image/svg+xml'],
    [
      '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID></Invoice>',
      'application/x-ubl+xml',
    ],
    [
      '<ubl:CreditNote xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>',
      'application/x-ubl+xml',
    ],
    ['<Invoice><ID>1</ID></Invoice>', 'application/xml'],
    ['<rsm:CrossIndustryInvoice xmlns:rsm="urn:un"/>', 'application/x-cii+xml'],
    ['<Patient xmlns="http://hl7.org/fhir"><id value="1"/></Patient>', 'application/fhir+xml'],
    ['<kml xmlns="http://www.opengis.net/kml/2.2"/>', 'application/vnd.google-earth.kml+xml'],
    ['<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"/>', 'application/gpx+xml'],
    ['<note><to>Jane</to></note>\n', 'application/xml'],
    ['<note> is a tag\n', undefined],
    ['<Jane Roe> wrote: hello', undefined],
    ['<div>a</div>', undefined],
    ['a < b', undefined],
  ])('%j is %s', async (content, mediaType) => {
    expect((await read(xml, content)).mediaType).toBe(mediaType)
  })

  it('reads FHIR, whose values are attributes', async () => {
    const patient =
      '<Patient xmlns="http://hl7.org/fhir"><name><family value="Roe"/></name><birthDate value="1984-02-03"/></Patient>'
    expect((await read(xml, patient)).text.text).toBe('name\nfamily: Roe\n\nbirth Date: 1984-02-03\n')
  })

  it('writes positions with the latitude first', async () => {
    const kml =
      '<kml xmlns="k"><Placemark><Point><coordinates>2.35,48.85,0 -1.5,47</coordinates></Point></Placemark></kml>'
    expect((await read(xml, kml)).text.text).toBe(
      'Point\nlatitude: 48.85, longitude: 2.35\nlatitude: 47, longitude: -1.5\n\n',
    )
    const gpx = '<gpx xmlns="g"><wpt lat="48.85" lon="2.35"><name>Home</name></wpt></gpx>'
    expect((await read(xml, gpx)).text.text).toBe('latitude: 48.85, longitude: 2.35\nwpt\nname: Home\n\n')
  })

  it('expands no entities, and names what it did not follow', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(50)}"><!ENTITY c "&b;&b;&b;">]><a>&c;&c;</a>`
    const { text } = await read(xml, bomb)
    expect(text.text).toBe('a: &c;&c;\n')
    const external = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    expect(await read(xml, external)).toMatchObject({ text: { text: 'a: &b;\n' }, gaps: ['unsupported_type'] })
  })

  it('says what is wrong with the structure', async () => {
    expect((await read(xml, '<?xml version="1.0"?><a><b>1</b><c>2')).gaps).toEqual(['truncated'])
    expect((await read(xml, '<?xml version="1.0"?><a><b>1<c>2</a>')).gaps).toEqual(['malformed'])
    const deep = `<?xml version="1.0"?>${'<a>'.repeat(30)}x${'</a>'.repeat(30)}`
    expect((await read(xml, deep, { nesting: 30 })).gaps).toEqual([])
    expect((await read(xml, deep, { nesting: 29 })).gaps).toEqual(['too_deep'])
  })

  it('says where embedded data was not examined', async () => {
    const lines = `${'QUJD'.repeat(19)}\n`.repeat(30)
    const { text, gaps } = await read(xml, `<?xml version="1.0"?><a><photo>${lines}</photo><name>Jane</name></a>`)
    expect(text.text).toBe('name: Jane\n')
    expect(gaps).toEqual(['unsupported_type'])
  })
})
