import { readdirSync, readFileSync } from 'node:fs'
import type { RecordKindId } from '../../src/core/record.ts'
import { seedOf } from './random.ts'

/** The kinds that the model tells apart, in the order of its outputs. */
export const modelKinds = [
  'invoice',
  'treatment_plan',
  'consent_form',
  'prescription',
  'medical_report',
  'identity_document',
  'other',
] as const satisfies readonly RecordKindId[]
export type ModelKind = (typeof modelKinds)[number]

/** A text written by hand, with gaps for what changes. */
export interface Template {
  readonly language: string
  readonly kind: ModelKind
  readonly title: string
  readonly lines: readonly string[]
  /** Of the fifth that the model is never trained on. */
  readonly isHeldBack: boolean
}

/** What one language's file holds. */
export interface Texts {
  readonly language: string
  readonly pools: ReadonlyMap<string, readonly string[]>
  readonly templates: readonly Template[]
}

const folder = new URL('./texts/', import.meta.url)

/** One of so many templates of a kind is held back. */
const heldBackEvery = 5

/**
 * All hand-written texts. A language has several files, `fr.txt`, `fr-2.txt` …: pools as `@name = one | two`, templates
 * under `=== kind | title`. Of each kind and language every fifth template, by the order of a hash of its title, is
 * held back.
 * @throws Error where a file has a kind or a line that is not known
 */
export function readTexts(): readonly Texts[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
  const languages = [...new Set(files.map((file) => file.replace(/[-.].*$/, '')))]
  return languages.map((language) => {
    const own = files.filter((file) => file.replace(/[-.].*$/, '') === language)
    return readLanguage(language, own.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n'))
  })
}

function readLanguage(language: string, text: string): Texts {
  const [head = '', ...chunks] = text.split(/^=== /m)
  const pools = new Map<string, readonly string[]>()
  const templates: Omit<Template, 'isHeldBack'>[] = []
  readPools(head, pools)
  for (const chunk of chunks) {
    const [first = '', ...lines] = chunk.split('\n')
    const [kind = '', title = ''] = first.split(' | ')
    if (!isModelKind(kind)) throw new Error(`${language}: no kind ${kind}`)
    const body = lines.filter((line) => !line.startsWith('@'))
    readPools(lines.filter((line) => line.startsWith('@')).join('\n'), pools)
    while (body.at(-1) === '') body.pop()
    templates.push({ language, kind, title, lines: body })
  }
  return { language, pools, templates: withHeldBack(templates) }
}

function readPools(text: string, pools: Map<string, readonly string[]>): void {
  for (const line of text.split('\n')) {
    if (!line.startsWith('@')) continue
    const at = line.indexOf('=')
    const name = line.slice(1, at).trim()
    const entries = line
      .slice(at + 1)
      .split(' | ')
      .map((entry) => entry.trim())
    pools.set(name, [...(pools.get(name) ?? []), ...entries])
  }
}

function withHeldBack(templates: readonly Omit<Template, 'isHeldBack'>[]): readonly Template[] {
  const order = (one: { readonly kind: string; readonly title: string }) => seedOf(`${one.kind} ${one.title}`)
  return templates.map((template) => {
    const same = templates.filter(({ kind }) => kind === template.kind).sort((a, b) => order(a) - order(b))
    return { ...template, isHeldBack: same.indexOf(template) % heldBackEvery === heldBackEvery - 1 }
  })
}

function isModelKind(kind: string): kind is ModelKind {
  return (modelKinds as readonly string[]).includes(kind)
}
