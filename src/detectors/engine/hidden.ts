/** Signs without width that a reader does not see: soft hyphen, zero-width space, joiner and non-joiner, word joiner, byte order mark. */
const hidden = /[\u00ad\u200b-\u200d\u2060\ufeff]/

/** A text as a reader sees it, and where each of its UTF-16 units stands in the text as it is. */
export interface Shown {
  readonly text: string
  /** Absent where nothing was hidden. */
  readonly places?: Int32Array
}

/** The text without signs of no width, which break numbers and names apart unseen. */
export function withoutHidden(text: string): Shown {
  if (!hidden.test(text)) return { text }
  const places = new Int32Array(text.length)
  let shown = ''
  let kept = 0
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (isHidden(text.charCodeAt(at))) {
      shown += text.slice(from, at)
      from = at + 1
    } else {
      places[kept] = at
      kept += 1
    }
  }
  return { text: shown + text.slice(from), places: places.subarray(0, kept) }
}

function isHidden(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff
}
