/** Comments, instructions and declarations that are skipped. */
const pieces = 50

const piece = /^(?:\s{1,1000}|<\?[^>]{0,4000}\?>|<!--[\s\S]{0,20000}?-->)/

/** A markup text behind its XML declaration, comments and instructions; it then begins with a declaration or the root. */
export function afterProlog(text: string): string {
  let rest = text
  for (let count = 0; count < pieces; count++) {
    const match = piece.exec(rest)
    if (!match) return rest
    rest = rest.slice(match[0].length)
  }
  return rest
}
