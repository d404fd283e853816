import type { Extract, Frame, Gap } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { DataSet } from './data-set.ts'
import type { Gathering } from './gathering.ts'
import { paletteOf } from './palette.ts'
import { pixelFacts } from './pixel-facts.ts'
import { frameReader, framesToShow, type PixelSource } from './pixels.ts'

/** Modalities whose devices draw no text into their pictures: a screenshot among them says that it is one. */
const unlettered: ReadonlySet<string> = new Set('CT MR PT NM RTDOSE SEG RTIMAGE MG OCT OPT'.split(' '))

/** Faults of the bytes below, not of the pixels. */
const ofReader: ReadonlySet<string> = new Set(['unreadable', 'changed_while_reading', 'time_limit'])

/**
 * The pictures of a data set for the eyes: the first, the middle and the last of its frames. One that can't be drawn is a gap.
 * @throws ItemError from the reader
 */
export async function* drawn(gathering: Gathering, set: DataSet, limits: Limits): AsyncGenerator<Extract> {
  const facts = pixelFacts(gathering.values)
  const element = gathering.elements.get('PixelData')
  if (!facts) return
  yield { what: 'picture', frameAt: null, width: facts.columns, height: facts.rows }
  if (facts.frames > 1) yield { what: 'flag', name: 'multi_frame', detail: String(facts.frames) }
  if (!element || element.length === 0) return
  const palette = facts.photometric === 'PALETTE COLOR' ? await paletteOf(set.reader, gathering.elements) : undefined
  const source: PixelSource = { reader: set.reader, element, facts, syntax: set.syntax, palette }
  for (const number of framesToShow(facts)) {
    const frame = await frameOf(source, number, isLettered(gathering), limits)
    yield frame
    if (frame.what === 'gap') return
  }
}

async function frameOf(source: PixelSource, number: number, isLettered: boolean, limits: Limits): Promise<Frame | Gap> {
  try {
    const reader = await frameReader(source, number, limits)
    const place = { unit: 'page', page: number + 1, offset: 0 } as const
    return { what: 'frame', place, source: { kind: 'encoded', reader }, ...(isLettered ? { isLettered } : {}) }
  } catch (error) {
    // A fault of the pixels leaves the rest of the record as it is; faults of ours and of the reader go on.
    if (!(error instanceof ItemError) || ofReader.has(error.code)) throw error
    return { what: 'gap', cause: error.code, message: error.message }
  }
}

/** Whether text is worth looking for in the pixels: a file's own word, or what its device does as a rule. */
function isLettered({ values }: Gathering): boolean {
  const word = values.get('BurnedInAnnotation')?.toUpperCase()
  if (word === 'YES') return true
  const isCapture = values.has('ConversionType') || /^DERIVED\\SECONDARY/i.test(values.get('ImageType') ?? '')
  return isCapture || !unlettered.has(values.get('Modality')?.toUpperCase() ?? '')
}
