/** Words that stand in author fields and are no person: companies, programs, roles. Lower case. */
const notNames = new Set(
  (
    'admin administrator user office microsoft adobe acrobat scanner scan copier printer server system team group ' +
    'company corporation corp inc ltd limited llc gmbh ag kg sa sarl sas srl spa bv nv plc foundation association ' +
    'university department institute ministry agency committee service services software library writer creator ' +
    'generator converter test unknown anonymous owner guest author default the of and for by version pdf xerox canon ' +
    'ricoh konica minolta epson brother hewlett packard windows desktop google apple samsung'
  ).split(' '),
)
const nameWord = /^\p{Lu}[\p{L}\p{M}'’.-]{0,39}$/u

/**
 * Whether a value of an author field reads as one person's full name: two to four capitalised words, none of which
 * belongs to companies, programs or roles. Decides between a finding of its own and a value that detectors search.
 */
export function looksLikePersonName(value: string): boolean {
  if (value.length > 80) return false
  const words = value.trim().split(/[\s,]+/u, 5)
  if (words.length < 2 || words.length > 4) return false
  return (
    words.every((word) => nameWord.test(word) && !notNames.has(word.replace(/\.$/, '').toLowerCase())) &&
    words.some((word) => word.length > 2 && word !== word.toUpperCase())
  )
}
