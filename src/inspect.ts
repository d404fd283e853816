import { defaultLimits } from './core/limits.ts'
import { mask } from './core/mask.ts'
import type { Outcome } from './core/outcome.ts'
import { type ExaminePlan, examine } from './examine.ts'
import { fileUri, openSource } from './sources/registry.ts'
import { builtIn } from './toolbox.ts'

/** Examined by itself, a file belongs to no dump: it is scored as part of a general one, with unknown recipients. */
const plan: ExaminePlan = {
  limits: defaultLimits,
  context: 'general',
  circumstances: ['unknown-recipients'],
  ocr: 'auto',
}

/**
 * Everything that is found in one file and inside it, the file's own outcome first. No store, nothing written.
 * @throws SourceError where there is no such file
 */
export async function inspect(path: string): Promise<readonly Outcome[]> {
  await using source = openSource(fileUri(path))
  const outcomes: Outcome[] = []
  for await (const item of source.items(new AbortController().signal)) {
    outcomes.push(...(await examine(item, source, builtIn, plan)))
  }
  return outcomes
}

/** An outcome with its values masked, as `inspect` prints it unless told otherwise. */
export function maskedOutcome(outcome: Outcome): unknown {
  return {
    ...outcome,
    uri: maskedUri(outcome),
    findings: outcome.findings.map(({ value, canonical: _canonical, ...rest }) => ({
      ...rest,
      value: mask(rest.entityType, value),
    })),
    fields: outcome.fields.map(({ value, ...rest }) => ({ ...rest, value: mask(rest.name, value) })),
    metadata: outcome.metadata.map((entry) =>
      entry.personal ? { ...entry, value: mask(entry.entityType ?? entry.name, entry.value) } : entry,
    ),
  }
}

/** The uri with what was found in it masked. */
export function maskedUri({ uri, findings }: Outcome): string {
  const signs = [...uri]
  // From the end, so that earlier offsets stay true.
  const named = findings.filter(({ origin }) => origin === 'filename').sort((a, b) => b.offset - a.offset)
  for (const { offset, length, entityType, value } of named) signs.splice(offset, length, mask(entityType, value))
  return signs.join('')
}
