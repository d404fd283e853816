import { describe, expect, it } from 'vitest'
import type { Format } from '../../src/core/content.ts'
import { hl7 } from '../../src/formats/hl7.ts'
import { json } from '../../src/formats/json.ts'
import { xml } from '../../src/formats/xml.ts'
import { read } from './reading.ts'

const letter = Buffer.concat([Buffer.from('%PDF-1.4 made up\n'), Buffer.alloc(3_000, 'a letter ')])
const large = Buffer.concat([letter, Buffer.alloc(3 << 20, 'x')])
const noise = Buffer.from(Uint8Array.from({ length: 2_000 }, (_, at) => (at * 37 + (at >> 3) + 1) % 251))

const inJson = (data: string) =>
  JSON.stringify({ resourceType: 'DocumentReference', content: [{ attachment: { data } }] })
const inAttribute = (data: string) =>
  `<?xml version="1.0"?><DocumentReference xmlns="http://hl7.org/fhir"><data value="${data}"/></DocumentReference>`
const inElement = (data: string) =>
  `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><text mediaType="application/pdf" representation="B64">${data}</text><id root="1"/></ClinicalDocument>`
const inSegment = (data: string) =>
  `MSH|^~\\&|LAB|CLINIC|||20240304||MDM^T02|1|P|2.5\rOBX|1|ED|PDF||^application^pdf^Base64^${data}||||||F\rOBX|2|TX|||seen by Dr Roe\r`

const places: readonly (readonly [string, Format, (data: string) => string])[] = [
  ['a FHIR resource in JSON', json, inJson],
  ['a FHIR resource in XML', xml, inAttribute],
  ['a C-CDA document', xml, inElement],
  ['an HL7 version 2 message', hl7, inSegment],
]

describe.each(places)('%s', (_, format, wrap) => {
  it.each([
    ['a letter', letter],
    ['a large letter', large],
  ])('gives %s that it holds as an item', async (_name, file) => {
    const { extracts, text, gaps } = await read(format, wrap(file.toString('base64')))
    const [child, ...others] = extracts.filter((one) => one.what === 'child')
    expect(child?.name).toBe('embedded 1.pdf')
    expect(others).toEqual([])
    const bytes = Buffer.from((await child?.reader.read(0, file.length + 1)) ?? [])
    expect(bytes.equals(file)).toBe(true)
    expect((text.text ?? '').length).toBeLessThan(1_000)
    expect(gaps).toEqual([])
  })

  it('says that data of no known kind were not examined', async () => {
    const { extracts, gaps } = await read(format, wrap(noise.toString('base64')))
    expect(extracts.some(({ what }) => what === 'child')).toBe(false)
    expect(gaps).toEqual(['unsupported_type'])
  })

  it('keeps what is not held unread', async () => {
    const { extracts, gaps } = await read(format, wrap(letter.toString('base64')), { expandedBytes: 2_000 })
    expect(extracts.some(({ what }) => what === 'child')).toBe(false)
    expect(gaps).toEqual(['unsupported_type'])
  })
})

it('reads on behind a file in a message', async () => {
  const { text } = await read(hl7, inSegment(letter.toString('base64')))
  expect(text.text).toContain('seen by Dr Roe')
})
