import type { Settings } from './learn.ts'

/** How the model in this project was trained. */
export const settings: Settings & { readonly documentsEach: number; readonly heldBackEach: number } = Object.freeze({
  /** Documents of each template. */
  documentsEach: 28,
  heldBackEach: 10,
  epochs: 3,
  rate: 0.05,
  decay: 1e-4,
  wordsLeftOut: 0.4,
  allWordsLeftOut: 0.15,
  evidenceLeftOut: 0.1,
  smoothing: 0.01,
})
