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
    for (let label = at; label < at + labelCount; label += 1) {
      const share = (alpha[label] ?? 0) * (beta[label] ?? 0)
      potentials[label] = share
      sum += share
    }
    scale(potentials, at, 1 / sum)
  }
  return logZ
}

function scale(values: Float64Array, at: number, by: number): void {
  for (let label = at; label < at + labelCount; label += 1) values[label] = (values[label] ?? 0) * by
}

/** A product of sums below this is turned into a logarithm before it gets too small for a number. */
const smallest = 1e-200

/** Labels are written out here and in {@link backward}: the inside of a type comes behind its beginning and inside alone. */
function forward(potentials: Float64Array, length: number, steps: Float64Array, alpha: Float64Array): number {
  let logZ = 0
  let product = 1
  let [a0, a1, a2, a3, a4, a5, a6, a7, a8] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let token = 0; token < length; token += 1) {
    const at = token * labelCount
    if (token === 0) {
      alpha[0] = (steps[81] ?? 0) * (potentials[0] ?? 0)
      alpha[1] = (steps[82] ?? 0) * (potentials[1] ?? 0)
      alpha[2] = (steps[83] ?? 0) * (potentials[2] ?? 0)
      alpha[3] = (steps[84] ?? 0) * (potentials[3] ?? 0)
      alpha[4] = (steps[85] ?? 0) * (potentials[4] ?? 0)
      alpha[5] = (steps[86] ?? 0) * (potentials[5] ?? 0)
      alpha[6] = (steps[87] ?? 0) * (potentials[6] ?? 0)
      alpha[7] = (steps[88] ?? 0) * (potentials[7] ?? 0)
      alpha[8] = (steps[89] ?? 0) * (potentials[8] ?? 0)
    } else {
      alpha[at] =
        (a0 * (steps[0] ?? 0) +
          a1 * (steps[9] ?? 0) +
          a2 * (steps[18] ?? 0) +
          a3 * (steps[27] ?? 0) +
          a4 * (steps[36] ?? 0) +
          a5 * (steps[45] ?? 0) +
          a6 * (steps[54] ?? 0) +
          a7 * (steps[63] ?? 0) +
          a8 * (steps[72] ?? 0)) *
        (potentials[at] ?? 0)
      alpha[at + 1] =
        (a0 * (steps[1] ?? 0) +
          a1 * (steps[10] ?? 0) +
          a2 * (steps[19] ?? 0) +
          a3 * (steps[28] ?? 0) +
          a4 * (steps[37] ?? 0) +
          a5 * (steps[46] ?? 0) +
          a6 * (steps[55] ?? 0) +
          a7 * (steps[64] ?? 0) +
          a8 * (steps[73] ?? 0)) *
        (potentials[at + 1] ?? 0)
      alpha[at + 2] = (a1 * (steps[11] ?? 0) + a2 * (steps[20] ?? 0)) * (potentials[at + 2] ?? 0)
      alpha[at + 3] =
        (a0 * (steps[3] ?? 0) +
          a1 * (steps[12] ?? 0) +
          a2 * (steps[21] ?? 0) +
          a3 * (steps[30] ?? 0) +
          a4 * (steps[39] ?? 0) +
          a5 * (steps[48] ?? 0) +
          a6 * (steps[57] ?? 0) +
          a7 * (steps[66] ?? 0) +
          a8 * (steps[75] ?? 0)) *
        (potentials[at + 3] ?? 0)
      alpha[at + 4] = (a3 * (steps[31] ?? 0) + a4 * (steps[40] ?? 0)) * (potentials[at + 4] ?? 0)
      alpha[at + 5] =
        (a0 * (steps[5] ?? 0) +
          a1 * (steps[14] ?? 0) +
          a2 * (steps[23] ?? 0) +
          a3 * (steps[32] ?? 0) +
          a4 * (steps[41] ?? 0) +
          a5 * (steps[50] ?? 0) +
          a6 * (steps[59] ?? 0) +
          a7 * (steps[68] ?? 0) +
          a8 * (steps[77] ?? 0)) *
        (potentials[at + 5] ?? 0)
      alpha[at + 6] = (a5 * (steps[51] ?? 0) + a6 * (steps[60] ?? 0)) * (potentials[at + 6] ?? 0)
      alpha[at + 7] =
        (a0 * (steps[7] ?? 0) +
          a1 * (steps[16] ?? 0) +
          a2 * (steps[25] ?? 0) +
          a3 * (steps[34] ?? 0) +
          a4 * (steps[43] ?? 0) +
          a5 * (steps[52] ?? 0) +
          a6 * (steps[61] ?? 0) +
          a7 * (steps[70] ?? 0) +
          a8 * (steps[79] ?? 0)) *
        (potentials[at + 7] ?? 0)
      alpha[at + 8] = (a7 * (steps[71] ?? 0) + a8 * (steps[80] ?? 0)) * (potentials[at + 8] ?? 0)
    }
    let sum = 0
    for (let label = at; label < at + labelCount; label += 1) sum += alpha[label] ?? 0
    scale(alpha, at, 1 / sum)
    a0 = alpha[at] ?? 0
    a1 = alpha[at + 1] ?? 0
    a2 = alpha[at + 2] ?? 0
    a3 = alpha[at + 3] ?? 0
    a4 = alpha[at + 4] ?? 0
    a5 = alpha[at + 5] ?? 0
    a6 = alpha[at + 6] ?? 0
    a7 = alpha[at + 7] ?? 0
    a8 = alpha[at + 8] ?? 0
    product *= sum
    if (product < smallest || product > 1 / smallest) {
      logZ += Math.log(product)
      product = 1
    }
  }
  return logZ + Math.log(product)
}

function backward(potentials: Float64Array, length: number, steps: Float64Array, beta: Float64Array): void {
  if (length === 0) return
  beta.fill(1 / labelCount, (length - 1) * labelCount, length * labelCount)
  for (let token = length - 2; token >= 0; token -= 1) {
    const at = token * labelCount
    const next = at + labelCount
    const b0 = (potentials[next] ?? 0) * (beta[next] ?? 0)
    const b1 = (potentials[next + 1] ?? 0) * (beta[next + 1] ?? 0)
    const b2 = (potentials[next + 2] ?? 0) * (beta[next + 2] ?? 0)
    const b3 = (potentials[next + 3] ?? 0) * (beta[next + 3] ?? 0)
    const b4 = (potentials[next + 4] ?? 0) * (beta[next + 4] ?? 0)
    const b5 = (potentials[next + 5] ?? 0) * (beta[next + 5] ?? 0)
    const b6 = (potentials[next + 6] ?? 0) * (beta[next + 6] ?? 0)
    const b7 = (potentials[next + 7] ?? 0) * (beta[next + 7] ?? 0)
    const b8 = (potentials[next + 8] ?? 0) * (beta[next + 8] ?? 0)
    beta[at] =
      (steps[0] ?? 0) * b0 + (steps[1] ?? 0) * b1 + (steps[3] ?? 0) * b3 + (steps[5] ?? 0) * b5 + (steps[7] ?? 0) * b7
    beta[at + 1] =
      (steps[9] ?? 0) * b0 +
      (steps[10] ?? 0) * b1 +
      (steps[11] ?? 0) * b2 +
      (steps[12] ?? 0) * b3 +
      (steps[14] ?? 0) * b5 +
      (steps[16] ?? 0) * b7
    beta[at + 2] =
      (steps[18] ?? 0) * b0 +
      (steps[19] ?? 0) * b1 +
      (steps[20] ?? 0) * b2 +
      (steps[21] ?? 0) * b3 +
      (steps[23] ?? 0) * b5 +
      (steps[25] ?? 0) * b7
    beta[at + 3] =
      (steps[27] ?? 0) * b0 +
      (steps[28] ?? 0) * b1 +
      (steps[30] ?? 0) * b3 +
      (steps[31] ?? 0) * b4 +
      (steps[32] ?? 0) * b5 +
      (steps[34] ?? 0) * b7
    beta[at + 4] =
      (steps[36] ?? 0) * b0 +
      (steps[37] ?? 0) * b1 +
      (steps[39] ?? 0) * b3 +
      (steps[40] ?? 0) * b4 +
      (steps[41] ?? 0) * b5 +
      (steps[43] ?? 0) * b7
    beta[at + 5] =
      (steps[45] ?? 0) * b0 +
      (steps[46] ?? 0) * b1 +
      (steps[48] ?? 0) * b3 +
      (steps[50] ?? 0) * b5 +
      (steps[51] ?? 0) * b6 +
      (steps[52] ?? 0) * b7
    beta[at + 6] =
      (steps[54] ?? 0) * b0 +
      (steps[55] ?? 0) * b1 +
      (steps[57] ?? 0) * b3 +
      (steps[59] ?? 0) * b5 +
      (steps[60] ?? 0) * b6 +
      (steps[61] ?? 0) * b7
    beta[at + 7] =
      (steps[63] ?? 0) * b0 +
      (steps[64] ?? 0) * b1 +
      (steps[66] ?? 0) * b3 +
      (steps[68] ?? 0) * b5 +
      (steps[70] ?? 0) * b7 +
      (steps[71] ?? 0) * b8
    beta[at + 8] =
      (steps[72] ?? 0) * b0 +
      (steps[73] ?? 0) * b1 +
      (steps[75] ?? 0) * b3 +
      (steps[77] ?? 0) * b5 +
      (steps[79] ?? 0) * b7 +
      (steps[80] ?? 0) * b8
    let sum = 0
    for (let label = at; label < at + labelCount; label += 1) sum += beta[label] ?? 0
    scale(beta, at, 1 / sum)
  }
}
