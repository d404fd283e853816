import { describe, expect, it } from 'vitest'
import { planOf } from '../../../src/detectors/engine/plan.ts'
import { scanText } from '../../../src/detectors/engine/scan.ts'

const scan = (text: string) => scanText(text, planOf([]))
const runs = (text: string) => {
  const { runStart, runEnd } = scan(text)
  return runStart.map((start, run) => text.slice(start, runEnd[run]))
}

describe('a scan', () => {
  it.each([
    ['12 ab 3', ['12', '3']],
    ['a12b', ['a12b']],
    ['IPP123', ['IPP123', '123']],
    ['12janvier2024', ['12janvier2024', '12', '2024']],
    ['1920x1080', ['1920', '1080']],
    ['le06.12', ['le06', '06', '12']],
    ['a b', ['a', 'b']],
    ['', []],
  ])('of %j has the runs %j', (text, expected) => {
    expect(runs(text)).toEqual(expected)
  })

  it('knows where colons and dots stand between signs', () => {
    expect(scan('10:20 a: ::1 b:c').colons).toEqual([2, 9, 10, 14])
    expect(scan('a.b 1.2 c. d .e').dots).toEqual([1])
  })

  it('knows the signs that take two units', () => {
    expect(scan('a😀b\ud83d c𝒳').pairs).toEqual([1, 7])
  })
})
