/** Compares by code points, as SQLite and PostgreSQL's "C" do on UTF-8; JavaScript's own order is that of UTF-16 units. */
export function compareUris(a: string, b: string): number {
  const least = Math.min(a.length, b.length)
  for (let at = 0; at < least; at += 1) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
