/** Characters of a name that are kept: it stands before every value below it. */
const nameCharacters = 64

/**
 * The name of an element, attribute or key as words, so that it reads like a label: 'birthDate' as 'birth Date',
 * 'cbc:Issue_Date' as 'Issue Date', 'patientID' as 'patient ID'.
 */
export function readableName(name: string): string {
  return name
    .slice(name.lastIndexOf(':') + 1)
    .slice(0, nameCharacters)
    .toWellFormed()
    .replace(/[\s_.-]+/g, ' ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .trim()
}

/** Names kept by one {@link createNames}. */
const keptNames = 4_096

/** {@link readableName} for one document, in which the same names come again and again. */
export function createNames(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const readable = readableName(name)
    if (known.size < keptNames) known.set(name, readable)
    return readable
  }
}
