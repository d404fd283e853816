import type { Block } from '../blocks.ts'
import { encode, withCrLf } from '../charset.ts'
import { makeDocx } from '../docx.ts'
import { makeMail } from '../mail.ts'
import { td1 } from '../mrz.ts'
import { docxType } from '../nice/head.ts'
import { localDate } from '../people.ts'
import { allLater, notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'dubai/المرضى/ملف 2230'

/** Consent, prescription in Windows-1256, an identity card typed off, a mail in base64. */
export function khaledFiles(world: World): SampleFile[] {
  return [consent(world), prescription(world), identity(world), mail(world)]
}

function consent(world: World): SampleFile {
  const { dubai } = world.clinics
  const { khaled } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, dubai),
    { title: 'نموذج موافقة مستنيرة على إجراء طبي' },
    {
      text: `أنا الموقّع أدناه ${page.field('patient.name', page.is('PERSON', khaled.name))}، المولود بتاريخ ${page.is('DATE_OF_BIRTH', localDate(khaled.birth, '/'))}، حامل بطاقة الهوية رقم ${page.is('AE_EMIRATES_ID', khaled.ids.AE_EMIRATES_ID ?? '')}، أقرّ بأن ${doctor(page, dubai.second)} قد شرح لي عملية زراعة الشعر وفوائدها ومخاطرها وبدائلها بلغة أفهمها.`,
    },
    {
      list: [
        'أفهم أن المضاعفات المحتملة تشمل النزف والالتهاب والتورم وعدم نمو بعض البصيلات.',
        'أتيحت لي الفرصة لطرح الأسئلة وتلقيت إجابات كافية.',
        'أوافق على التخدير الموضعي وعلى التقاط صور طبية تُحفظ في ملفي فقط.',
        'يحق لي سحب هذه الموافقة في أي وقت قبل بدء الإجراء.',
      ],
    },
    { text: 'وبناءً عليه أوافق على إجراء العملية.' },
    { sign: ['دبي في 14/10/2019', `توقيع المريض: ${khaled.name}`] },
  ]
  const told = { kind: 'consent_form', medium: 'document', mediaType: docxType, language: 'ar' } as const
  return sample(`${folder}/موافقة.docx`, makeDocx(about(world, 'موافقة', '2019-10-14T09:00:00Z'), blocks), told, page)
}

function prescription(world: World): SampleFile {
  const { dubai } = world.clinics
  const { khaled } = world.people
  const page = notes()
  const text = `${dubai.name}
${doctor(page, dubai.second)} - أخصائي جراحة الفم والأسنان
هاتف: ${page.is('PHONE_NUMBER', dubai.phone)}

وصفة طبية                                   التاريخ: 15/10/2019

اسم المريض: ${page.field('patient.name', page.is('PERSON', khaled.name))}
تاريخ الميلاد: ${page.is('DATE_OF_BIRTH', localDate(khaled.birth, '/'))}
رقم الملف: ${page.is('PATIENT_ID', khaled.patientNumber)}

1- ${page.later('MEDICATION', 'أزيثرومايسين')} 500 ملغ: حبة واحدة يوميا لمدة ثلاثة أيام.
2- باراسيتامول 500 ملغ: حبتان كل ست ساعات عند اللزوم، على ألا تتجاوز ثماني حبات في اليوم.
3- محلول ملحي: رش المنطقة المزروعة كل ساعتين لمدة أربعة أيام.

لا تكرر الوصفة. يمنع التدخين لمدة أسبوعين.

التوقيع والختم: ${dubai.second}
`
  const told = {
    kind: 'prescription',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'ar',
    note: 'Windows-1256, CR LF',
  } as const
  return sample(`${folder}/وصفة طبية.txt`, encode(withCrLf(text), 'windows-1256'), told, page)
}

function identity(world: World): SampleFile {
  const { khaled } = world.people
  const page = notes()
  const number = page.is('AE_EMIRATES_ID', khaled.ids.AE_EMIRATES_ID ?? '')
  const card = world.random.digits('khaled card', 9)
  const lines = td1({
    code: 'IL',
    state: 'ARE',
    nationality: 'ARE',
    number: card,
    optional: number.replaceAll('-', ''),
    family: 'ALHOSANI',
    given: 'KHALED ABDULRAHMAN',
    birth: khaled.birth,
    sex: 'm',
    expires: '2024-03-02',
  })
  page.later('TRAVEL_DOCUMENT_MRZ', lines.join('\n'))
  page.is('PERSON', khaled.name)
  const text = `الإمارات العربية المتحدة – بطاقة الهوية
UNITED ARAB EMIRATES – Resident Identity Card

رقم الهوية / ID Number: ${number}
الاسم: ${khaled.name}
Name: Khaled Abdulrahman Alhosani
تاريخ الميلاد / Date of Birth: ${page.is('DATE_OF_BIRTH', localDate(khaled.birth, '/'))}
الجنسية / Nationality: الإمارات العربية المتحدة
الجنس / Sex: M
تاريخ الانتهاء / Expiry Date: 02/03/2024

${lines.join('\n')}
`
  const told = {
    kind: 'identity_document',
    medium: 'document',
    mediaType: 'text/plain',
    later: ['language'],
    note: 'Arabic and English',
  } as const
  return sample(`${folder}/هوية.txt`, Buffer.from(text), told, page)
}

function mail(world: World): SampleFile {
  const { dubai } = world.clinics
  const { khaled } = world.people
  const body = notes()
  const text = `السلام عليكم،

أرجو تأكيد موعد زراعة الشعر يوم الاثنين 14 أكتوبر. رقم هويتي ${body.is('AE_EMIRATES_ID', khaled.ids.AE_EMIRATES_ID ?? '')} ورقم جوالي ${body.is('PHONE_NUMBER', khaled.phone)}.
للعلم، أتناول دواء الضغط (أملوديبين 5 ملغ) كل صباح، هل أوقفه قبل العملية؟

مع الشكر،
${khaled.name}
`
  const page = notes()
  const bytes = makeMail({
    from: `${body.is('PERSON', khaled.name)} <${page.is('EMAIL_ADDRESS', khaled.email)}>`,
    to: page.is('EMAIL_ADDRESS', dubai.email),
    subject: 'تأكيد موعد زراعة الشعر',
    date: 'Tue, 8 Oct 2019 21:03:47 +0400',
    id: '201910082103.98aKq@bareed.example',
    text,
    as: 'base64',
  })
  const told = {
    kind: 'message',
    medium: 'message',
    mediaType: 'message/rfc822',
    language: 'ar',
    later: ['language', 'coverage'],
    entities: [...page.entities, ...allLater(body.entities)],
    note: 'text and names in base64',
  } as const
  return sample('dubai/البريد/رسالة 1007.eml', bytes, told, page)
}
