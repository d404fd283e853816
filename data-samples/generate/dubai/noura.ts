import type { Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import { makeDocx } from '../docx.ts'
import { makeHtml } from '../html.ts'
import { docxType } from '../nice/head.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'dubai/المرضى/ملف 2217 نورة'

/** Invoice, treatment plan and report of one patient. PDF is left out: it would need a font of its own. */
export function nouraFiles(world: World): SampleFile[] {
  return [invoice(world), plan(world), report(world)]
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
    `${folder}/فاتورة.html`,
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
    `${folder}/خطة علاج.docx`,
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
  return sample(`${folder}/تقرير طبي.txt`, Buffer.from(asText(blocks)), told, page)
}
