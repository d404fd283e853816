import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/pool/in-order.ts'

async function* from<T>(items: Iterable<T>, fault?: Error): AsyncGenerator<T> {
  yield* items
  if (fault) throw fault
}

describe('inOrder', () => {
  test.each([1, 2, 4, 100])(
    'keeps the order with %d at a time, whatever ends first, and never runs more',
    async (atMost) => {
      let running = 0
      let most = 0
      const numbers = Array.from({ length: 40 }, (_, at) => at)
      const results: number[] = []
      const run = async (n: number) => {
        running += 1
        most = Math.max(most, running)
        await wait((n * 7) % 5)
        running -= 1
        return n
      }
      for await (const result of inOrder(from(numbers), run, atMost)) results.push(result)
      expect(results).toEqual(numbers)
      expect(most).toBeLessThanOrEqual(atMost)
    },
  )

  test('gives an answer while the input waits', async () => {
    async function* slow(): AsyncGenerator<number> {
      yield 1
      await new Promise(() => undefined)
    }
    const results = inOrder(slow(), async (n) => n, 4)
    expect(await results.next()).toEqual({ done: false, value: 1 })
    await results.return(undefined)
  })

  test('throws what the input or a task throws, after everything before it', async () => {
    const failing = async (n: number) => {
      if (n === 3) throw new Error('task')
      await wait(n === 1 ? 5 : 0)
      return n
    }
    for (const [input, says] of [
      [from([1, 2], new Error('input')), 'input'],
      [from([1, 2, 3, 4, 5]), 'task'],
    ] as const) {
      const results: number[] = []
      const all = async () => {
        for await (const result of inOrder(input, failing, 3)) results.push(result)
      }
      await expect(all()).rejects.toThrow(says)
      expect(results).toEqual([1, 2])
    }
  })
})
