import { type Random, seedOf } from './random.ts'
import type { Slots } from './slots.ts'
import type { Template, Texts } from './texts.ts'

const deepest = 8
/** Pools at least this large keep a third of their entries for the texts that are held back. */
const sharedBelow = 6

/**
 * Fills a template's gaps: `{one|two}` is a choice, `{name}` a pool of the language or a slot, `//` in a pool's entry a
 * line break. Marks at a line's start: `? ` now and then, `* ` once to five times, `+ ` four to twelve times, `^ ` in
 * any order with the marked lines beside it, `! ` (the first line only) without a letterhead before it.
 * @throws Error of a gap that nothing fills
 */
export function fillTemplate(template: Template, texts: Texts, slots: Slots, random: Random): readonly string[] {
  const fill = (line: string) => fillLine(line, template, texts, slots, random)
  const out: string[] = []
  let group: string[] = []
  const closeGroup = () => {
    out.push(...random.shuffled(group))
    group = []
  }
  for (const line of template.lines) {
    const mark = /^[!?*+^] /.exec(line)?.[0].charAt(0)
    const body = mark ? line.slice(2) : line
    if (mark === '^') group.push(fill(body))
    else {
      closeGroup()
      if (mark === '?' && random.chance(0.4)) continue
      const times = mark === '*' ? random.whole(1, 5) : mark === '+' ? random.whole(4, 12) : 1
      for (let time = 0; time < times; time += 1) out.push(fill(body))
    }
  }
  closeGroup()
  return out.flatMap((line) => line.split('\n'))
}

function fillLine(line: string, template: Template, texts: Texts, slots: Slots, random: Random): string {
  let filled = line
  for (let depth = 0; filled.includes('{'); depth += 1) {
    if (depth > deepest) throw new Error(`${template.language}: gaps within gaps in «${line}»`)
    filled = filled.replace(/\{([^{}]*)\}/g, (_gap, name: string) => {
      if (name.includes('|')) return random.pick(name.split('|'))
      const pool = texts.pools.get(name)
      if (pool) return random.pick(open(pool, template.isHeldBack)).replaceAll('//', '\n')
      const slot = slots.fill(name, random)
      if (slot === undefined) throw new Error(`${template.language}: nothing fills {${name}} in «${line}»`)
      return slot
    })
  }
  return filled
}

/** The entries of a pool that a template may use: those kept back are met first by texts that are held back. */
function open(pool: readonly string[], isHeldBack: boolean): readonly string[] {
  if (isHeldBack || pool.length < sharedBelow) return pool
  return pool.filter((entry) => seedOf(entry) % 3 !== 0)
}
