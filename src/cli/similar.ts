/** Edits after which a word is another one rather than a slip. */
const mostEdits = 3

/** The known word that was probably meant, or undefined where none is near. */
export function similar(word: string, known: readonly string[]): string | undefined {
  const given = word.toLowerCase()
  const most = Math.min(mostEdits, Math.floor(word.length / 2))
  const near = known
    .map((name) => ({ name, edits: edits(given, name.toLowerCase()) }))
    .filter((one) => one.edits <= most || (given.length > 2 && one.name.toLowerCase().startsWith(given)))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
  return near[0]?.name
}

/** `; did you mean X?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = similar(word, known)
  return meant === undefined ? '' : `; did you mean ${meant}?`
}

/** Insertions, deletions and replacements from one word to the other (Levenshtein). */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let a = 0; a < one.length; a += 1) {
    const next = [a + 1]
    for (let b = 0; b < other.length; b += 1) {
      const replaced = (row[b] ?? 0) + (one[a] === other[b] ? 0 : 1)
      next.push(Math.min(replaced, (row[b + 1] ?? 0) + 1, (next[b] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
