import type { StoredFinding, StoredRecord, Summary } from '../../src/core/result.ts'

/** A record as a store gives it out; made up. */
export function storedRecord(more: Partial<StoredRecord> = {}): StoredRecord {
  return {
    id: 1,
    uri: 'patients/devis.pdf',
    parentId: null,
    sizeBytes: 12_345,
    modifiedAt: '2024-03-05T10:00:00.000Z',
    sha256: 'ab'.repeat(32),
    mediaType: 'application/pdf',
    medium: 'document',
    kind: 'treatment_plan',
    kindConfidence: 0.93,
    kindBecause: ['title «devis»', 'procedures'],
    language: 'fr',
    coverage: 'full',
    coverageCause: null,
    problems: [],
    dpc: 4,
    ei: 1,
    cb: 0.5,
    severityScore: 4.5,
    severity: 'very_high',
    explanation: {
      dpc: { category: 'sensitive', value: 4, because: ['a treatment_plan tells of health'] },
      ei: { family: 'name', value: 1, because: ['PERSON', 'full name with an e-mail †'] },
      cb: { value: 0.5, because: ['unknown-recipients +0.5'] },
      score: 4.5,
      level: 'very_high',
      context: 'clinic',
      notes: ['art9'],
    },
    duplicateOf: null,
    findings: [storedFinding()],
    fields: [{ name: 'treatment.total', masked: '••••', digest: 'd1', value: null, confidence: 0.9, location: null }],
    metadata: [{ name: 'Author', masked: 'S••• M•••', digest: 'd2', value: null }],
    pictures: [],
    flags: [{ name: 'gps', detail: null }],
    table: null,
    ...more,
  }
}

/** A finding as a store gives it out; made up. */
export function storedFinding(more: Partial<StoredFinding> = {}): StoredFinding {
  return {
    entityType: 'PERSON',
    masked: 'S••• M•••',
    digest: 'd0',
    value: null,
    confidence: 0.88,
    location: { unit: 'page', page: 2, offset: 130, length: 13 },
    origin: 'text',
    detector: 'person@1',
    evidence: [{ step: 'label', note: 'a title stands before it', confidence: 0.88 }],
    cells: 1,
    distinct: 1,
    role: null,
    ...more,
  }
}

/** A summary of nothing found in three records, all read whole. */
export function summaryOf(more: Partial<Summary> = {}): Summary {
  return {
    scan: {
      id: 1,
      toolVersion: '1.2.3',
      source: 'file:///srv/bucket',
      options: { circumstances: ['unknown-recipients'] },
      startedAt: '2024-03-05T10:00:00.000Z',
      finishedAt: '2024-03-05T10:20:30.123Z',
      status: 'finished',
      digest: 'cd'.repeat(32),
      manifestSha256: null,
      models: null,
      environment: null,
      clock: null,
    },
    values: 'masked',
    context: 'general',
    records: 3,
    bytes: 1_234_567,
    duplicates: 0,
    kinds: [{ kind: 'other', records: 3, bySeverity: { low: 3, medium: 0, high: 0, very_high: 0 } }],
    media: [{ medium: 'document', records: 3, bytes: 1_234_567 }],
    severity: { low: 3, medium: 0, high: 0, very_high: 0 },
    coverage: { full: 3, partial: 0, none: 0 },
    listed: { alerts: 0, knownGood: 0 },
    unread: { low: 0, medium: 0, high: 0, very_high: 0 },
    causes: [],
    entities: [],
    flags: [],
    languages: [{ language: 'en', records: 2 }],
    people: { names: 0, emails: 0, phones: 0, officialNumbers: 0 },
    pictures: [],
    notes: [],
    ...more,
  }
}
