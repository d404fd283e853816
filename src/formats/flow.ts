/** Writes running text out of markup: white space collapses, blocks begin new lines, cells are parted by tabs. */
export interface Flow {
  text(text: string): void
  /** Text whose blanks and line ends stand as they are. */
  verbatim(text: string): void
  /** Begins a new line where the current one has text. */
  line(): void
  /** Begins a new line behind an empty one. */
  paragraph(): void
  /** A tab, where the line has text. */
  cell(): void
  /** A blank, where the line has text and does not end in one. */
  blank(): void
  /** What was written since the last call. */
  take(): string
}

const whiteSpace = /[\s\u00A0]+/g
const invisible = /[\u00AD\u200B\uFEFF]/g
const hasInvisible = /[\u00AD\u200B\uFEFF]/

/** A flow for one text. */
export function createFlow(): Flow {
  let out = ''
  // How the text before ends: at the beginning of a line, behind a blank or tab, or in a word.
  let end: 'empty' | 'line' | 'blank' | 'word' = 'empty'
  let isSpaceDue = false

  function line(): void {
    if (end === 'word' || end === 'blank') {
      out += '\n'
      end = 'line'
    }
    isSpaceDue = false
  }

  return {
    text(text) {
      const shown = hasInvisible.test(text) ? text.replace(invisible, '') : text
      const collapsed = shown.replace(whiteSpace, ' ')
      const word = collapsed.trim()
      if (word === '') {
        isSpaceDue ||= collapsed !== ''
        return
      }
      if ((isSpaceDue || collapsed.startsWith(' ')) && end === 'word') out += ' '
      out += word
      end = 'word'
      isSpaceDue = collapsed.endsWith(' ')
    },
    verbatim(text) {
      if (text === '') return
      if (isSpaceDue && end === 'word') out += ' '
      isSpaceDue = false
      out += text
      end = text.endsWith('\n') ? 'line' : 'word'
    },
    line,
    paragraph() {
      line()
      if (end !== 'line') return
      out += '\n'
      end = 'empty'
    },
    cell() {
      if (end === 'empty' || end === 'line') return
      out += '\t'
      end = 'blank'
      isSpaceDue = false
    },
    blank() {
      if (end === 'word') isSpaceDue = true
    },
    take() {
      const text = out
      out = ''
      return text
    },
  }
}
