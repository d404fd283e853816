import sharp from 'sharp'

/** A page of each language with a model: a letter with a few figures, as clinics write them. */
export const texts: Readonly<Record<string, string>> = {
  en: 'Riverside Dental Practice. Treatment plan for the next two visits. The crown on the upper left molar is made of ceramic and costs 820.00 including the temporary filling. Please take the tablets three times a day after meals and call us when the pain returns. The estimate is valid for sixty days from 14 March 2024.',
  fr: "Cabinet dentaire des Tilleuls. Plan de traitement pour les deux prochaines séances. La couronne de la première molaire supérieure est en céramique et coûte 820,00 euros, pose comprise. Merci de prendre les comprimés trois fois par jour après les repas et de nous appeler si la douleur revient. Le devis est valable jusqu'au 14 mars 2024.",
  de: 'Zahnarztpraxis am Mühlbach. Behandlungsplan für die nächsten zwei Termine. Die Krone auf dem oberen linken Backenzahn besteht aus Keramik und kostet 820,00 Euro einschließlich der vorläufigen Füllung. Bitte nehmen Sie die Tabletten dreimal täglich nach dem Essen und rufen Sie uns an, wenn die Schmerzen zurückkehren.',
  es: 'Clínica dental de la Ribera. Plan de tratamiento para las dos próximas visitas. La corona de la primera muela superior es de cerámica y cuesta 820,00 euros con la colocación incluida. Tome los comprimidos tres veces al día después de las comidas y llámenos si vuelve el dolor. El presupuesto es válido hasta el 14 de marzo de 2024.',
  it: 'Studio dentistico della Riviera. Piano di cura per le due prossime sedute. La corona del primo molare superiore è in ceramica e costa 820,00 euro compresa la posa. Prenda le compresse tre volte al giorno dopo i pasti e ci chiami se il dolore ritorna. Il preventivo è valido fino al 14 marzo 2024.',
  pt: 'Clínica dentária da Ribeira. Plano de tratamento para as duas próximas consultas. A coroa do primeiro molar superior é de cerâmica e custa 820,00 euros com a colocação incluída. Tome os comprimidos três vezes por dia depois das refeições e telefone se a dor voltar. O orçamento é válido até 14 de março de 2024.',
  nl: 'Tandartspraktijk aan de Singel. Behandelplan voor de twee volgende afspraken. De kroon op de eerste kies linksboven is van keramiek en kost 820,00 euro inclusief de noodvulling. Neem de tabletten driemaal per dag na de maaltijd en bel ons wanneer de pijn terugkomt. De offerte is geldig tot 14 maart 2024.',
  ar: 'عيادة النور لطب الأسنان. خطة العلاج للزيارتين القادمتين. تاج الضرس العلوي الأول مصنوع من الخزف ويشمل السعر الحشوة المؤقتة. يرجى تناول الأقراص ثلاث مرات في اليوم بعد الطعام والاتصال بنا إذا عاد الألم. هذا العرض صالح لمدة شهرين.',
}

/** An A4 page at 150 dots an inch. */
const [width, height] = [1240, 1754]
export const white = '#ffffff'

/** A page with the text in lines, as a letter has it. */
export function drawn(text: string): Promise<Buffer> {
  const isArabic = /\p{Script=Arabic}/u.test(text)
  const side = isArabic ? `x="${width - 110}" direction="rtl"` : 'x="110"'
  const rows = wrapped(text, 62).map((line, at) => `<text ${side} y="${160 + at * 46}" font-size="26">${line}</text>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${white}"/><g font-family="DejaVu Sans, Liberation Sans, Arial" fill="#1b1b1b">${rows.join('')}</g></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** A text in lines of so many signs. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
