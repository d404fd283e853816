import { fillTemplate } from './grammar.ts'
import { layOut } from './layout.ts'
import { asRead, withoutAccents } from './noise.ts'
import { Random, seedOf } from './random.ts'
import { Slots } from './slots.ts'
import { type ModelKind, readTexts, type Template, type Texts } from './texts.ts'

/** One made-up document. */
export interface MadeUp {
  readonly language: string
  readonly kind: ModelKind
  /** The template it was made from. */
  readonly title: string
  readonly text: string
}

/** Kinds before which a letterhead may stand, and of whom; the others bring their own or have none. */
const heads: Readonly<Record<ModelKind, readonly string[]>> = {
  invoice: ['{carehead}', '{firmhead}'],
  treatment_plan: ['{carehead}'],
  consent_form: ['{carehead}'],
  prescription: ['{carehead}'],
  medical_report: ['{carehead}'],
  identity_document: [],
  other: ['{carehead}', '{firmhead}', '{firmhead}'],
}

/**
 * So many documents of each template, the same for the same seed.
 * @param wanted which templates
 */
export function* makeDocuments(seed: number, each: number, wanted: (template: Template) => boolean): Generator<MadeUp> {
  for (const texts of readTexts()) {
    const slots = new Slots(texts.language)
    for (const template of texts.templates) {
      if (!wanted(template)) continue
      const random = new Random(seed ^ seedOf(`${template.language} ${template.kind} ${template.title}`))
      for (let time = 0; time < each; time += 1) yield makeDocument(template, texts, slots, random)
    }
  }
}

function makeDocument(template: Template, texts: Texts, slots: Slots, random: Random): MadeUp {
  const { language, kind, title } = template
  const lines = [...withHead(template, texts, slots, random), ...fillTemplate(template, texts, slots, random)]
  if (random.chance(0.3) && texts.pools.has('foot')) lines.push(...fillExtra('{foot}', template, texts, slots, random))
  let text = layOut(lines, random)
  if (random.chance(0.12)) text = withoutAccents(text)
  if (random.chance(0.25)) text = asRead(text, random)
  return { language, kind, title, text }
}

function withHead(template: Template, texts: Texts, slots: Slots, random: Random): readonly string[] {
  const fitting = heads[template.kind].filter((head) => texts.pools.has(head.slice(1, -1)))
  if (fitting.length === 0 || template.lines[0]?.startsWith('!') || random.chance(0.4)) return []
  return fillExtra(random.pick(fitting), template, texts, slots, random)
}

function fillExtra(line: string, template: Template, texts: Texts, slots: Slots, random: Random): readonly string[] {
  return fillTemplate({ ...template, lines: [line] }, texts, slots, random)
}
