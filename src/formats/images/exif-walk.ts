import type { BlockBudget } from './access.ts'
import type { Notes, Rank } from './notes.ts'

/** What a walk through directories carries along. */
export interface ExifWalk {
  readonly notes: Notes
  readonly budget: BlockBudget
  readonly rank: Rank
  /** Directories that were read already: links may go round in circles. */
  readonly seen: Set<number>
  /** Names of IFD0's tags, where they are other than Exif's. */
  readonly names?: ReadonlyMap<number, string>
}
