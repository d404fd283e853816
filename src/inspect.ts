import type { Place } from './core/content.ts'
import { defaultLimits } from './core/limits.ts'
import { mask, maskPart } from './core/mask.ts'
import type { Outcome } from './core/outcome.ts'
import type { TableProfile } from './core/table.ts'
import { type ExaminePlan, examine } from './examine.ts'
import { maskedUri } from './name-findings.ts'
import { fileUri, openSource } from './sources/registry.ts'
import { removeStaleSpools } from './spool/place.ts'
import { builtIn } from './toolbox.ts'

/** Examined by itself, a file belongs to no dump: it is scored as part of a general one, with unknown recipients. */
const plan: ExaminePlan = {
  limits: defaultLimits,
  context: 'general',
  circumstances: ['unknown-recipients'],
  ocr: 'auto',
}

/**
 * Everything that is found in one file and inside it, the file's own outcome first, values in clear. No store;
 * examined in the calling thread.
 * @param passwords tried on what is locked; nothing else is
 * @throws SourceError where there is no such file
 */
export async function inspect(path: string, passwords: readonly string[] = []): Promise<readonly Outcome[]> {
  await using source = openSource(fileUri(path))
  await removeStaleSpools()
  const outcomes: Outcome[] = []
  for await (const item of source.items(new AbortController().signal)) {
    outcomes.push(...(await examine(item, source, builtIn, { ...plan, passwords })))
  }
  return outcomes
}

/** Outcomes in the form in which a store gives out records; unless `isClear`, values are null and uris masked. */
export function recordViews(outcomes: readonly Outcome[], isClear: boolean) {
  const shown = new Map(
    outcomes.map((outcome) => [outcome.uri, isClear ? outcome.uri : maskedUri(outcome.uri, outcome.findings)]),
  )
  return outcomes.map((outcome) => recordView(outcome, (uri) => shown.get(uri) ?? null, isClear))
}

function recordView(outcome: Outcome, shown: (uri: string) => string | null, isClear: boolean) {
  const { facts: _facts, severity, findings, fields, metadata, uri, parentUri, flags, table, ...rest } = outcome
  const told = (type: string, value: string) => ({ masked: mask(type, value), value: isClear ? value : null })
  const located = (place: Place, more: { readonly offset: number; readonly length?: number }) => ({
    ...place,
    ...(place.unit === 'part' && !isClear ? { part: maskPart(place.part) } : {}),
    ...(place.unit === 'column' && !isClear && place.isNamePersonal ? { name: mask('column', place.name) } : {}),
    ...more,
  })
  return {
    ...rest,
    uri: shown(uri) ?? uri,
    parent: parentUri === null ? null : shown(parentUri),
    copyOf: null,
    flags: flags.map(({ name, detail }) => ({ name, detail: detail ?? null })),
    dpc: severity.dpc.value,
    ei: severity.ei.value,
    cb: severity.cb.value,
    severityScore: severity.score,
    severity: severity.level,
    explanation: severity,
    table: table ? tableView(table, isClear) : null,
    findings: findings.map(
      ({ entityType, value, confidence, place, offset, length, origin, detector, evidence, ...more }) => ({
        entityType,
        cells: more.cells ?? 1,
        distinct: more.distinct ?? 1,
        role: more.role ?? null,
        ...told(entityType, value),
        confidence,
        location: located(place, { offset, length }),
        origin,
        detector,
        evidence,
      }),
    ),
    fields: fields.map(({ name, value, confidence, place }) => ({
      name,
      ...told(name, value),
      confidence,
      location: place ? located(place, { offset: place.offset }) : null,
    })),
    metadata: metadata.map(({ name, value, personal, entityType }) => ({
      name,
      masked: personal ? mask(entityType ?? name, value) : value,
      value: isClear || !personal ? value : null,
    })),
  }
}

function tableView({ rows, personRows, columns }: TableProfile, isClear: boolean) {
  return {
    rows,
    personRows,
    columns: columns.map(({ name, isNamePersonal, values: _values, examples, ...column }) => ({
      ...column,
      name: isNamePersonal && !isClear ? mask('column', name) : name,
      examples: isClear ? examples : examples.map((example) => mask(column.entityType ?? 'cell', example)),
    })),
  }
}
