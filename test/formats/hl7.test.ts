import { describe, expect, it } from 'vitest'
import { hl7 } from '../../src/formats/hl7.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const message =
  'MSH|^~\\&|LAB|CLINIC|||20240304||ORU^R01|1|P|2.5\rPID|1||12345^^^CLINIC||Roe^Jane||19840203|F\rOBX|1|NM|GLU||5.4\r'

formatContract(hl7, [{ name: 'a result', bytes: Buffer.from(message), mediaType: 'application/hl7-v2' }], {
  streamed: true,
})

describe('HL7 version 2', () => {
  it('is read one line a segment', async () => {
    const { text } = await read(hl7, `\x0b${message}\x1c\r`)
    expect(text.text).toContain('\nPID|1||12345^^^CLINIC||Roe^Jane||19840203|F\n')
  })

  it.each(['MSH is a word', 'MSHA|^~\\&|', 'PID|1||'])('is not seen in %s', async (content) => {
    expect((await read(hl7, content)).mediaType).toBeUndefined()
  })
})
