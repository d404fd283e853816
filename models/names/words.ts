/** Words for the word list and for filling templates. Written by hand; folded before they are compared. */
const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

export const streetWords = list(`
street, st, avenue, ave, road, rd, lane, ln, drive, dr, boulevard, blvd, court, ct, place, pl, square, sq, terrace, way, highway, hwy, parkway, pkwy, alley, close,
crescent, gardens, grove, mews, hill, row, walk, wharf, circle, cir, trail, loop, plaza, mall, pike, turnpike, quay, rue, boulevard, bd, allée, allee, chemin, impasse, quai, cours, route,
passage, sentier, faubourg, lotissement, hameau, montée, esplanade, promenade, calle, c, avda, avenida, paseo, plaza, pza, plza, camino, ctra, carretera, ronda, travesía, glorieta, rambla, urbanización,
polígono, pasaje, callejón, cuesta, via, viale, piazza, piazzale, corso, vicolo, largo, strada, contrada, lungomare, rua, travessa, praça, alameda, estrada, rodovia, beco, quadra, viela, strasse, straße, str, weg, platz, gasse, ring, ufer, damm,
straat, laan, plein, gracht, kade, dijk, singel, ulica, ul, aleja, al, aleje, osiedle, os, plac, ulice, náměstí, utca, út, útja, tér, körút, sokak, sokağı, cadde, caddesi, mahallesi, mah, gade, vej, vei, veien, gata, gatan, vägen, katu, tie, jalan, jl,
ulitsa, prospekt, bulvar, strada, bulevardul, soseaua, odos, leoforos, شارع, طريق, حي, زقاق, نهج, ميدان, ساحة
`)
export const streetEndings = list(`
straße, strasse, str, gasse, weg, platz, allee, ring, ufer, damm, straat, laan, plein, gracht, kade, dijk, singel, gatan, gata, vägen, gränd, torget, gade, vej, vejen, stræde, vei, veien, katu, tie, kuja, polku, stræti, götu, vegur, utca
`)
export const honorifics = list(`
mr, mrs, ms, miss, mx, dr, prof, professor, doctor, sir, madam, lady, lord, rev, m, mm, mme, mmes, mlle, melle, monsieur, madame, mademoiselle, docteur, docteure, pr, professeur, maître, me, herr, herrn, frau, sr, sra, srta, don, doña, dña, señor, señora, señorita, dra,
sig, signor, signora, dott, dottor, dottoressa, avv, ing, senhor, senhora, dona, doutor, doutora, exmo, exma, dhr, mevr, mevrouw, meneer, mw, drs, hr, fru, pan, pani, السيد, السيدة, الآنسة, الدكتور, الدكتورة, دكتور, الأستاذ, الأستاذة, الشيخ, الحاج
`)
export const kin = list(`
wife, husband, son, daughter, mother, father, brother, sister, uncle, aunt, cousin, grandmother, grandfather, partner, niece, nephew, guardian, femme, mari, époux, épouse, fils, fille, mère, père, frère, sœur, soeur, oncle, tante, conjoint, conjointe, compagne, mujer, esposa, marido, esposo, hijo, hija, madre, padre, hermano, hermana, tío, tía,
ehefrau, ehemann, mann, sohn, tochter, mutter, vater, bruder, schwester, onkel, moglie, marito, figlio, figlia, fratello, sorella, zio, zia, filho, filha, mãe, pai, irmão, irmã, vrouw, man, zoon, dochter, moeder, vader, broer, zus, زوجته, زوجها, ابنه, ابنته, والدته, والده
`)
export const roles = list(`
doctor, nurse, surgeon, dentist, physician, therapist, manager, director, president, secretary, actor, actress, singer, songwriter, author, writer, coach, captain, judge, lawyer, attorney, teacher, engineer, senator, minister, mayor, king, queen, prince, princess, detective, sergeant, officer, striker, goalkeeper, founder, ceo, cfo, assistant, clerk,
médecin, infirmier, infirmière, chirurgien, chirurgienne, anesthésiste, dentiste, interne, externe, secrétaire, directeur, directrice, gérant, gérante, avocat, avocate, notaire, maire, chanteur, chanteuse, acteur, actrice, auteur, écrivain, président, ministre, médico, médica, enfermera, enfermero, cirujano, abogado, abogada, profesor, profesora, alcalde,
director, directora, cantante, arzt, ärztin, chefarzt, oberarzt, hausarzt, zahnarzt, anwalt, anwältin, lehrer, lehrerin, geschäftsführer, minister, sänger, bürgermeister, medico, infermiere, avvocato, professoressa, sindaco, cantante, ministro, enfermeiro, advogado, professor, jogador, arts, huisarts, chirurg, advocaat, zanger
`)
export const jobs = list(`
nurse, software engineer, staff development specialist, echocardiographer, teacher, accountant, sales manager, general manager, legal assistant, cook, taxi driver, bus driver, electrician, consultant, project manager, office clerk, dental hygienist, physical therapist, pharmacist, journalist, architect, plumber, carpenter, bookkeeper, receptionist, research assistant, web designer,
Marketing Director, Senior Developer, Head of Operations, Chief Executive Officer, Data Analyst, Human Resources Manager, Sales Representative, Customer Service Agent, Registered Nurse, Team Lead
`)
export const organizationWords = list(`
hospital, clinic, hôpital, hopital, hop, clinique, chu, chr, chru, chg, ch, ehpad, centre, center, centro, clínica, clinica, klinik, klinikum, krankenhaus, universitätsklinikum, ospedale, policlinico, ziekenhuis, umc, university, université, universidad, universität, università, universidade, institut, institute, instituto, istituto, fundación, foundation, fondation, college, school, bank, banque, banco,
inc, ltd, llc, llp, plc, corp, corporation, company, co, group, holdings, gmbh, ag, kg, ohg, ug, sa, sas, sarl, eurl, sl, slu, spa, srl, snc, lda, ltda, bv, nv, ab, oy, as, aps, and sons, associates, partners, industries, services, solutions, systems, technologies, société, compagnie, praxis, apotheke, pharmacie, farmacia, laboratoire, laboratorio, مستشفى, جامعة, شركة, وزارة
`)
export const labels = list(`
name, names, surname, firstname, lastname, first, last, full, patient, patiente, paciente, paziente, patiënt, utente, nom, prénom, prenom, nombre, apellidos, apellido, vorname, nachname, cognome, nome, apelido, naam, voornaam, achternaam, address, adresse, dirección, domicilio, anschrift, indirizzo, morada, endereço, adres, attn, author, auteur, autor, contact, client, customer, employee, signature, signed, signé, firmado, unterschrift, firma, assinatura,
titulaire, titular, intestatario, kontoinhaber, holder, cardholder, insured, assuré, plaintiff, defendant, tenant, landlord, witness, from, to, cc, de, à, von, an, da, van, aan, physician, attending, provider, médecin, médico, medico, arzt, responsable, remitido, الاسم, المريض, المريضة, اسم, العنوان, الطبيب
`)
export const particles = list(`
de, la, le, du, des, del, della, di, da, das, dos, do, van, von, der, den, ter, ten, te, zu, zum, zur, af, av, el, al, bin, ben, bint, ibn, abu, abd, y, e, i, d, l, o, mac, las, los, st, san, ould, ait, bou
`)
export const diseases = list(`
Parkinson's disease, Alzheimer's disease, Crohn's disease, Hodgkin lymphoma, Down syndrome, Cushing's syndrome, Addison's disease, Graves' disease, Bell's palsy, Raynaud's phenomenon, Barrett's esophagus, Kaposi sarcoma, asthma, type 2 diabetes, hypertension, pneumonia, atrial fibrillation, breast cancer, COPD, COVID-19, Lyme disease, Ewing sarcoma, Wilms tumor, maladie de Crohn, hypertension artérielle, diabète,
fibrillation auriculaire, cancer du sein, BPCO, embolie pulmonaire, hipertensión arterial, diabetes mellitus, neumonía, enfermedad de Chagas, Morbus Crohn, Vorhofflimmern, Bluthochdruck, ipertensione, diabete, pneumonia, AVC, insuficiência cardíaca, hartfalen
`)
export const departments = list(`
Cardiology, Radiology, Neurology, Surgery, Internal Medicine, Human Resources, Finance, Marketing, Sales, Engineering, Public Health, Education, Justice, Foreign Affairs, Pediatrics, Oncology, Cardiologie, Radiologie, Neurologie, Chirurgie, Médecine Interne, Gériatrie, Rhumatologie, Dermatologie, Pédiatrie, Urgences, Réanimation, Urología, Cirugía, Medicina Interna, Pediatría, Oftalmología, Neumología,
Dermatología, Kardiologie, Innere Medizin, Unfallchirurgie, Gynäkologie, Cardiologia, Chirurgia, Medicina, Ortopedia, Pediatria, Cardiologie, Heelkunde
`)
export const hospitalsFirst = list(
  `Hôpital, CHU de, CHU, Centre hospitalier de, Centre Hospitalier, Hôpital Saint, Clinique, Clinique du, Institut, CH de, CHR de, Hôpital de la, Hospital, Hospital Universitario, Hospital General de, Hospital Clínico, Hospital de, Clínica, Centro de Salud, Instituto, Complejo Hospitalario, Ospedale, Policlinico, Ospedale San, Azienda Ospedaliera, Klinikum, Universitätsklinikum, Krankenhaus, St. Marien Hospital, Hospital de São, Centro Hospitalar de, Clínica, UMC, Ziekenhuis`,
)
export const hospitalsLast = list(
  `Hospital, General Hospital, University Hospital, Medical Center, Clinic, Memorial Hospital, Children's Hospital, Health Center, Dental Clinic, Community Hospital, Klinik, Ziekenhuis`,
)
export const hospitalNames = list(
  `Saint-Louis, Saint-Antoine, la Croix-Verte, Nord, Bel-Air, Val de Loire, Européen, du Parc, des Lilas, Louis Pasteur, Jean Moulin, Marie Curie, La Paz, San Carlos, Virgen del Mar, Santa Ana, del Norte, Gran Vía, San Raffaele, Santa Maria, Careggi, Sankt Georg, Rechts der Isar, Mercy, Grace, St. Mary, Lakeside, Northwest, Mount Hope, Westfriesland, la Colline, Sainte-Anne, St Joseph, Notre Dame, de la Source`,
)
export const headings = list(`
Terms and Conditions, Order Confirmation, Annual Report, Privacy Policy, Table of Contents, Getting Started, Payment Details, Quarterly Results, User Guide, Meeting Notes, Civil Rights, Chemical Properties, Project Plan, Guilty Pleasures, Blood Pressure, Physical Examination, Past Medical History, Discharge Summary, Informed Consent, Medical Record, Treatment Plan, Clinical Notes, Family History, Social Security, Health Insurance,
Tax Invoice, Purchase Order, Delivery Note, Bank Details, Price List, Customer Service, Frequently Asked Questions, Release Notes, Known Issues, System Requirements, Error Handling, Access Control, Data Protection, Compte rendu opératoire, Lettre de sortie, Ordonnance de sortie, Conditions générales de vente, Antécédents médicaux, Examen clinique, Facture acquittée, Informe de alta, Historia clínica, Exploración física,
Datos del paciente, Consentimiento informado, Motivo de consulta, Factura proforma, Allgemeine Geschäftsbedingungen, Entlassungsbrief, Heil- und Kostenplan, Befund und Beurteilung, Lettera di dimissione, Piano di trattamento, Consenso informato, Nota de alta, Plano de tratamento, Behandelplan, Ontslagbrief, Algemene Voorwaarden, Home Page, About Us, Contact Us, Sign In, Log Out, Main Menu, Settings, General Information, Dark Mode,
Machine Learning, Neural Networks, World Cup, Supreme Court, White House, Civil War, Middle East, New Year, Golden Gate, Big Bang, Wall Street Journal, Black Friday, Red Cross, United Nations, European Union, Security Council, Grand Prix, Champions League, Nobel Prize, Roman Empire, Industrial Revolution
`)
export const products = list(`
iPhone, Galaxy S{n}, Surface Pro, Office 365, Windows Server, Visual Studio, Adobe Photoshop, Google Chrome, Microsoft Word, Amazon Prime, Nespresso, Bosch GSR {n}, Makita DF{n}, Philips Hue, Nike Air Max, Levi's 501, Coca-Cola, Red Bull, Land Rover, Ford Focus, Opel Corsa, Mercedes, Toyota Corolla, Tesla Model {n}, Harley Davidson, Remington Steel, Jack Daniels, Johnnie Walker, Ben & Jerry's, Dr. Oetker, Earl Grey, Calvin Klein T-Shirt,
Doc Martens, Victoria Sponge, Caesar Salad, Philadelphia, Victoria Plum, Marie Biscuits, Jenkins, Grafana, Postgres, Redis, Kubernetes, Terraform, Angular, React Native, JavaScript, TypeScript, Node.js, Deno, Bun, Python, Perl, Ruby, Rust, Java, Kotlin, Swift, Scala, Haskell, Erlang, Elixir, GitHub, GitLab, Bitbucket, Jenkins, Travis, Netscape, Mozilla, Firefox, Safari, Opera, Edge, Ubuntu, Debian, Fedora, Twitter, Facebook, Instagram, WhatsApp, YouTube, Wikipedia, Netflix, Spotify, Alibaba, Webpack, Babel, Rollup, Vite, Mocha, Jest, Express, Fastify, Django, Flask, Laravel, Symfony, Spring, Hibernate, Maven, Gradle, Unicode, Latin, Cyrillic, Markdown, Bluetooth, Ethernet, Wi-Fi, None, True, False, Null, Undefined, Boolean, String, Array, Promise, Buffer, Stream
`)
export const drugs = list(
  `Aspirin, Ibuprofen, Paracetamol, Doliprane, Metformin, Lisinopril, Amoxicillin, Lovenox, Tahor, Xarelto, Plavix, Levothyrox, Ramipril, Omeprazol, Enalapril, Simvastatin`,
)
export const arabicStreets = list(
  `شارع الملك فهد, شارع الجامعة, شارع الحرية, طريق المطار, شارع محمد الخامس, شارع النصر, حي السلام, شارع الحبيب بورقيبة, شارع الهرم, شارع فلسطين, نهج باريس, حي الزهور, شارع التحرير`,
)
export const extraGiven = list(`
Mohamed, Muhammad, Mohammed, Ahmed, Fatima, Fatma, Aïcha, Khadija, Youssef, Yusuf, Omar, Ali, Hassan, Hussein, Karim, Nadia, Leïla, Layla, Amina, Samira, Rachid, Abdelkader, Abdallah, Abderrahmane, Abdul, Mustapha, Brahim, Hamza, Bilal, Ines, Yasmine, Sofiane, Mehdi, Nour, Zineb, Hicham, Wei, Li, Ming, Xiu, Yan, Jing, Hiroshi, Yuki, Kenji, Sakura, Haruto, Minh, Thi, Linh, Anh, Ngoc, Ji-woo, Min-jun, Seo-yeon, Priya, Rahul, Amit, Sanjay, Anjali,
Deepak, Sunita, Olga, Dmitri, Svetlana, Ivan, Natalia, Vladimir, Tatiana, Sergei, Kwame, Kofi, Ama, Chinedu, Ngozi, Oluwaseun, Adebayo, Amadou, Mamadou, Fatou, Aminata, Ousmane, Ibrahima, Moussa, Thabo, Nomsa, Sipho, Siobhan, Aoife, Saoirse, Niamh, Padraig, Seán, Rhys, Gwen, Ioan, Eilidh, Hamish, Björk, Guðrún, Þór, Sigurður, Ásta, Søren, Åse, Øyvind, Liv, Elif, Mehmet, Ayşe, Emre, Zeynep, Yiannis, Eleni, Nikos, Dimitra, Tamar, Noam, Shira, Yael, Avi,
José, María, João, Conceição, Mercè, Jordi, Iker, Ainhoa, Nerea, Xabier, Uxía, Antía
`)
export const extraSurnames = list(`
Benali, Bouazza, Bensaïd, El Amrani, El Idrissi, Al-Rashid, Al Saud, Al-Masri, Haddad, Khoury, Mansour, Abdelkader, Belkacem, Cherif, Toumi, Trabelsi, Ben Salah, Hamdi, Nguyen, Tran, Pham, Chen, Wang, Zhang, Liu, Kim, Park, Lee, Choi, Tanaka, Suzuki, Watanabe, Yamamoto, Singh, Patel, Sharma, Gupta, Kumar, Reddy, Iyer, Khan, Hussain, Ivanov, Petrova, Kuznetsov, Smirnova, Okafor, Adeyemi, Mensah, Diallo, Traoré, Ndiaye, Sow, Koné, Mbeki, Dlamini,
O'Brien, O'Connor, MacDonald, McCarthy, FitzGerald, Ó Briain, Ní Dhomhnaill, van der Meer, van den Berg, de Vries, de Jong, van Dijk, von Stein, zu Hohenberg, de la Cruz, del Valle, de Souza, dos Santos, da Costa, d'Angelo, D'Amico, Di Stefano, Lo Russo, Le Goff, Le Bihan, de Villiers, du Plessis, Saint-Martin, Dupont-Durand, García-López, Martínez Ruiz, Pires de Lima, Kowalczyk, Wiśniewska, Nowak-Jeziorańska, Dvořák, Nováková, Horváth, Szabó, Popescu,
Ionescu, Papadopoulos, Yılmaz, Demir, Şahin, Ramírez, Gómez, Müller-Lüdenscheidt, Ben-David, Cohen, Levy, Mizrahi, Thorsdóttir, Jónsson, Eriksdotter
`)
export const verbs = list(
  `said, says, replied, asked, answered, told, wrote, lives, works, called, shouted, announced, died, born, joined, married, dit, répondit, demanda, habite, vit, travaille, dijo, vive, trabaja, sagte, wohnt, arbeitet, disse, abita, lavora, mora, trabalha, zei, woont, werkt`,
)
/** Software by name. */
export const tools = list(`
OpenSSL, PostScript, TrueType, Unicode, JSON, YAML, Markdown, Docker, Electron, Chrome, Firefox, Safari, Brave, Opera, Edge, Pascal, Fortran, Perl, Ruby, Rust, Swift, Kotlin, Scala, Haskell,
Julia, Lua, Erlang, Elixir, Clojure, Julia, Crystal, Dart, Groovy, Modula, Cobol, Borland, Homebrew, Debian, Ubuntu, Fedora, Apache, Nginx, Jinja, Django, Flask, Rails, Laravel, Symfony, Spring,
Hibernate, Maven, Gradle, Ant, Jenkins, Travis, Ansible, Puppet, Chef, Vagrant, Keras, Tensorflow, Torch, Pandas, Jupyter, Babel, Webpack, Rollup, Vite, Prettier, Jest, Mocha, Jasmine, Karma,
Cypress, Selenium, Robot, Lottie, Sass, Bootstrap, Tailwind, Ember, Svelte, Vue, Backbone, Mongo, Cassandra, Oracle, Maria, Kafka, Hadoop, Spark, Hive, Pig, Lucene, Solr, Elastic, Felix, Eclipse,
Atom, Sublime, Vim, Emacs, Nano, Git, Mercurial, Bazaar, Subversion, Gnome, Plasma, Cinnamon, Wayland, Mir, Samba, Dolphin, Konsole, Evolution, Thunderbird, Pidgin, Audacity, Blender, Inkscape, Gimp
`)
export const systems = list(
  `Windows, Windows 10, Windows NT, Mac OS, Mac OS X, macOS, Linux, Unix, UNIX, POSIX, FreeBSD, Solaris, Android, iOS, Internet Explorer, Robot Framework, Node, Visual Basic, Common Lisp, Standard ML`,
)
export const toolHeads = list('Open, Lib, Py, Java, Post, True, Web, Net, Turbo, Hyper, Micro, Quick')
export const toolTails = list(
  'Pro, Framework, Script, Server, Studio, Lite, Core, Engine, Toolkit, Plugin, API, Animation, Files, Strings, Server, DB',
)
export const programVerbs = list(
  'Creates, Returns, Renders, Parses, Supports, Checks, Loads, Reads, Writes, Handles, Converts, Generates, Implements',
)
export const changeVerbs = list(
  'Fixed, Added, Removed, Changed, Updated, Improved, Deprecated, Bumped, Dropped, Refactored, Renamed, Merged, Reverted',
)
