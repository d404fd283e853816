const foreignDigit = /[٠-٩۰-۹]/

/** A text with Arabic-Indic and Persian digits as ASCII ones, and their decimal mark as a point; of the same length. */
export function plainDigits(text: string): string {
  if (!foreignDigit.test(text)) return text
  return text.replace(/[٠-٩۰-۹٫]/g, (sign) => (sign === '٫' ? '.' : String(sign.charCodeAt(0) & 0xf)))
}
