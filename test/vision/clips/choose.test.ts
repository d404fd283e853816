import { expect, test } from 'vitest'
import { choicesOf } from '../../../src/vision/clips/choose.ts'
import type { Packet, Track } from '../../../src/vision/clips/track.ts'

const packets: readonly Packet[] = Array.from({ length: 12 }, (_, at) => ({
  at,
  isKey: at === 0,
  data: new Uint8Array(1),
}))
const track = {
  seconds: 10,
  keyAt: async () => packets[0],
  next: async ({ at }: Packet) => packets[at + 1],
} as Partial<Track> as Track

async function decoded(most: number): Promise<number> {
  let count = 0
  for await (const choice of choicesOf(track, 2, most)) count = Math.max(count, choice.packets.length)
  return count
}

test('no more packets are decoded than clipPackets allows: at the number needed all, one below it one less', async () => {
  const needed = await decoded(1_000)
  expect(needed).toBeGreaterThan(5)
  expect(await decoded(needed)).toBe(needed)
  expect(await decoded(needed - 1)).toBe(needed - 1)
})
