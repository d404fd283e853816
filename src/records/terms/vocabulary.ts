/** ISO 639-1 of the languages whose terms are listed; `more` holds the commonest terms of further languages. */
export type TermLanguage = 'fr' | 'en' | 'de' | 'es' | 'it' | 'pt' | 'nl' | 'ar' | 'more'

/**
 * Terms by what they show, then by language, parted by commas. Written as people write them: case, accents and
 * punctuation do not count when they are looked for. `né(e)` stands for né, née and né(e).
 */
export type Vocabulary<Feature extends string> = Readonly<
  Record<Feature, Readonly<Partial<Record<TermLanguage, string>>>>
>

/** The terms of one entry, each with its optional endings written out. */
export function termsOf(list: string): readonly string[] {
  return list
    .split(/[,،\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .flatMap(withEndings)
}

function withEndings(term: string): readonly string[] {
  const found = /^(.*?)\(([^()]{1,12})\)(.*)$/.exec(term)
  if (!found) return [term]
  const [, before = '', ending = '', after = ''] = found
  return [`${before}${after}`, `${before}${ending}${after}`, `${before} ${ending} ${after}`].flatMap(withEndings)
}
