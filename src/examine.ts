import { conclude, type Identity, setAside, unread, withProblem } from './conclude.ts'
import type { Child, Extract, UnreadChild } from './core/content.ts'
import { type ItemRef, memberUri, nameOf } from './core/item.ts'
import type { Limits } from './core/limits.ts'
import type { ItemOutcomes, Outcome } from './core/outcome.ts'
import { NoRoom, type OutcomeSink } from './core/overflow.ts'
import { type OutcomeRow, outcomeRow, type PackedOutcomes, unpackOutcomes } from './core/packed-outcomes.ts'
import { ItemError, type Problem, problemOf } from './core/problem.ts'
import type { Reader } from './core/reader.ts'
import type { Source } from './core/source.ts'
import { type TakenNames, takenNames } from './core/taken-names.ts'
import { type ExaminePlan, secondsFor } from './examine-plan.ts'
import { fingerprint } from './fingerprint.ts'
import { extensionDisagrees, type Identified, identify, isLaterPart } from './formats/identify.ts'
import { emptyGathered, type Gathered, takeFrame, takeMetadata, takeName, takeSegment } from './gather.ts'
import { adoptOnlyTable, innerTables, takeRows } from './take-rows.ts'
import type { Tools } from './toolbox.ts'

export { unread } from './conclude.ts'
export type { ExaminePlan } from './examine-plan.ts'

/** Where an item stands while it is examined. */
interface Entry extends Identity {
  readonly depth: number
  readonly clock: Clock
  readonly inside: Inside
}

/** The time that one item has; it stands still while an item inside it is examined, which has a clock of its own. */
interface Clock {
  /** `performance.now()` at which it has had its time. */
  deadline: number
}

/** What is inside one entry of a source, at all levels, so far: archives within archives multiply. */
interface Inside {
  items: number
  bytes: number
  findings: number
  readonly bytesAtMost: number
  /** `performance.now()` at which all of it must be done. */
  readonly deadline: number
  readonly outcomes: OutcomeRow
  /** Tells that something goes on. */
  readonly alive: () => void
}

/** Examines one entry of a source and everything inside it; the entry's own outcome comes first. */
export async function examine(item: ItemRef, source: Source, tools: Tools, plan: ExaminePlan): Promise<ItemOutcomes> {
  return unpackOutcomes(await examinePacked(item, source, tools, plan))
}

/**
 * As {@link examine}, in a form that spares the memory of the thread and the way to another.
 * @param sink takes what is inside the entry where it is too much to be held: then the entry comes without
 */
export async function examinePacked(
  item: ItemRef,
  source: Source,
  tools: Tools,
  given: ExaminePlan,
  sink?: OutcomeSink,
): Promise<PackedOutcomes> {
  const { uri, size: sizeBytes, modifiedAt, patientCodes } = item
  const plan = patientCodes ? { ...given, patientCodes } : given
  const inside = nothingInside(sizeBytes, plan.limits, sink)
  const entry: Entry = {
    uri,
    parentUri: null,
    sizeBytes,
    modifiedAt,
    depth: 0,
    clock: clockFor(sizeBytes, plan),
    inside,
  }
  if (item.problem) return [unread(entry, item, { ...item.problem, stage: 'source', by: 'listing' }, tools, plan)]
  if (item.type !== 'file') {
    const problem = { cause: 'unsupported_type', message: `a ${item.type} is recorded and not opened` } as const
    return [unread(entry, item, { ...problem, stage: 'source', by: 'listing' }, tools, plan)]
  }
  try {
    using opened = await source.open(item)
    const own = await examineReader(entry, opened, tools, plan)
    if (await opened.isUnchanged()) return [own, ...(await inside.outcomes.end())]
    const changed = new ItemError('changed_while_reading', 'its size or time changed while it was read')
    return [withProblem(own, problemOf(changed, 'source', 'open')), ...(await inside.outcomes.end())]
  } catch (error) {
    await inside.outcomes.drop()
    if (error instanceof NoRoom) return [unread(entry, item, noRoom, tools, plan)]
    return [unread(entry, item, problemOf(error, 'source', 'open'), tools, plan)]
  }
}

const noRoom: Problem = Object.freeze({
  cause: 'memory_limit',
  stage: 'extract',
  by: 'examine',
  message: 'no room in the folder for temporary files for what was found inside it',
})

function nothingInside(sizeBytes: number, limits: Limits, sink?: OutcomeSink): Inside {
  const { insideBytes, expansionRatio, insideSeconds, itemBytesPerSecond } = limits
  return {
    items: 0,
    bytes: 0,
    findings: 0,
    bytesAtMost: Math.max(insideBytes, sizeBytes * expansionRatio),
    deadline: performance.now() + 1_000 * (insideSeconds + sizeBytes / itemBytesPerSecond),
    outcomes: outcomeRow(sink),
    alive: sink ? () => sink.alive() : () => undefined,
  }
}

function clockFor(sizeBytes: number, { limits }: ExaminePlan): Clock {
  return { deadline: performance.now() + 1_000 * secondsFor(sizeBytes, limits) }
}

function isLate({ clock, inside }: Entry): boolean {
  const now = performance.now()
  return now > clock.deadline || now > inside.deadline
}

async function examineReader(entry: Entry, reader: Reader, tools: Tools, plan: ExaminePlan): Promise<Outcome> {
  const gathered = emptyGathered()
  const { sha256, held, match } = await fingerprint(
    reader,
    () => isLate(entry),
    plan.limits,
    gathered.problems,
    tools.hashes,
  )
  if (match) return setAside(entry, sha256, match, tools, plan)
  const identified = await identify(held, tools.formats)
  takeName(entry.uri, gathered, tools, plan)
  if (extensionDisagrees(identified, nameOf(entry.uri).extension)) {
    gathered.flags.push({ what: 'flag', name: 'extension_mismatch', detail: identified.mediaType })
  }
  if (isLaterPart(identified, nameOf(entry.uri).name)) gathered.flags.push({ what: 'flag', name: 'split_archive' })
  if (gathered.problems.length === 0) await extract(identified, held, entry, gathered, tools, plan)
  await concludeTables(entry, gathered, tools, plan)
  return conclude(entry, identified, sha256, gathered, tools, plan)
}

/** Takes in all that the format yields; a fault of the input ends the reading and keeps what came before it. */
async function extract(
  identified: Identified,
  reader: Reader,
  entry: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  const { format, mediaType, head } = identified
  if (!format) {
    if (reader.size > 0) gathered.problems.push(noFormat)
    return
  }
  const { name } = nameOf(entry.uri)
  const means = {
    ...(tools.spool ? { spool: tools.spool } : {}),
    ...(plan.passwords ? { passwords: plan.passwords } : {}),
  }
  try {
    for await (const part of format.read(reader, { limits: plan.limits, mediaType, head, name, ...means })) {
      await take(part, format.id, entry, gathered, tools, plan)
      if (isLate(entry)) throw new ItemError('time_limit', 'no time left for the rest of it')
    }
  } catch (error) {
    gathered.problems.push(problemOf(error, 'extract', format.id))
  }
}

const noFormat: Problem = Object.freeze({
  cause: 'unsupported_type',
  stage: 'identify',
  by: 'identify',
  message: 'no format reads this type',
})

async function take(
  part: Extract,
  by: string,
  entry: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  switch (part.what) {
    case 'segment':
      takeSegment(part, gathered, tools, plan)
      return
    case 'metadata':
      takeMetadata(part, by, gathered, tools, plan)
      return
    case 'field':
      gathered.fields.push(part)
      return
    case 'flag':
      gathered.flags.push(part)
      return
    case 'picture':
      gathered.pictures.push(part)
      return
    case 'frame':
      await takeFrame(part, by, gathered, tools, plan)
      return
    case 'rows':
      if (!takeRows(part, gathered.tables, tools, plan))
        throw new ItemError('too_many', `more than ${plan.limits.tables} tables inside it`)
      return
    case 'gap':
      gathered.problems.push({ cause: part.cause, stage: 'extract', by, message: part.message })
      return
    case 'child':
      await takeChild(part, by, entry, gathered, tools, plan)
      return
    case 'unread':
      await takeUnread(part, by, entry, gathered, tools, plan)
      return
    default:
      assertNever(part)
  }
}

async function takeChild(
  child: Child,
  by: string,
  parent: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  const entry = childEntry(child, child.reader.size, parent, gathered, plan)
  const place = parent.inside.outcomes.reserve()
  parent.inside.bytes += child.reader.size
  if (parent.inside.bytes > parent.inside.bytesAtMost) {
    throw new ItemError('expansion_ratio', 'the items inside the file are many times larger than it')
  }
  if (entry.depth > plan.limits.depth) {
    const tooDeep = new ItemError('too_deep', `more than ${plan.limits.depth} items within each other`)
    const outcome = unread(entry, { type: 'file' }, problemOf(tooDeep, 'extract', 'depth'), tools, plan)
    return put(outcome, place, parent, gathered)
  }
  const began = performance.now()
  parent.inside.alive()
  const own = await examineChild(entry, child.reader, tools, plan)
  parent.inside.alive()
  parent.clock.deadline += performance.now() - began
  if (by === 'pdf') takeInvoice(own, gathered)
  const cut = child.problem && withProblem({ ...own, sha256: null }, { ...child.problem, stage: 'extract', by })
  await put(cut ?? own, place, parent, gathered)
}

async function put(outcome: Outcome, place: number, parent: Entry, gathered: Gathered): Promise<void> {
  await parent.inside.outcomes.put(place, outcome)
  gathered.inside += 1
}

/** The electronic invoice in a PDF (Factur-X, ZUGFeRD) is the same invoice: what it names is exact for the pages too. */
function takeInvoice({ mediaType, fields }: Outcome, gathered: Gathered): void {
  if (!invoiceTypes.has(mediaType) || gathered.fields.some(({ name }) => name.startsWith('invoice.'))) return
  for (const { name, value, confidence, place } of fields) {
    // What was read from structure has no place in a text.
    if (!place && name.startsWith('invoice.')) gathered.fields.push({ what: 'field', name, value, confidence })
  }
}

const invoiceTypes: ReadonlySet<string> = new Set(['application/x-cii+xml', 'application/x-ubl+xml'])

async function takeUnread(
  child: UnreadChild,
  by: string,
  parent: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  const entry = childEntry(child, child.size, parent, gathered, plan)
  const outcome = unread(entry, child, { ...child.problem, stage: 'extract', by }, tools, plan)
  await put(outcome, parent.inside.outcomes.reserve(), parent, gathered)
}

/** @throws ItemError `too_many` where there is room for no more items */
function childEntry(
  { name, modifiedAt }: Pick<Child, 'name' | 'modifiedAt'>,
  sizeBytes: number,
  parent: Entry,
  gathered: Gathered,
  plan: ExaminePlan,
): Entry {
  const { inside } = parent
  const { limits } = plan
  gathered.childUris ??= takenNames()
  if (gathered.childUris.size >= limits.children)
    throw new ItemError('too_many', `more than ${limits.children} items inside it`)
  if (inside.items >= limits.insideItems)
    throw new ItemError('too_many', `more than ${limits.insideItems} items inside one file at all levels`)
  inside.items += 1
  const uri = freeUri(memberUri(parent.uri, name), gathered.childUris)
  const depth = parent.depth + 1
  return { uri, parentUri: parent.uri, sizeBytes, modifiedAt, depth, clock: clockFor(sizeBytes, plan), inside }
}

/** Several tables within an item are items of their own. */
async function concludeTables(parent: Entry, gathered: Gathered, tools: Tools, plan: ExaminePlan): Promise<void> {
  adoptOnlyTable(gathered.tables)
  try {
    for (const [name, table] of innerTables(gathered.tables)) {
      const entry = childEntry({ name, modifiedAt: null }, 0, parent, gathered, plan)
      const own = emptyGathered()
      own.tables.byName.set(undefined, { finish: () => table })
      takeName(entry.uri, own, tools, plan)
      const outcome = conclude(entry, { mediaType: tableType, medium: 'table' }, null, own, tools, plan)
      await put(outcome, parent.inside.outcomes.reserve(), parent, gathered)
    }
  } catch (error) {
    gathered.problems.push(problemOf(error, 'extract', 'tables'))
  }
}

/** A table has no bytes of its own that would be of a type. */
const tableType = 'application/x-database-table'

async function examineChild(entry: Entry, reader: Reader, tools: Tools, plan: ExaminePlan): Promise<Outcome> {
  try {
    const outcome = await examineReader(entry, reader, tools, withinRoom(entry.inside, plan))
    entry.inside.findings += outcome.findings.length
    return outcome
  } catch (error) {
    return unread(entry, { type: 'file' }, problemOf(error, 'extract', 'child'), tools, plan)
  }
}

/** The plan for an item inside another: their findings share a limit. */
function withinRoom({ findings }: Inside, plan: ExaminePlan): ExaminePlan {
  const room = Math.max(0, plan.limits.insideFindings - findings)
  return room >= plan.limits.findings ? plan : { ...plan, limits: { ...plan.limits, findings: room } }
}

/** Members of one name in one container are told apart by a number. */
function freeUri(uri: string, taken: TakenNames): string {
  const last = taken.get(uri)
  if (last === 0) {
    taken.set(uri, 1)
    return uri
  }
  let number = last + 1
  while (taken.get(`${uri}#${number}`) !== 0) number += 1
  taken.set(uri, number)
  taken.set(`${uri}#${number}`, 1)
  return `${uri}#${number}`
}

function assertNever(part: never): never {
  throw new Error(`a part of unknown kind: ${typeof part}`)
}
