import { type Found, surest } from './boxes.ts'
import { cocoLabels } from './coco.ts'
import { numbersOf, runModel } from './model.ts'

/** An object with its COCO class. */
export interface FoundObject extends Found {
  readonly label: string
}

/** The model's maps have a place every 4 pixels; one map a class. */
const stride = 4
/** Objects of one class that overlap more than this are one. */
const mostOverlap = 0.5

/**
 * Objects of the 80 COCO classes in a square of RGB pixels, 512 a side or, for a glance, 256; surest first, in these pixels.
 * @param leastScore objects below it are left out, 0…1
 * @returns undefined where no model can run
 */
export async function findObjects(square: Uint8Array, leastScore: number): Promise<readonly FoundObject[] | undefined> {
  const outputs = await runModel('objects', square)
  if (!outputs) return undefined
  const scores = numbersOf(outputs, 'peak_scores')
  const at = numbersOf(outputs, 'peak_places')
  const sizes = numbersOf(outputs, 'sizes')
  const places = Math.sqrt(square.length / 3) / stride
  const found: FoundObject[] = []
  for (let peak = 0; peak < scores.length; peak += 1) {
    const score = scores[peak] ?? 0
    if (score < leastScore) break
    found.push({ ...objectAt(at[peak] ?? 0, sizes, places), score })
  }
  return [...new Set(found.map(({ label }) => label))].flatMap((label) =>
    surest(
      found.filter((one) => one.label === label),
      mostOverlap,
    ),
  )
}

/** Which class, and where: the sizes are the distances from the place to the four edges. */
function objectAt(index: number, sizes: ArrayLike<number>, places: number): Omit<FoundObject, 'score'> {
  const place = index % (places * places)
  const x = (place % places) * stride
  const y = Math.floor(place / places) * stride
  const distance = (edge: number) => sizes[edge * places * places + place] ?? 0
  const label = cocoLabels[Math.floor(index / (places * places))] ?? 'other'
  return { label, box: [x - distance(0), y - distance(1), x + distance(2), y + distance(3)] }
}
