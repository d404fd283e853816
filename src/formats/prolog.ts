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

const htmlElement =
  /^<(?:title|meta|script|style|link|base|div|p|span|table|h[1-6]|center|font|br|hr|a|b|i|u|ul|ol|dl|form|img|pre|frameset|section|article|nav|header|main|footer|iframe|blockquote)[\s/>]/i

/** Whether a markup text begins with an element that HTML has, as fragments of pages do. */
export function beginsWithHtmlElement(text: string): boolean {
  return htmlElement.test(text)
}
