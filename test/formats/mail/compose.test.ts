import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { type Composed, composed } from '../../../src/formats/mail/compose.ts'
import { parseMessage } from '../../../src/formats/mail/mime.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())

it('puts together messages that are read as they were', async () => {
  const message = fc.record({
    subject: line,
    text: fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/[\r\n\0\uFEFF]/g, '')),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 400 }),
    name: line.filter((text) => text !== ''),
  })
  await fc.assert(
    fc.asyncProperty(message, async ({ subject, text, bytes, name }) => {
      const whole: Composed = {
        from: { name: 'Jérôme Noir', address: 'j@example.org' },
        recipients: [
          { role: 'To', name: 'Ann "A." Lee', address: 'ann@example.org' },
          { role: 'Cc', name: 'Somebody', address: '/o=Clinic/cn=x' },
        ],
        subject,
        date: new Date('2024-03-04T09:00:00Z'),
        messageId: '<1@example.org>',
        header: 'X-Route: a\r\n\tb\r\nSubject: another\r\nno field',
        text,
        html: '',
        attachments: [{ name, mediaType: 'application/octet-stream', bytes }],
      }
      const read = await parseMessage(composed(whole), defaultLimits)
      expect(read.correspondents).toContainEqual({ role: 'From', name: 'Jérôme Noir', address: 'j@example.org' })
      expect(read.correspondents).toContainEqual({ role: 'To', name: 'Ann "A." Lee', address: 'ann@example.org' })
      expect(read.correspondents).toContainEqual({ role: 'Cc', name: 'Somebody', address: '' })
      expect(read.subject.replace(/\s+/g, ' ')).toBe(subject)
      expect(read.text.trim()).toBe(text.trim())
      expect(read.header).toBe('X-Route: a b')
      expect(Buffer.from(read.attachments[0]?.bytes ?? [])).toEqual(Buffer.from(bytes))
    }),
    { numRuns: 150 },
  )
})
