import { fold } from '../text/fold.ts'

/** Names and abbreviations of the months, January first; languages mixed, for no name means two months. */
const names = [
  `january jan janvier janv januar jänner enero ene gennaio gen janeiro januari styczeń stycznia leden ledna január tammikuu
  tammikuuta január ianuarie ianuar ocak oca январь января січень січня siječanj siječnja ιανουαρίου يناير كانون جانفي`,
  `february feb fev février févr fevr februar febrero febbraio fevereiro fev februari luty lutego únor února február helmikuu
  helmikuuta februarie şubat şub февраль февраля лютий лютого veljača veljače φεβρουαρίου فبراير شباط فيفري`,
  `march mar mars märz maerz mrz marzo marz março maart mrt marzec marca březen března marec maaliskuu maaliskuuta március martie
  mart март марта березень березня ožujak ožujka μαρτίου مارس آذار`,
  `april apr avril avr abril abr aprile kwiecień kwietnia duben dubna huhtikuu huhtikuuta április aprilie nisan nis апрель апреля
  квітень квітня travanj travnja απριλίου أبريل ابريل نيسان أفريل`,
  `may mai mayo maggio mag maio mei maj maja květen května máj mája toukokuu toukokuuta május mayıs may май мая травень травня
  svibanj svibnja μαΐου مايو أيار ماي`,
  `june jun juin juni junio giugno giu junho czerwiec czerwca červen června jún júna kesäkuu kesäkuuta június iunie iun haziran haz
  июнь июня червень червня lipanj lipnja ιουνίου يونيو حزيران جوان`,
  `july jul juillet juil juli julio luglio lug julho lipiec lipca červenec července júl júla heinäkuu heinäkuuta július iulie iul
  temmuz tem июль июля липень липня srpanj srpnja ιουλίου يوليو تموز جويلية`,
  `august aug août aout agosto ago augustus sierpień sierpnia srpen srpna elokuu elokuuta augusztus ağustos ağu август августа серпень
  серпня kolovoz kolovoza αυγούστου أغسطس اغسطس آب أوت`,
  `september sep sept septembre septiembre settembre setembro set wrzesień września září syyskuu syyskuuta szeptember septembrie
  eylül eyl сентябрь сентября вересень вересня rujan rujna σεπτεμβρίου سبتمبر أيلول`,
  `october oct octobre oktober okt octubre ottobre ott outubro out październik października říjen října október lokakuu lokakuuta
  octombrie ekim eki октябрь октября жовтень жовтня listopad listopada οκτωβρίου أكتوبر اكتوبر`,
  `november nov novembre noviembre novembro listopadu listopada marraskuu marraskuuta noiembrie kasım kas ноябрь ноября листопад
  листопада studeni studenoga νοεμβρίου نوفمبر`,
  `december dec décembre déc dezember dez diciembre dic dicembre dezembro grudzień grudnia prosinec prosince joulukuu joulukuuta
  decembrie aralık ara декабрь декабря грудень грудня prosinac prosinca δεκεμβρίου ديسمبر`,
] as const

const months = new Map<string, number>()
for (const [index, list] of names.entries()) {
  for (const name of list.split(/\s+/)) if (!months.has(fold(name))) months.set(fold(name), index + 1)
}
// Dutch and German cards abbreviate to three letters what would not begin so elsewhere.
months.set('maa', 3)
months.set('mae', 3)

/** 1 … 12 for a month's name or abbreviation in lower case without accents; 0 where it is none. */
export function monthOf(folded: string): number {
  return months.get(folded) ?? 0
}
