import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { type LimitPreset, type Limits, limitPresets, limitRanges } from './core/limits.ts'
import { type Circumstance, circumstances, severityLevels } from './core/severity.ts'
import { valueModes } from './core/value-mode.ts'
import { ruleFile } from './rules.ts'

const circumstanceNames = Object.keys(circumstances) as [Circumstance, ...Circumstance[]]

const exclusive = new Map<string, Circumstance[]>()
for (const name of circumstanceNames) {
  const { criterion } = circumstances[name]
  exclusive.set(criterion, [...(exclusive.get(criterion) ?? []), name])
}

/** A folder's depth is the listing's own limit: a source is opened by its uri alone. */
type SettableLimit = Exclude<keyof Limits, 'folderDepth'>

const presetNames = Object.keys(limitPresets) as [LimitPreset, ...LimitPreset[]]

/** Limits that can be set, by name. */
export const settableLimits = Object.keys(limitRanges).filter((name): name is SettableLimit => name !== 'folderDepth')

/** A preset, or limits one by one with or without a preset under them. */
const limitChoice = z.union(
  [
    z.enum(presetNames),
    z.strictObject(
      {
        preset: z.enum(presetNames, { error: `'preset' must be ${presetNames.join(' or ')}` }).optional(),
        ...limitNumbers(),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `there is no limit '${issue.keys[0]}'; leaksift doctor lists them`
            : undefined,
      },
    ),
  ],
  { error: firstFault },
)

function limitNumbers(): Record<SettableLimit, z.ZodOptional<z.ZodInt>> {
  const numbers = settableLimits.map((name) => {
    const [least, most] = limitRanges[name]
    const error = `'${name}' must be a whole number from ${least} to ${most}`
    return [name, z.int({ error }).min(least, { error }).max(most, { error }).optional()]
  })
  return Object.fromEntries(numbers) as Record<SettableLimit, z.ZodOptional<z.ZodInt>>
}

/** A union says of itself only that nothing fits: what is wrong with the object is what the user can mend. */
function firstFault(issue: { readonly errors?: readonly (readonly z.core.$ZodIssue[])[] }): string | undefined {
  const [fault] = issue.errors?.at(-1) ?? []
  const isNeither = fault?.code === 'invalid_type' && fault.path.length === 0
  return isNeither ? `it must be ${presetNames.join(', ')} or an object` : fault?.message
}

/** Everything a scan can be told, with its defaults; the command line and the library take the same. */
export const scanOptions = z.strictObject({
  store: z.string().min(1).default('leak.sqlite'),
  /** Threads that examine; 0 examines in the calling thread. */
  workers: z
    .int()
    .min(0)
    .max(256)
    .default(() => Math.max(1, availableParallelism())),
  /**
   * `process`: the workers live in a process of their own, so that what kills a whole process costs one item; `threads`:
   * in this one.
   */
  isolation: z.enum(['process', 'threads']).default('process'),
  /** `resume` goes on with what is unfinished, `retry-failed` also tries what failed again, `fresh` starts over. */
  mode: z.enum(['resume', 'fresh', 'retry-failed']).default('resume'),
  values: z.enum(valueModes).default('masked'),
  /** Where the store's key lies; beside the store unless named. */
  keyFile: z.string().min(1).optional(),
  /** For `sealed`: what the values are sealed under. */
  passphrase: z.string().min(8, { error: 'it needs at least 8 characters' }).optional(),
  /** Tried on what is locked inside the dump; nothing else is. */
  passwords: z.array(z.string().min(1).max(1_024)).max(1_000, { error: 'no more than 1,000' }).default([]),
  /** Files with MD5, SHA-1 or SHA-256 sums: what is on them is recorded and not examined … */
  knownGood: z.array(z.string().min(1)).default([]),
  /** … or not even opened, and told apart. */
  alertHashes: z.array(z.string().min(1)).default([]),
  /** Whether text is read from pixels. */
  ocr: z.enum(['auto', 'off', 'all']).default('auto'),
  /** ISO 639-1 codes of the languages to expect; others then count as unknown. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .optional(),
  /** What a rule file holds: detectors and thresholds of the user's own. */
  rules: ruleFile.optional(),
  circumstances: z
    .array(z.enum(circumstanceNames))
    .default(['unknown-recipients'])
    .refine(
      (names) => [...exclusive.values()].every((group) => group.filter((name) => names.includes(name)).length < 2),
      {
        error: 'two circumstances of one kind exclude each other',
      },
    ),
  context: z.enum(['auto', 'clinic', 'general']).default('auto'),
  /** Glob patterns on the path below the source. */
  include: z.array(z.string().min(1)).default([]),
  exclude: z.array(z.string().min(1)).default([]),
  /** Bytes; larger items are recorded and not read. */
  maxFileSize: z.int().min(1).optional(),
  /** Seconds that one item may take. */
  timeLimit: z.number().min(1).max(86_400).optional(),
  /** What items, and loops that follow input, may cost; `maxFileSize` and `timeLimit` count before it. */
  limits: limitChoice.optional(),
  /** For the command line's exit code alone. */
  failOn: z.enum(severityLevels).optional(),
})
export type ScanOptions = z.infer<typeof scanOptions>
export type ScanOptionsInput = z.input<typeof scanOptions>
