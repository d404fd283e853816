import type { ItemOutcomes } from '../../../src/core/outcome.ts'
import { finding, item, outcome, seeded, tree } from '../made-up.ts'

/** A made-up dump: the same for the same seed, with copies, containers, names and numbers that lead to each other. */
export function dump(seed: number, size: number): readonly ItemOutcomes[] {
  const next = seeded(seed)
  const below = (count: number) => Math.floor(next() * count)
  const person = () => finding('PERSON', `Anna${'abcdef'.charAt(below(6))} Quill${'uvwxyz'.charAt(below(6))}`)
  const findings = () => [
    ...Array.from({ length: below(3) }, person),
    ...(below(3) === 0 ? [finding('PATIENT_ID', `P-${below(20)}`)] : []),
  ]
  return Array.from({ length: size }, (_, n) => {
    const uri = `folder ${below(9)}/${person().value}/${n}`
    const told = {
      sha256: below(4) === 0 ? 'ab'.repeat(32) : `${n}`.padStart(64, '0'),
      findings: findings(),
      fields: below(2) === 0 ? [{ name: 'invoice.total', value: `${below(100)}.00`, confidence: 0.9 }] : [],
    }
    if (below(5) > 0) return item(uri, told)
    const inside = Array.from({ length: 1 + below(4) }, (__, m) =>
      outcome(`${uri}!/${m}`, { parentUri: uri, sizeBytes: m, findings: findings() }),
    )
    return tree(outcome(uri, { ...told, medium: 'archive' }), ...inside)
  })
}
