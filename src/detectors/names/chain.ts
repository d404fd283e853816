import { labelCount } from './model.ts'

/** Inside of a type follows its beginning or its inside only. Labels: 0 nothing, odd beginnings, even insides. */
export function mayFollow(from: number, to: number): boolean {
  return to === 0 || to % 2 === 1 || from === to || from === to - 1
}

/** Scratch for {@link marginals}: grows, is never shared between calls that overlap. */
export interface ChainScratch {
  alpha: Float64Array
  beta: Float64Array
}

/**
 * How likely each label of each token is, given all scores of a stretch: forward and backward sums of a linear chain
 * (Lafferty, McCallum, Pereira 2001), scaled at each token.
 * @param potentials exp of the scores, `length` × {@link labelCount}; replaced by the likelihoods
 * @param steps exp of the transitions, and of the beginning as last row; 0 where a label may not follow
 * @returns the logarithm of the sum over all paths
 */
export function marginals(
  potentials: Float64Array,
  length: number,
  steps: Float64Array,
  scratch: ChainScratch,
): number {
  const size = length * labelCount
  if (scratch.alpha.length < size) {
    scratch.alpha = new Float64Array(size * 2)
    scratch.beta = new Float64Array(size * 2)
  }
  const { alpha, beta } = scratch
  const logZ = forward(potentials, length, steps, alpha)
  backward(potentials, length, steps, beta)
  for (let token = 0; token < length; token += 1) {
    const at = token * labelCount
    let sum = 0
    for (let label = 0; label < labelCount; label += 1) {
      const share = (alpha[at + label] ?? 0) * (beta[at + label] ?? 0)
      potentials[at + label] = share
      sum += share
    }
    for (let label = 0; label < labelCount; label += 1) potentials[at + label] = (potentials[at + label] ?? 0) / sum
  }
  return logZ
}

/** Inside of a type comes behind two labels only, which lie side by side. */
function firstBefore(to: number): number {
  return to !== 0 && to % 2 === 0 ? to - 1 : 0
}

function lastBefore(to: number): number {
  return to !== 0 && to % 2 === 0 ? to : labelCount - 1
}

function forward(potentials: Float64Array, length: number, steps: Float64Array, alpha: Float64Array): number {
  let logZ = 0
  for (let token = 0; token < length; token += 1) {
    const at = token * labelCount
    let sum = 0
    for (let to = 0; to < labelCount; to += 1) {
      let reach = 0
      if (token === 0) reach = steps[labelCount * labelCount + to] ?? 0
      else
        for (let from = firstBefore(to), last = lastBefore(to); from <= last; from += 1)
          reach += (alpha[at - labelCount + from] ?? 0) * (steps[from * labelCount + to] ?? 0)
      const value = reach * (potentials[at + to] ?? 0)
      alpha[at + to] = value
      sum += value
    }
    for (let to = 0; to < labelCount; to += 1) alpha[at + to] = (alpha[at + to] ?? 0) / sum
    logZ += Math.log(sum)
  }
  return logZ
}

function backward(potentials: Float64Array, length: number, steps: Float64Array, beta: Float64Array): void {
  for (let token = length - 1; token >= 0; token -= 1) {
    const at = token * labelCount
    const next = at + labelCount
    let sum = 0
    for (let from = 0; from < labelCount; from += 1) {
      let value = token === length - 1 ? 1 : 0
      if (token < length - 1)
        for (let to = 0; to < labelCount; to += 1)
          value += (steps[from * labelCount + to] ?? 0) * (potentials[next + to] ?? 0) * (beta[next + to] ?? 0)
      beta[at + from] = value
      sum += value
    }
    for (let from = 0; from < labelCount; from += 1) beta[at + from] = (beta[at + from] ?? 0) / sum
  }
}
