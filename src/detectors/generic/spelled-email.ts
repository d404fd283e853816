import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { isPublicHost } from './hosts.ts'

export const spelledEmail = defineUnit({
  id: 'spelled-email',
  version: 1,
  entityType: 'EMAIL_ADDRESS',
  title: 'E-mail address with its signs spelled out, to hide it from machines',
  sensitivity: { category: 'simple', identifier: 'email' },
  reference: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2',
  anchors: [
    {
      by: 'literals',
      literals: ['at)', 'at]', 'AT)', 'AT]', ' dot ', ' DOT ', 'arobase'],
    },
  ],
  examples: {
    hits: [
      'jane.roe (at) example.com',
      'jane [at] clinic [dot] example [dot] org',
      'jroe AT example DOT com',
      'jane.roe(arobase)exemple.fr',
    ],
    misses: ['look at example.com', 'a table (at) home', 'jane (at) localhost', 'see [at] 12.05'],
  },
  find(text: string, context: ScanContext) {
    const { text: read } = scanFor(spelledEmail, text, context)
    const found: Candidate[] = []
    sign.lastIndex = 0
    for (let match = sign.exec(read); match !== null; match = sign.exec(read)) {
      const candidate = aroundSign(read, match.index, match.index + match[0].length)
      if (candidate !== undefined) found.push(candidate)
    }
    return found
  },
})

/** The sign between name and host: in brackets, or alone in capitals or small letters with its dots spelled out too. */
const sign = / ?[([{<] ?(?:at|a|arobase|arroba|chiocciola|ät) ?[)\]}>] ?| (?:at|arobase|arroba) /gi
const bracketed = /[([{<]/
const host =
  /[\p{L}\d-]{1,63}(?:(?:\.| ?[([{<] ?(?:dot|point|punto|punkt|ponto) ?[)\]}>] ?| (?:dot|point|punto|punkt|ponto) )[\p{L}\d-]{1,63}){1,4}/iuy
const spelledDot = /[([{< ](?:dot|point|punto|punkt|ponto)[)\]}> ]/i
const localEnd = /[\p{L}\d][\p{L}\d._%+-]{0,63}$/u
const longestLocal = 64

function aroundSign(text: string, from: number, to: number): Candidate | undefined {
  const local = localEnd.exec(text.slice(Math.max(0, from - longestLocal), from))?.[0]
  host.lastIndex = to
  const written = host.exec(text)?.[0]
  if (local === undefined || written === undefined) return undefined
  if (!bracketed.test(text.slice(from, to)) && !spelledDot.test(written)) return undefined
  const name = written.replace(/ ?[([{<]? ?(?:dot|point|punto|punkt|ponto) ?[)\]}>]? ?/gi, (dot) =>
    spelledDot.test(dot) ? '.' : dot,
  )
  if (!isPublicHost(name.toLowerCase())) return undefined
  const [start, end] = [from - local.length, to + written.length]
  const weighed = reweigh(weigh('spelled-email', 0.85), 'structure', 'its host can exist', 1)
  return { start, end, canonical: `${local}@${name}`.toLowerCase(), ...weighed }
}
