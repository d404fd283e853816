/** Small words that sentences and lines begin with, by language. */
const split = (text: string): readonly string[] => text.trim().split(/\s+/)

export const functionWords: Readonly<Record<string, readonly string[]>> = {
  en: split(
    `a an the this that these those it its he she they we you i my your his her our their one two three some any all both each every no none many much few several most other another such what which who whose whom where when why how if then than because although though while until since after before during between among under over above below about against without within through with from into onto upon for by at in on of to as and or but nor so yet not also only even just still already again once here there now today yesterday tomorrow always never often sometimes maybe perhaps please thanks yes no ok okay well is are was were be been being am do does did done has have had having can could will would shall should may might must let make made take took get got give gave go went come came see saw say said know knew think thought find found use used work worked helped increased managed developed created led built designed improved reduced provided supported planned organized coordinated trained analyzed reviewed maintained implemented performed assisted based given according despite instead however moreover therefore furthermore meanwhile finally first second third next last new old good bad great high low long short`,
  ),
  fr: split(
    `le la les un une des du de d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se lui y en qui que quoi dont où quand comment pourquoi si car mais ou et donc or ni ne pas plus moins très trop peu beaucoup tout toute tous toutes aucun aucune chaque quelques plusieurs autre autres même après avant pendant depuis jusque entre sous sur dans par pour sans avec contre chez vers selon malgré afin ainsi alors aussi encore déjà toujours jamais souvent parfois ici là hier demain est sont était étaient être été a ont avait avoir eu fait faire peut doit va vient voir prévoir réaliser planifier prendre noter imprimé signé validé relu réalisé pratiqué effectué retour absence présence prochaine dernier première deuxième bilan examen devant suite cela ceci celui celle oui non merci bonjour`,
  ),
  es: split(
    `el la los las un una unos unas lo al del de este esta estos estas ese esa aquel mi tu su sus nuestro nuestra yo tú él ella usted nosotros ellos ellas me te se le les que quien cual donde cuando cómo porqué si pero o y e ni no sí más menos muy mucho poco todo toda todos todas ningún ninguna cada algunos varios otro otra otros mismo tras ante bajo con contra desde durante en entre hacia hasta para por según sin sobre mediante dado dada debido aunque además asimismo así entonces también tampoco ya aún siempre nunca hoy ayer mañana es son era eran ser sido fue fueron ha han había tiene tenía hay hace puede debe se como destaca deformaba presenta presentaba refiere acude ingresa realiza solicita inicia observa aprecia muestra recibía recibe posteriormente finalmente actualmente inicialmente previamente`,
  ),
  de: split(
    `der die das den dem des ein eine einen einem einer eines dieser diese dieses jener mein dein sein ihr unser euer ich du er sie es wir mich dich sich uns ihnen wer was welche wo wann wie warum wenn ob aber oder und denn weil dass nicht kein keine mehr weniger sehr viel wenig alle alles beide jeder jede einige mehrere andere auch nur schon noch immer nie oft hier dort heute gestern morgen nach vor während seit bis zwischen unter über auf in an am im zum zur mit ohne gegen bei von aus für durch um laut trotz ist sind war waren sein hat haben hatte wird werden wurde kann muss soll darf bitte danke ja nein zunächst danach anschließend außerdem jedoch daher deshalb zudem bislang aktuell`,
  ),
  it: split(
    `il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle questo questa questi quello quella mio tuo suo nostro vostro loro io tu lui lei noi voi mi ti si ci vi che chi cui dove quando come perché se ma o e né non sì più meno molto poco tutto tutta tutti ogni alcuni altri stesso dopo prima durante da di in con su per tra fra senza contro secondo verso è sono era erano essere stato ha hanno aveva può deve fa inoltre tuttavia infine quindi allora anche ancora già sempre mai oggi ieri domani qui`,
  ),
  pt: split(
    `o a os as um uma uns umas do da dos das ao aos no na nos nas este esta esse essa aquele meu teu seu sua nosso eu tu ele ela nós eles elas me te se lhe que quem qual onde quando como porque se mas ou e nem não sim mais menos muito pouco todo toda todos cada alguns outros mesmo após antes durante desde até entre sob sobre em com sem contra para por segundo é são era eram ser foi foram tem têm tinha há pode deve além então também ainda já sempre nunca hoje ontem amanhã aqui`,
  ),
  nl: split(
    `de het een dit dat deze die mijn jouw zijn haar ons onze hun ik jij je hij zij ze wij we jullie u mij hem wie wat welke waar wanneer hoe waarom als of maar en want omdat niet geen meer minder zeer veel weinig alle alles beide elke enkele andere ook nog al altijd nooit vaak hier daar vandaag gisteren morgen na voor tijdens sinds tot tussen onder over op in aan met zonder tegen bij van uit door om volgens is zijn was waren heeft hebben had wordt worden werd kan moet mag bovendien echter daarom`,
  ),
  ar: split('في من على إلى عن مع هذا هذه ذلك كان كانت قد تم لم لا نعم ثم أو و بعد قبل عند كل'),
}

/** Words of medicine and laboratories, capitals as they are written. */
export const clinicalWords: readonly string[] =
  split(`ANA ANCA ELISA PCR TAC RMN IRM ECG EKG EEG MRI CT TSH ALAT ASAT GGT LDH CRP VIH HIV VHB VHC CMV EBV VEB IgG IgM IgA Hb VSG VCM TA FC SpO2 BMI IMC INR TP HDL LDL HbA1c NK CD4 CD20 T3N0M0 TNM ECOG AJCC WHO OMS UCI UTI USIC SAMU PTH PTG AVC BPCO HTA DNID FEVG ETT Rx UI GPL MPL mmol
Hemoglobina Leucocitos Plaquetas Creatinina Glucosa Sodio Potasio Bilirrubina Serología Hemograma Bioquímica Gasometría Colonoscopia Ecografía Radiografía Resonancia Biopsia Anticuerpos Factor Ferritine Albumine Bilirubine Leucocytes Plaquettes Glycémie Ionogramme Sérologie Prothèse Biopsie Scanner Échographie Ponction Fonction Ventriculaire Gauche Droite Moteur Cheville Jambe Bras Poignet Tibialis Ulnaire Cortisol Aldosterone
Granzyme Perforin Staphylococcus Streptococcus Salmonella Borrelia Rickettsia Toxoplasma Escherichia Candida Herpes Varicella Helicobacter Pseudomonas Klebsiella Infliximab Adalimumab Rituximab Mitomycin Cisplatin Euthyrox Lucentis Stelara Prednisone Heparin Enoxaparina Polaramine Dexametasona Omeprazol Ibuprofen Augmentin Hemoglobin Glucose Sodium Potassium Creatinine Platelets Bilirubin Albumin Hematocrit Neutrophils
Leukozyten Thrombozyten Kreatinin Hämoglobin Befund Labor Röntgen Sonographie Emoglobina Piastrine Creatinina Ecografia Radiografia Leucócitos Hemoglobine Trombocyten`)
/** People that diseases, signs, tests and operations are named after; no findings. */
export const eponyms: readonly string[] = split(
  `Barrett Bowman Vincent Ludwig Millin Roux Dukes Marsh Murphy Mantoux Epstein-Barr Gleason Apgar Glasgow Rankin Karnofsky Breslow Clark Child-Pugh Fallot Billroth Whipple Hartmann Foley Trendelenburg Doppler Valsalva Babinski Romberg Lasègue Kernig Brudzinski Sjögren Wegener Behçet Hashimoto Basedow Graves Cushing Addison Conn Paget Bowen Kaposi Ewing Wilms Burkitt Hodgkin Waldenström Gram Giemsa Ziehl-Neelsen Papanicolaou Coombs Rhesus Schirmer Snellen Weber Rinne Gustilo Garden Weber Salter-Harris Dupuytren Colles Baker Achilles Meckel Crohn Parkinson Alzheimer Huntington Tourette Asperger Down Turner Klinefelter Marfan Raynaud Bell Ménière Wernicke Korsakoff Guillain-Barré Lewy Charcot Creutzfeldt-Jakob Horton Kawasaki Lyme Chagas Hansen`,
)
export const eponymLabels: readonly string[] = [
  'maladie de',
  'syndrome de',
  'signe de',
  'score de',
  'test de',
  'échelle de',
  'classification de',
  'enfermedad de',
  'síndrome de',
  'signo de',
  'esófago de',
  'cápsula de',
  'técnica de',
  'escala de',
  'test de',
  'angina de',
  'índice de',
  'morbo di',
  'sindrome di',
  'segno di',
  'Morbus',
  'Zeichen nach',
  'Klassifikation nach',
  'doença de',
  'sinal de',
  'ziekte van',
  'teken van',
  'stage',
  'grade',
  'type',
  'Y de',
  'sonde de',
  'tendon d’',
  'virus de',
]
export const eponymHeads: readonly string[] = [
  'disease',
  'syndrome',
  'sign',
  'score',
  'test',
  'scale',
  'esophagus',
  'lymphoma',
  'sarcoma',
  'stain',
  'procedure',
  'classification',
  'phenomenon',
  'palsy',
  'catheter',
  'tumor',
  'tendon',
  'capsule',
  'virus',
  'criteria',
  'grade II',
  'maneuver',
]
