import { codeShape } from './core/code-shape.ts'
import type { Medium } from './core/content.ts'
import type { HashMatch, HashVerdict } from './core/hash-list.ts'
import type { ItemRef } from './core/item.ts'
import type { Limits } from './core/limits.ts'
import type { Outcome, Picture } from './core/outcome.ts'
import { type Coverage, type CoverageCause, coverageCauses, type Problem } from './core/problem.ts'
import type { Classification } from './core/record.ts'
import type { Links } from './core/severity.ts'
import type { TableProfile } from './core/table.ts'
import type { ExaminePlan } from './examine-plan.ts'
import type { Identified } from './formats/identify.ts'
import { emptyGathered, type Gathered, takeName } from './gather.ts'
import { classify } from './records/classify.ts'
import { makeSample } from './records/sample.ts'
import { factsOf } from './scoring/facts.ts'
import { score } from './scoring/score.ts'
import { ownTable } from './take-rows.ts'
import type { Tools } from './toolbox.ts'

const noLinks: Links = Object.freeze({ resolvesToName: false, by: Object.freeze([]) })

/** What an item is called and whose it is. */
export interface Identity {
  readonly uri: string
  readonly parentUri: string | null
  readonly sizeBytes: number
  readonly modifiedAt: string | null
}

/** The outcome of one item from what was gathered of it: kind, fields, facts and score. */
export function conclude(
  entry: Identity,
  identified: Pick<Identified, 'mediaType' | 'medium'>,
  sha256: string | null,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Outcome {
  const { mediaType, medium } = identified
  if (gathered.uncounted.size > 0) countTheRest(gathered, plan.limits)
  const table = takeTable(gathered, plan.limits)
  const { segments, findings, metadata, flags, pictures, language, problems } = gathered
  const sample = makeSample({
    uri: entry.uri,
    mediaType,
    medium,
    language,
    segments,
    metadata,
    flags,
    pictures,
    seen: gathered.seen,
    fields: gathered.fields,
    findings,
    hasRows: gathered.tables.byName.size > 0,
  })
  const classification = classify(sample, tools.kinds)
  const { kind, fields } = classification
  for (const { name, value } of fields) if (otherNumbers.has(name)) noteOther(value, gathered)
  const looked = picturesOf(gathered)
  const facts = factsOf({ kind, findings, fields, flags, pictures: looked, metadata, ...(table ? { table } : {}) })
  return {
    ...identity(entry, mediaType, medium, sha256),
    ...kindOf(classification),
    language: language ?? null,
    ...coverageOf(
      problems,
      segments.length + metadata.length + pictures.length + gathered.inside > 0 || table !== undefined,
    ),
    problems,
    findings,
    fields,
    metadata,
    pictures: looked,
    flags,
    ...(table ? { table } : {}),
    codes: gathered.codes.counts(),
    facts,
    severity: score(facts, plan.context, plan.circumstances, noLinks, tools.sensitivities),
  }
}

/** Fields that hold a number of a series, and not of patients. */
const otherNumbers: ReadonlySet<string> = new Set(['invoice.number'])

function noteOther(number: string, { codes }: Gathered): void {
  const shape = codeShape(number)
  if (shape !== undefined) codes.note(shape, 'other')
}

/** What the item holds as a table: its findings join the others. */
function takeTable(gathered: Gathered, limits: Limits): TableProfile | undefined {
  const table = ownTable(gathered.tables)
  if (!table) return undefined
  for (const finding of table.findings) gathered.findings.push(finding)
  gathered.language ??= table.language
  if (table.columnsLeftOut > 0) {
    const message = `more than ${limits.columns} columns: the further ones were counted in no way`
    gathered.problems.push({ cause: 'too_many', stage: 'detect', by: 'tables', message })
  }
  return table.profile
}

/** The outcome of something that could not be opened, or is not opened on purpose. */
export function unread(
  entry: Identity,
  item: Pick<ItemRef, 'type'>,
  problem: Problem,
  tools: Tools,
  plan: ExaminePlan,
): Outcome {
  const gathered = emptyGathered()
  gathered.problems.push(problem)
  takeName(entry.uri, gathered, tools, plan)
  const mediaType = item.type === 'file' ? 'application/octet-stream' : `inode/${inodeTypes[item.type]}`
  return conclude(entry, { mediaType, medium: 'other' }, null, gathered, tools, plan)
}

/**
 * The outcome of an item that is on a list of hashes: its name, its size and its hash. Nothing looks into its bytes, not
 * even for their type.
 */
export function setAside(
  entry: Identity,
  sha256: string | null,
  { verdict, algorithm }: HashMatch,
  tools: Tools,
  plan: ExaminePlan,
): Outcome {
  const gathered = emptyGathered()
  gathered.problems.push({ cause: verdict, stage: 'identify', by: 'hash-lists', message: listed[verdict] })
  if (verdict === 'alert_hash') gathered.flags.push({ what: 'flag', name: verdict, detail: algorithm })
  takeName(entry.uri, gathered, tools, plan)
  return conclude(entry, { mediaType: 'application/octet-stream', medium: 'other' }, sha256, gathered, tools, plan)
}

const listed: Readonly<Record<HashVerdict, string>> = {
  alert_hash: 'its hash is on the list of alert hashes: it was not opened',
  known_good: 'its hash is on the list of known files: it was not examined',
}

const inodeTypes = { folder: 'directory', link: 'symlink', special: 'special' } as const

/** The same outcome with one problem more. */
export function withProblem(outcome: Outcome, problem: Problem): Outcome {
  const problems = [...outcome.problems, problem]
  return { ...outcome, problems, ...coverageOf(problems, outcome.coverage !== 'none') }
}

function countTheRest(gathered: Gathered, limits: Limits): void {
  const detail = JSON.stringify(Object.fromEntries([...gathered.uncounted].sort()))
  gathered.flags.push({ what: 'flag', name: 'more_findings', detail })
  const message = `more than ${limits.findings} findings: the rest are counted by type`
  gathered.problems.push({ cause: 'too_many', stage: 'detect', by: 'detect', message })
}

function identity(entry: Identity, mediaType: string, medium: Medium, sha256: string | null) {
  const { uri, parentUri, sizeBytes, modifiedAt } = entry
  return { uri, parentUri, sizeBytes, modifiedAt, sha256, mediaType, medium }
}

function kindOf({ kind, confidence, because }: Classification) {
  return { kind, kindConfidence: confidence, kindBecause: because }
}

/** What was seen, with the size as the format tells it: of a picture that was not looked at, the size alone. */
function picturesOf({ pictures, seen }: Gathered): readonly Picture[] {
  const known = pictures.map(({ frameAt, width, height }, at): Picture => {
    const unseen = { faces: null, persons: null, exposure: null, labels: null, hash: null }
    return { ...(seen[at] ?? unseen), frameAt, width, height }
  })
  return [...known, ...seen.slice(known.length)]
}

/** The cause that tells most of why an item was not read whole, when there are several. */
function coverageOf(
  problems: readonly Problem[],
  hasContent: boolean,
): { readonly coverage: Coverage; readonly coverageCause: CoverageCause | null } {
  if (problems.length === 0) return { coverage: 'full', coverageCause: null }
  const causes = new Set(problems.map(({ cause }) => cause))
  const coverageCause = coverageCauses.find((cause) => causes.has(cause)) ?? null
  return { coverage: hasContent ? 'partial' : 'none', coverageCause }
}
