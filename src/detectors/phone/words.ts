import type { Words } from '../engine/lexicon.ts'
import { listed } from '../engine/lexicon.ts'

/** Labels of telephone and fax numbers, and words of calling and writing to one. */
export const phoneWords: Words = Object.freeze({
  phone: listed(`
    tel, tél, téléphone, telephone, phone, phone no, phone number, telephone number, contact number, mobile, mobile
    phone, mob, cell, cell phone, cellphone, fax, télécopie, telefax, portable, gsm, n° de téléphone, numéro de
    téléphone, n° tél, numéro de bureau, ligne téléphonique, standard, whatsapp, secrétariat, joignable, joignables,
    joignable au, faxer, faxée, faxés, faxé, faxez, appeler, appelez, rappeler, contacter, numéro suivant, desk,
    office, home, work, landline, hotline, call, dial, telefon, telefonnummer, tel.-nr, rufnummer, handy,
    handynummer, mobil, mobilnummer, faxnummer, anruf, durchwahl, teléfono, tfno, tlf, tlfno, telf, móvil, celular,
    telefono, cellulare, recapito, telefone, telemóvel, tlm, contacto, telefoon, telefoonnummer, mobiel, mobiele,
    gsm nummer, هاتف, الهاتف, رقم الهاتف, جوال, الجوال, رقم الجوال, موبايل, فاكس, تلفون, محمول
  `),
  'phone-near': listed(`
    answering, answer, reach me, reach us, call me, calls, called, calling, texted, text me, message, messages, sms,
    voicemail, registered, ring, contact, contacts, coordonnées, appel, appels, répondeur, numéro, number, nummer,
    número, numero, contacter, llamar, llame, chiamare, ligar, bellen, اتصل
  `),
})
