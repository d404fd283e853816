/** Words that stand where a password will be put. */
const placeholders =
  /^(?:pass(?:word|wd|phrase)?|pwd|secret|user(?:name)?|token|key|x{3,}|\*{2,}|\.{2,}|•{2,}|your.{0,40}|my.?(?:password|secret|token|key)|change.?(?:me|it|this)|example|placeholder|redacted|masked|none|null|nil|undefined|true|false|string|str|text|varchar.{0,8}|required|optional|todo|test|foo|bar|baz|dummy|empty|default|unknown|n\/?a)$/i

/** Whether a value stands for another: a variable, a template's gap, a word for a password. */
export function isPlaceholder(value: string): boolean {
  return (
    /[${}<>%[\]]{1}.{0,60}[}>%\])]|^[$%]|\$\{|\{\{|^\(|\($/.test(value) ||
    placeholders.test(value) ||
    /^(.)\1*$/.test(value)
  )
}
