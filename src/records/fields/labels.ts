import type { Hit } from '../signals.ts'
import type { FieldReader } from './reader.ts'

/** Labels of fields that decide no kind, in the words of many languages; each stands before its value. */
export const labels = Object.freeze({
  insuranceNumber:
    /n[°ºo.] ?(?:de )?(?:sécurité sociale|s[ée]cu\b|assuré|adhérent)|numéro (?:de )?(?:sécurité sociale|d['’]assuré|d['’]adhérent)|\bNIR\b|\b(?:insurance|policy|member|subscriber|medicare|nhs) (?:no|number|num|id)\b\.?|versicherten-?(?:nummer|nr)\b\.?|versicherungs-?(?:nummer|nr)\b\.?|krankenversichertennummer|\bKVNR\b|número de (?:afiliación|seguridad social|póliza|asegurado)|n[.º°] ?(?:ss|póliza)\b|\bNU?A?SS\b|numero (?:di )?(?:polizza|tessera sanitaria)|tessera sanitaria n\b\.?|n[.º°] ?(?:de )?(?:beneficiário|utente|apólice|segurança social)|número (?:de |do )?(?:beneficiário|utente|apólice)|\bcarteirinha\b|polisnummer|verzekerden?-?nummer|relatienummer|رقم (?:التأمين|الوثيقة|البوليصة|العضوية|بطاقة التأمين)/giu,
  validity:
    /(?:devis |offre )?valable (?:jusqu['’]au|pendant|pour)|(?:durée|date) de validité|\bvalidité\b|(?:quote |offer |estimate )?valid (?:until|till|through|for|to)|\bvalidity\b|offer expires|gültig(?:keit)? ?(?:bis|für|sdauer)?\b|gilt bis|válid[oa] (?:hasta|por|até|durante)|\bvalidez\b|\bvigencia\b|valid[oa] (?:fino al?|per)|\bvalidità\b|\bvalidade\b|geldig(?:heid)?(?:sduur)? ?(?:tot|gedurende)?(?: en met)?|صالح(?:ة)? (?:حتى|لمدة|لغاية)|مدة الصلاحية|صلاحية العرض/giu,
  diagnosis:
    /\b(?:diagnostics?|diagnos[ei]s|diagnoses?|diagnosen?|diagnósticos?|diagnosi|hoofddiagnose|hauptdiagnose|impression)\b(?: (?:principal|retenu|final|finale|primary|working|principale|clinique|clinical))?|التشخيص/giu,
  inclusive: /\btotal[^\n\d]{0,14}\binc(?:l|lusive|luding)?\b[^\n\d]{0,16}/giu,
  booking:
    /\b(?:booking|reservation|confirmation|transaction|order|ticket) (?:id|no|number|ref(?:erence)?)\b\.?|n[°º] (?:de )?(?:réservation|commande|dossier)\b|numéro de (?:réservation|commande)\b|(?:buchungs|bestell|vorgangs|auftrags)-?(?:nummer|nr)\b\.?|n[.º°] (?:de )?(?:reserva|pedido|encomenda)\b|numero (?:di )?(?:prenotazione|ordine)\b|(?:boekings|bestel|order)nummer\b|رقم الحجز|رقم الطلب/giu,
} as const)

/** Labels of one sort that are looked for in one text. */
const mostLabels = 12

/** The places of a text where a label stands, in its order. */
export function labelsOf(reader: FieldReader, name: keyof typeof labels): readonly Hit[] {
  const found: Hit[] = []
  const pattern = labels[name]
  pattern.lastIndex = 0
  for (let match = pattern.exec(reader.text); match && found.length < mostLabels; match = pattern.exec(reader.text)) {
    const start = match.index
    found.push({ features: [], term: name, start, end: start + match[0].length })
  }
  return found
}
