import type { Frame } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { hasPanels, panelPixels } from './panels.ts'
import { smallGrey } from './pixels.ts'
import { viewOf } from './view.ts'

/** Whether a still is put together from panels of the same scene, as before and after a treatment. */
export async function showsBeforeAfter(frame: Frame, limits: Limits): Promise<boolean> {
  const view = await viewOf(frame, limits)
  return view !== undefined && hasPanels(smallGrey(view.picture, panelPixels))
}
