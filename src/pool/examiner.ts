import type { ItemRef } from '../core/item.ts'
import type { ItemOutcomes } from '../core/outcome.ts'

/** pool: who does the work. This thread, many threads, later other machines. */
export interface Examiner extends AsyncDisposable {
  /** How many calls of {@link examine} are worth having open at a time. */
  readonly lanes: number
  /** Told of entries that {@link examine} will be asked for soon, so that their bytes can be on their way. Returns at once. */
  expect?(items: readonly ItemRef[]): void
  /**
   * Examines entries of the source it was made for; outcomes come in the order of the items, one for each, whatever
   * the items do: a hang, a runaway or a crash is an outcome too. What is inside an entry and too much to be held lies
   * in the overflow that the examiner was given, when this resolves.
   */
  examine(items: readonly ItemRef[]): Promise<readonly ItemOutcomes[]>
}
