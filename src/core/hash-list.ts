/** Algorithms that lists of hashes are made with, the strongest first. */
export const hashAlgorithms = ['sha256', 'sha1', 'md5'] as const
export type HashAlgorithm = (typeof hashAlgorithms)[number]

/** What being on a list means: the file is known to hold nothing of interest, or authorities look for it. */
export type HashVerdict = 'known_good' | 'alert_hash'

/** A list of hashes that the user named and that was read through once. Plain data: it goes to the workers as it is. */
export interface HashListRef {
  readonly verdict: HashVerdict
  readonly file: string
  /** Of the file, hexadecimal: what is read again must be the same. */
  readonly sha256: string
  /** Lines that hold a hash. */
  readonly hashes: number
}

/** The hashes of one item, hexadecimal; only those that are asked for. */
export type ItemHashes = Readonly<Partial<Record<HashAlgorithm, string>>>

/** On which kind of list an item is, by which of its hashes. */
export interface HashMatch {
  readonly verdict: HashVerdict
  readonly algorithm: HashAlgorithm
}

/** Lists of hashes, ready for looking items up. */
export interface HashLists {
  /** Which hashes of an item {@link match} asks for; never none. */
  readonly algorithms: readonly HashAlgorithm[]
  /** Undefined where the item is on no list. Where it is on several, an alert comes first. */
  match(hashes: ItemHashes): HashMatch | undefined
}
