import type { RecordKind } from '../core/record.ts'

/** Mails, chats, calendar entries and contact cards: known by their format. */
export const message: RecordKind = Object.freeze({
  id: 'message',
  title: 'Message, calendar entry or contact card',
  sensitivity: { category: 'simple' },
  examples: { hits: [], misses: ['Dear Ms Roe, thank you for your message.'] },
  match: ({ medium }) => (medium === 'message' ? { confidence: 0.97, because: ['format of a message'] } : undefined),
} satisfies RecordKind)
