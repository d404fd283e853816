import type { About, Block } from './blocks.ts'
import { asText } from './blocks.ts'
import { encode, withCrLf } from './charset.ts'
import type { Clinic } from './clinics.ts'
import { makeDocx } from './docx.ts'
import { makeHtml } from './html.ts'
import { makeMail } from './mail.ts'
import { td1 } from './mrz.ts'
import { docxType } from './nice/head.ts'
import { localDate } from './people.ts'
import { allLater, type Notes, notes, type SampleFile, sample } from './truth.ts'
import { addressLines, money, nameOnly, plain, reckon, type World } from './world.ts'

const nouras = 'dubai/المرضى/ملف 2217 نورة'
const khaleds = 'dubai/المرضى/ملف 2230'

/** Two patients of an Arabic practice. PDF is left out: it would need a font of its own. */
export function dubaiFiles(world: World): SampleFile[] {
  return [invoice(world), plan(world), report(world), consent(world), prescription(world), identity(world), mail(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.dubai
  return { title, author: doctor, company: name, created, color, language: 'ar', rightToLeft: true }
}

function head(page: Notes, clinic: Clinic): Block {
  return {
    letterhead: [
      clinic.name,
      `${clinic.street}، ${clinic.town}`,
      `هاتف: ${page.is('PHONE_NUMBER', clinic.phone)} – ${page.is('EMAIL_ADDRESS', clinic.email)} – ${page.is('URL', clinic.web)}`,
      `الرقم الضريبي: ${clinic.ids.TRN}`,
    ],
  }
}

function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}

function invoice(world: World): SampleFile {
  const { dubai } = world.clinics
  const { noura } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['حقن الفيلر للشفاه – محقنة واحدة', 1, 180_000],
      ['حقن البوتوكس للجبهة وحول العينين', 1, 140_000],
      ['جلسة ليزر لإزالة التصبغات', 3, 65_000],
      ['كشفية استشارية', 1, 30_000],
    ],
    money.ar,
    5,
  )
  const blocks: Block[] = [
    head(page, dubai),
    { to: addressLines(page, noura, 'السيدة ') },
    { title: 'فاتورة ضريبية' },
    {
      pairs: [
        ['رقم الفاتورة', page.field('invoice.number', 'INV-2019-0461')],
        ['تاريخ الفاتورة', page.field('invoice.date', '2019-09-30', '30/09/2019')],
        ['اسم المريضة', page.field('patient.name', noura.name)],
        ['رقم الملف', page.field('patient.number', page.is('PATIENT_ID', noura.patientNumber))],
        [
          'تاريخ الميلاد',
          page.field('patient.birth_date', noura.birth, page.is('DATE_OF_BIRTH', localDate(noura.birth, '/'))),
        ],
        ['رقم الهاتف', page.is('PHONE_NUMBER', noura.phone)],
        ['الطبيبة المعالجة', doctor(page, dubai.doctor)],
      ],
    },
    { head: ['البيان', 'الكمية', 'سعر الوحدة', 'المبلغ'], rows },
    {
      totals: [
        ['المجموع', money.ar(net)],
        ['ضريبة القيمة المضافة 5%', page.field('invoice.tax', plain(tax), money.ar(tax))],
        ['الإجمالي المستحق', page.field('invoice.total', plain(total), money.ar(total))],
      ],
    },
    {
      text: `يرجى السداد خلال 14 يومًا بتحويل مصرفي إلى الحساب رقم ${page.field('invoice.iban', page.is('IBAN_CODE', dubai.iban))}. شكرًا لثقتكم بعيادتنا.`,
    },
  ]
  page.field('invoice.currency', 'AED')
  page.field('invoice.issuer', dubai.name)
  const told = { kind: 'invoice', medium: 'document', mediaType: 'text/html', language: 'ar' } as const
  return sample(
    `${nouras}/فاتورة.html`,
    Buffer.from(makeHtml(about(world, 'فاتورة ضريبية', '2019-09-30T10:00:00Z'), blocks)),
    told,
    page,
  )
}

function plan(world: World): SampleFile {
  const { dubai } = world.clinics
  const { noura } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['تجميل الأنف بالموجات فوق الصوتية – أتعاب الجراحة', 1, 1_800_000],
      ['التخدير العام وغرفة العمليات', 1, 650_000],
      ['إقامة ليلة واحدة', 1, 220_000],
      ['جلسات متابعة بعد العملية', 4, 0],
    ],
    money.ar,
    0,
  )
  const blocks: Block[] = [
    head(page, dubai),
    { title: 'خطة علاج وعرض سعر' },
    {
      pairs: [
        ['اسم المريضة', page.field('patient.name', page.is('PERSON', noura.name))],
        ['تاريخ الميلاد', page.is('DATE_OF_BIRTH', localDate(noura.birth, '/'))],
        ['رقم الهوية', page.is('AE_EMIRATES_ID', noura.ids.AE_EMIRATES_ID ?? '')],
        ['البريد الإلكتروني', page.is('EMAIL_ADDRESS', noura.email)],
        ['الطبيبة', page.field('treatment.practitioner', dubai.doctor, doctor(page, dubai.doctor))],
        ['التاريخ', page.field('treatment.date', '2019-10-06', '06/10/2019')],
        ['صلاحية العرض', '30 يومًا'],
      ],
    },
    { heading: 'الإجراء المقترح' },
    {
      text: 'تجميل الأنف مع تصحيح انحراف الحاجز الأنفي تحت التخدير العام. مدة العملية ساعتان تقريبًا، وفترة النقاهة عشرة أيام. تُزال الجبيرة في اليوم السابع.',
    },
    { head: ['البند', 'العدد', 'السعر', 'الإجمالي'], rows },
    { totals: [['التكلفة الإجمالية التقديرية', page.field('treatment.total', plain(total), money.ar(total))]] },
    { heading: 'مراحل العلاج' },
    {
      list: [
        'الجلسة الأولى: فحوصات الدم والتصوير المقطعي',
        'الجلسة الثانية: استشارة التخدير وتوقيع الموافقة',
        'العملية الجراحية',
        'جلسات المتابعة: بعد أسبوع، شهر، ثلاثة أشهر، سنة',
      ],
    },
    { text: 'أوافق على خطة العلاج والتكلفة المذكورة أعلاه. التوقيع: ........................' },
  ]
  page.later('MEDICAL_PROCEDURE', 'تجميل الأنف')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: docxType, language: 'ar' } as const
  return sample(
    `${nouras}/خطة علاج.docx`,
    makeDocx(about(world, 'خطة علاج', '2019-10-06T08:30:00Z'), blocks),
    told,
    page,
  )
}

function report(world: World): SampleFile {
  const { dubai } = world.clinics
  const { noura } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, dubai),
    { title: 'تقرير طبي' },
    {
      pairs: [
        ['اسم المريضة', page.field('patient.name', page.is('PERSON', noura.name))],
        ['رقم الملف', page.field('patient.number', page.is('PATIENT_ID', noura.patientNumber))],
        ['تاريخ الميلاد', page.is('DATE_OF_BIRTH', localDate(noura.birth, '/'))],
        ['تاريخ الزيارة', page.field('report.date', '2019-09-29', '29/09/2019')],
        ['الطبيبة', page.field('report.author', dubai.doctor, doctor(page, dubai.doctor))],
      ],
    },
    { heading: 'الشكوى الرئيسية' },
    { text: 'صعوبة في التنفس من فتحة الأنف اليسرى منذ الطفولة، مع رغبة في تحسين شكل الأنف.' },
    { heading: 'التاريخ المرضي' },
    {
      text: 'السكري من النوع الثاني منذ عام 2016، تتناول ميتفورمين 850 ملغ مرتين يوميًا. حساسية من البنسلين. عملية قيصرية عام 2014. لا تدخن.',
    },
    { heading: 'الفحص السريري' },
    {
      text: 'انحراف الحاجز الأنفي إلى اليسار مع تضخم القرينات السفلية. حدبة عظمية غضروفية ظاهرة في الظهر الأنفي. ضغط الدم 128/82، النبض 76.',
    },
    { heading: 'التشخيص والتوصيات' },
    {
      text: `التشخيص: ${page.later('DIAGNOSIS', 'انحراف الحاجز الأنفي')} (J34.2). يوصى بإجراء عملية تجميل الأنف مع رأب الحاجز بعد ضبط مستوى السكر (السكر التراكمي 8.1٪). إعادة التحليل بعد شهر.`,
    },
    { sign: [dubai.doctor, 'أخصائية جراحة التجميل'] },
  ]
  page.later('MEDICATION', 'ميتفورمين')
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'text/plain', language: 'ar' } as const
  return sample(`${nouras}/تقرير طبي.txt`, Buffer.from(asText(blocks)), told, page)
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
  return sample(`${khaleds}/موافقة.docx`, makeDocx(about(world, 'موافقة', '2019-10-14T09:00:00Z'), blocks), told, page)
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
  return sample(`${khaleds}/وصفة طبية.txt`, encode(withCrLf(text), 'windows-1256'), told, page)
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
  for (const line of lines) page.later('MRZ', line)
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
  return sample(`${khaleds}/هوية.txt`, Buffer.from(text), told, page)
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
