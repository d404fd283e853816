/** Characters that are searched for structure. */
export const structureCharacters = 20_000

/** What a text is made of besides words. Each count is worked out on first use. */
export class Structure {
  readonly #text: string
  readonly #known = new Map<RegExp, number>()

  constructor(text: string) {
    this.#text = text.length > structureCharacters ? text.slice(0, structureCharacters) : text
  }

  /** Amounts of money: two decimals, or a currency beside them; not all zero. */
  get amounts(): number {
    return this.#count(amount) + this.#count(currencyFirst)
  }

  /** Lines that begin with words and end with an amount. */
  get itemLines(): number {
    return this.#count(itemLine)
  }

  /** Strengths and schedules of medicines: 500 mg, 1-0-1, 3x1. */
  get doses(): number {
    return this.#count(strength) + 2 * this.#count(schedule)
  }

  /** Lines of a laboratory's table: a value, a unit, a range. */
  get labLines(): number {
    return this.#count(labLine)
  }

  /** Machine-readable lines of a travel document (ICAO 9303). */
  get machineReadableLines(): number {
    return this.#count(machineReadable)
  }

  /** Fields of a driving licence by their numbers (Directive 2006/126/EC, annex I). */
  get licenceFields(): number {
    return this.#count(licenceField)
  }

  /** Gaps to be filled in by hand, and boxes to tick. */
  get blanks(): number {
    return this.#count(blank)
  }

  /** Words that stand for a value to come: [Your name], {{total}}. */
  get placeholders(): number {
    return this.#count(placeholder)
  }

  /** Words made of the Greek and Latin roots that medicine uses in every language. */
  get medicalRoots(): number {
    return this.#count(medicalRoot)
  }

  /** A person's age in figures beside the word for years. */
  get ages(): number {
    return this.#count(age)
  }

  #count(pattern: RegExp): number {
    let count = this.#known.get(pattern)
    if (count === undefined) {
      count = 0
      pattern.lastIndex = 0
      while (count < mostCounted && pattern.test(this.#text)) count += 1
      this.#known.set(pattern, count)
    }
    return count
  }
}

const mostCounted = 400

const amount = /(?!(?<![\d.,])0[.,]00)\d[.,]\d\d(?![\d%]|[.,]\d| ?%)|[٠-٩][٫،.,][٠-٩]{2}(?![٠-٩])/g
const currencyFirst =
  /(?:[€$£¥₹₽₺₩]|R\$|\b(?:EUR|USD|GBP|CHF|CAD|AUD|BRL|PLN|CZK|SEK|NOK|DKK|AED|SAR|MAD|DZD|TND|EGP|INR|JPY|CNY|TRY|RUB|Rs)\b\.?) ?\d{1,3}(?:[ .,'’]\d{3}){0,3}(?![\d.,]\d)|\d (?:€|EUR|CHF|درهم|ريال|دينار|جنيه|DH|DHS|SAR|AED|R\$|zł|Kč|kr|Ft|lei|TL|руб|₽)/g
const itemLine =
  /^[^\n\d]{0,24}\p{L}{3}[^\n]{0,160}[ \t|]\D{0,4}\d{1,3}(?:[ .,'’]\d{3}){0,3}[.,]\d\d ?(?:[€$£%]|\p{Lu}{3})?[ \t|A-Z]{0,6}$/gmu
const strength = /\d ?(?:mg|mcg|µg|μg|ml|g\/|UI|IU|IE|ui|mg\/ml|ملغ|مجم|ملجم|مل|mL|MG|ML|Mg)(?![\p{L}\p{N}])/gu
const schedule =
  /(?<![\d-])[0-4½](?:[-–][0-4½]){2,3}(?![\d-])|(?<![\d.,])\d ?[x×] ?(?:\d ?)?(?:\/ ?)?(?:j|jour|tgl|täglich|dd|die|al giorno|daags|day|d)(?![\p{L}])|\d ?cpr?s? ?(?:x|×|\/|le|matin)/gu
const labLine =
  /\d[.,]?\d{0,4} {0,8}[|*HL]{0,3} {0,30}(?:g\/[dl]L?|mg\/[dl]L?|mmol\/[lL]|µmol\/[lL]|U[IL]?\/[lL]|IU\/[mlL]{1,2}|mUI?\/[mlL]{1,2}|µ?g\/[lL]|ng\/m[lL]|pg\/m[lL]|%|fL|fl|pg|G\/[lL]|T\/[lL]|10\^?[0-9]{1,2}\/[µulL]{1,2}|\/µ[lL]|\/mm3|mil\/mm3|mEq\/[lL]|x10[^\s]{0,8}|K\/u[lL]|mm\/h|mL\/min)[^\n]{0,40}(?:\d ?[-–aà] ?\d|[<>≤≥] ?\d)/gu
const machineReadable = /^ {0,20}(?=[A-Z0-9< ]{0,44}<<)[A-Z0-9<]{28,46} {0,20}$/gm
const licenceField = /^ {0,12}(?:4[abcd]|[1-9])[.)] {0,3}\S|(?<= )4[abc][.)]? {0,2}\d/gm
const blank = /_{4,}|\.{6,}|…{3,}|[☐□▢]|\[ {0,3}\]/g
const placeholder =
  /\[(?:\p{L}|['’ .,:/-]){3,40}\]|\{\{|<(?:\p{L}| ){4,30}>|\bXX+[/.-]XX|\b(?:JJ|TT|DD|GG|dd|jj)[/.-](?:MM|mm)[/.-](?:AAAA|JJJJ|YYYY|yyyy|aaaa)\b|lorem ipsum|\bxxxx/gu
const age =
  /\d{1,3} ?(?:ans|años|anni|anos|jaar|Jahre|yaşında|lat|let|years?(?: |-)old|yo\b|y\/o|éves|ani|år|лет|года|سنة|عاما|عاماً|세|岁|歳)|\d{1,3}(?: |-)(?:year-old|years?-old|year old|jährige|jähriger|jarige|jährigen)|(?:anni|edad|età|idade|âge|age|Alter|leeftijd|العمر|years?)[ :]{1,3}\d{1,3}/giu
const medicalRoot =
  /(?<!\p{L})(?:ad[eé]no|angi[oó]|anticoagul|arthr|artr[oi]|bronch|bronqu|broncopn|carcino|cardi[aoóq]|c[eé]phal|cefal|c[eé]r[eé]br|chimio|chemother|quimio|chol[eé]|colecist|colonos|cr[aâ]ni|cyst[io]|derm[ao]|[eé]lectroly|[eé]ndosc|enc[eé]phal|[eé]pigastr|[eé]ryth|erit[er]|fibr[oi]|gastr[oi]|gluc|gluk|glyc[eé]m|gynec|gin[eé]c|h[aäe]?[eéä]mat|emat|emoglob|h[eé]pat|epat|hyper[tpkcg]|hypo[tpkcg]|iper[tpkg]|ipo[tpkg]|hiper[tpkg]|hipo[tpkg]|hyst[eé]r|h[iy]stopath|immuno|isch[aeäé]m|isquem|laparo|leuc|leuk|lymph|linf|mammo|m[eé]nin[gx]|m[eé]tasta|myo|mio[cp]|n[eé]cro|n[eé]cr[oó]|n[eé]phr|nefr|neur[oa]|oedem|œd[eè]m|ophtalm|ophthalm|oftalm|orthop|ortop|oste[oi]|ost[eé]o|o[vw]ari|panc?r[eé]a|par[eé]nchy|path[oa]?log|p[eé]lvi|p[eé]riton|pharyng|faring|fl[eé]b|phl[eé]b|pleur|pn[eé]um|post-?op|prostat|psych[io]|pulmon|polmon|radio|r[eé]nal|rein|rhin|rinit|rino|scoli|s[eé]psis|splen|st[eé]no|sympt[oô]m|syndrom|s[ií]ndrom|tachy|thorac|torac|thromb|tromb|thyr|tir[oe]id|tomogra|tomod|trach[eé]|tumor|tum[eé]f|ur[eé]t[eéh]|urolog|uter|vascul|v[eé]n[eo]us|ventric|vert[eé]br)\p{L}{2,}|(?<!\p{L})\p{L}{4,18}(?:itis|itide|ectomie|ectomia|ectom[iíy]a?|plastie|plastia|plasty|scopie|scopia|scopy|pathie|patia|pathy|algie|algia|[eé]mie|[eé]mia|aemia|urie|uria|plegia|pl[eé]gie|ose|osis|osi)(?!\p{L})/giu
