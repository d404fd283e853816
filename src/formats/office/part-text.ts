import type { Extract } from '../../core/content.ts'
import type { OfficePackage, Part } from './package.ts'
import type { Role } from './roles.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'
import { type Attributes, attribute, readXml, type XmlHandler } from './xml.ts'

/** Reads a part with a handler and hands on what the sink gathers meanwhile. A fault of the part becomes a gap. */
export async function* readPart(
  pkg: Pick<OfficePackage, 'zip'>,
  part: Pick<Part, 'member'>,
  handler: XmlHandler,
  sink: Sink,
): AsyncGenerator<Extract, void, undefined> {
  if (sink.isFull()) return
  try {
    for await (const _ of readXml(pkg.zip.chunks(part.member), handler, sink.limits)) {
      yield* sink.drain()
      if (sink.isFull()) break
    }
  } catch (error) {
    sink.fault(error)
  }
  yield* sink.drain()
}

/** Reads a part whose text goes to one place of its own. */
export async function* readTextPart(
  pkg: Pick<OfficePackage, 'zip'>,
  part: Pick<Part, 'member'>,
  place: string,
  handler: (flow: TextFlow) => XmlHandler,
  sink: Sink,
): AsyncGenerator<Extract, void, undefined> {
  const flow = sink.flow(place)
  yield* readPart(pkg, part, handler(flow), sink)
  flow.finish()
  yield* sink.drain()
}

/** `base` for the first, `base 2` and so on for the others. */
export function numbered(base: string, number: number): string {
  return number === 1 ? base : `${base} ${number}`
}

/** Which elements of a simple part hold what. Names without prefixes. */
export interface PartPlan {
  /** Elements whose own text is read; 'all' for every one. */
  readonly text: readonly string[] | 'all'
  /** Elements after which a line ends. */
  readonly lines: readonly string[]
  /** Elements left out with everything inside. */
  readonly skip?: readonly string[]
  /** Attributes that are text, a line each, by element. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>
  /** People: the element's text, or one of its attributes ('element@attribute'), by the metadata name. */
  readonly people?: Readonly<Record<string, string>>
}

/** A handler for parts that need no more than a list of elements. */
export function planHandler(plan: PartPlan, flow: TextFlow, sink: Sink): XmlHandler {
  const texts = plan.text === 'all' ? undefined : new Set(plan.text)
  const lines = new Set(plan.lines)
  const skips = new Set(plan.skip)
  const people = new Map(Object.entries(plan.people ?? {}))
  const attributes = new Map(Object.entries(plan.attributes ?? {}))
  let skipped = 0
  let inText = 0
  let person: string | undefined
  return {
    open(name, given) {
      if (skips.has(name)) skipped += 1
      if (skipped > 0) return
      if (!texts || texts.has(name)) inText += 1
      if (people.has(name)) person = ''
      for (const wanted of attributes.get(name) ?? []) flow.line(attribute(given, wanted))
      peopleIn(name, given, people, sink)
    },
    text(text) {
      if (skipped > 0) return
      if (person !== undefined) person += text
      else if (inText > 0) flow.text(text)
    },
    close(name) {
      if (skips.has(name) && skipped > 0) skipped -= 1
      if (skipped > 0) return
      const role = people.get(name)
      if (person !== undefined && role !== undefined) {
        sink.person(role, person)
        person = undefined
      }
      if (!texts || texts.has(name)) inText -= 1
      if (!texts || lines.has(name)) flow.breakLine()
    },
  }
}

/** Reads parts of which a list of elements is enough. */
export async function* readPlanned(
  pkg: OfficePackage,
  plans: readonly (readonly [Role, string, PartPlan])[],
  sink: Sink,
): AsyncGenerator<Extract, void, undefined> {
  for (const [role, place, plan] of plans) {
    for (const [index, part] of pkg.byRole(role).entries()) {
      yield* readTextPart(pkg, part, numbered(place, index + 1), (flow) => planHandler(plan, flow, sink), sink)
    }
  }
}

function peopleIn(name: string, given: Attributes, people: ReadonlyMap<string, string>, sink: Sink): void {
  for (const key in given) {
    const role = people.get(`${name}@${key.slice(key.indexOf(':') + 1)}`)
    if (role !== undefined) sink.person(role, given[key] ?? '')
  }
}
