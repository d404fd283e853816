const small =
  "(?:de|du|des|d'|del|della|di|do|da|la|le|les|las|los|el|en|sur|sous|lès|les|aux|am|an der|an|im|bei|in|ob|upon|on|of|the|aan den|aan de|op|i|y|e)"
/** Words that no town is called: the next label, and what follows the town. */
const notTown = '(?!(?:Tel|Tél|Fax|Phone|Mobile|Mail|Email|C(?:EDEX|edex))(?![\\p{L}]))'
const name = String.raw`${notTown}\p{Lu}[\p{L}\p{M}]+(?:['.-]{1,2}\p{L}[\p{L}\p{M}]*){0,4}`
const town = String.raw`${name}(?:[ -](?:${small}[ -])?\n?${name}){0,3}(?: (?:CEDEX|Cedex|cedex)(?: \d{1,2})?)?`
const post = String.raw`(?:[A-Z]{1,2}[- ])?\d{4,5}(?:-\d{3})?(?: [A-Z]{2}(?= \p{Lu}))?`
const spaced = String.raw`\d{2}-\d{3}|\d{3} \d{2}`
const british = String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`
const american = String.raw`[A-Z]{2},? \d{5}(?:-\d{4})?`
const between = String.raw`(?:[ \t]*[,;.-]?[ \t]*\n?[ \t>?]{0,8}|,[ \t]*\n?[ \t]*,?[ \t]*)`

/** What may follow a street line, tried one after the other: postcode and town, in the orders in which countries write them. */
const behindStreet = [
  new RegExp(String.raw`${between}(?:${post}|${spaced}),?[ \t\n]{1,2}${town}(?: ?\(${town}\))?`, 'uy'),
  new RegExp(String.raw`${between}${town},? (?:${american}|${british})(?!\d)`, 'uy'),
  new RegExp(String.raw`${between}${town}[ \t\n]+(?:${post})(?![\d\p{L}])`, 'uy'),
  new RegExp(String.raw`${between}(?:${post}|${british})(?![\d\p{L}]|[.,:/]\d)`, 'uy'),
]
const country = `(?:France|Deutschland|Germany|España|Spain|Italia|Italy|Portugal|Nederland|Netherlands|The Netherlands|Belgique|België|Belgium|Suisse|Schweiz|Switzerland|Österreich|Austria|Luxembourg|United Kingdom|UK|England|Ireland|USA|United States|Canada|Maroc|Algérie|Tunisie|México|Argentina|Brasil)`
const behindTown = new RegExp(
  String.raw`(?:,[ \t]*${town}|[ \t]*\n[ \t]*${country}|,?[ \t]*\(?${country}\)?)(?=[ \t]*(?:[.,;)\n]|$))`,
  'uy',
)

/** Where the postcode, town and country behind a street line end; `end` where none follow. */
export function localityBehind(text: string, end: number): number {
  for (const pattern of behindStreet) {
    pattern.lastIndex = end
    if (!pattern.test(text)) continue
    const reached = pattern.lastIndex
    behindTown.lastIndex = reached
    return behindTown.test(text) ? behindTown.lastIndex : reached
  }
  return end
}

/** A town between commas behind a street line: ', Paris', up to the end of the sentence; `end` where none follows. */
export function townBehind(text: string, end: number): number {
  behindTown.lastIndex = end
  return behindTown.test(text) ? behindTown.lastIndex : end
}

const postAndTown = new RegExp(String.raw`(?:\d{5}|\d{4} [A-Z]{2}|\d{4}-\d{3}|\d{4})[ ,]{1,2}(${town})`, 'uy')
const prefix = /(?:^|[^\p{L}\d])((?:D|F|A|CH|B|L|NL|I|E|P|DE|FR|AT|BE|ES|IT|PT|LU)[- ])$/u

/** 'F-75011 Paris', '28007 Madrid': a postcode with its town, by themselves. How much what stands around them tells. */
export function localityAt(text: string, at: number): { start: number; end: number; confidence: number } | undefined {
  postAndTown.lastIndex = at
  const match = postAndTown.exec(text)
  if (match === null) return undefined
  const end = at + match[0].length
  const country = prefix.exec(text.slice(Math.max(0, at - 5), at))?.[1] ?? ''
  const start = at - country.length
  const isFour = /^\d{4}[ ,]+\p{Lu}\p{Ll}/u.test(match[0])
  if (country !== '') return { start, end, confidence: 0.8 }
  if (/cedex/i.test(match[0])) return { start, end, confidence: 0.85 }
  const before = text.slice(Math.max(0, start - 3), start)
  const isClosed = /^[ \t]*(?:$|[.,;)\n(]|- )/.test(text.slice(end, end + 4))
  if (isFour) return { start, end, confidence: 0.2 }
  const isOpened = /^$|\n[ \t]?$|[,.(] ?$|- $/.test(before)
  return { start, end, confidence: isOpened && isClosed ? 0.6 : isClosed ? 0.4 : 0.3 }
}
