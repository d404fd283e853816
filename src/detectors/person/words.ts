import { listed, type Words } from '../engine/lexicon.ts'
import { givenNames } from './given-names.ts'

/** Titles that stand right before a name, labels that a name stands behind, and words that no name goes on with. */
export const personWords: Words = Object.freeze({
  honorific: listed(`
    m, mr, mrs, ms, miss, mx, mm, mme, mmes, mlle, melle, monsieur, madame, mademoiselle, messieurs, mesdames, dr, drs, dre, docteur,
    docteure, pr, prof, professeur, professeure, professor, doctor, sir, dame, me, maître, mgr, herr, herrn, frau, fr, hr, dr med, dr med dent,
    dipl ing, pd dr, prof dr, sr, sra, srta, sres, señor, señora, señorita, don, doña, dra, dres, dr/dra, sr/sra, sig, sig ra, sig na,
    signor, signora, signorina, signori, dott, dott ssa, dottor, dottore, dottoressa, dr ssa, prof ssa, avv, ing, geom, rag, senhor, senhora,
    sr a, exmo sr, exma sra, doutor, doutora, eng, enf, dhr, mevr, mw, mevrouw, meneer, de heer, drs, ir, mej, dhr mw, lic, enfermera, pt,
    السيد, السيدة, الآنسة, الدكتور, الدكتورة, الاستاذ, الأستاذ, الأستاذة, الحاج, الشيخ, د
  `),
  'name-label': listed(`
    nom, noms, prénom, prénoms, nom prénom, nom et prénom, nom et prénoms, prénom nom, nom de naissance, nom de famille, nom usuel, nom d'usage,
    nom marital, nom du patient, nom de la patiente, nom patient, prénom du patient, nom complet, patient, patiente, identité du patient,
    surname, last name, first name, given name, given names, full name, family name, middle name, forename, maiden name, patient name,
    name of patient, patient's name, customer name, nombre, nombres, apellido, apellidos, primer apellido, segundo apellido,
    nombre y apellidos, apellidos y nombre, nombre del paciente, nombre completo, paciente, médico, médica, responsable clínico, remitido por,
    facultativo, vorname, vornamen, nachname, familienname, zuname, geburtsname, vor und nachname, name vorname, nachname vorname,
    name des patienten, patientenname, patientin, versicherter, versicherte, name patient, cognome, cognome e nome, nome e cognome, nome cognome,
    nome del paziente, paziente, assistito, apelido, apelidos, sobrenome, nome completo, nome do paciente, nome do utente, utente, paciente nome,
    voornaam, voornamen, achternaam, familienaam, naam patiënt, naam en voornaam, patiënt, médecin, médecin traitant, médecin référent,
    médecin prescripteur, prescripteur, praticien, chirurgien, chirurgienne, anesthésiste, infirmier, infirmière, infirmiers, infirmières, interne, internes, externe,
    médecins, chirurgiens, praticiens, chef de service, secrétaire,
    rédacteur, correspondant, physician, attending physician, attending, referring physician, doctor, surgeon, dentist, provider, provider name,
    practitioner, therapist, nurse, nurses, physicians, surgeons, prescriber, clinician, arzt, ärztin, behandelnder arzt, hausarzt, zahnarzt, überweisender arzt, geschäftsführer,
    geschäftsführerin, ansprechpartner, ansprechpartnerin, medico, medico curante, medico di base, medico richiedente, médico assistente,
    huisarts, arts, behandelaar, specialist, signataire, gérant, directeur, directrice, employee name, student name, cardholder, card holder,
    cardholder name, account holder, titulaire, titulaire du compte, kontoinhaber, intestatario, titular, emergency contact, next of kin,
    personne à prévenir, personne de confiance, father's name, mother's name, spouse, conjoint, nom du père, nom de la mère,
    الاسم, اسم المريض, اسم المريضة, الاسم الكامل, اسم الأب, اسم العائلة, اللقب, الطبيب, الطبيب المعالج, اسم الطبيب
  `),
  'name-label-weak': listed(`
    name, nome, naam, contact, contact name, signature, signé, signed, signed by, unterschrift, firma, firmato, firmado, assinatura, handtekening, from,
    to, attn, attention, à l'attention de, author, auteur, owner, bill to, billed to, ship to, sold to, billing address, client, kunde, cliente, klant,
    insured, assuré, assurée, beneficiary, bénéficiaire, holder, employee, student, responsable, responsible, tuteur, père, mère, époux, épouse,
    mother, father, husband, wife, brother, sister, son, daughter, ehemann, ehefrau, vater, mutter, madre, padre, esposo, esposa, moglie, marito,
    mère de, fils de, fille de, staff, founder, ceo, president, dear, cher, chère, liebe, lieber, estimado, estimada, gentile, caro, cara, geachte,
    beste, prezado, prezada, hello, hi, bonjour, hola, sehr geehrter, sehr geehrte, follow up with, on behalf of, starring, directed by, performed by
  `),
  'name-phrase': listed(`
    my name is, je m'appelle, je soussigné, je soussignée, soussigné, soussignée, je me nomme,
    ich heiße, mein name ist, me llamo, mi nombre es, mi chiamo, il mio nome è, chamo-me, meu nome é, ik heet, mijn naam is, اسمي
  `),
  // Behind these a name must look like one.
  'name-phrase-weak': [
    'named',
    'maiden name is',
    'people call me',
    'was called',
    'under the name',
    'nommé',
    'nommée',
    'namens',
    'llamado',
    'llamada',
  ],
  'given-name': givenNames,
  'name-stop': listed(`
    tel, tél, téléphone, phone, mobile, fax, mail, email, e mail, courriel, né, née, born, dob, ddn, date, age, âge,
    agé, âgée, ipp, nda, nip, nir, rpps, finess, adeli, service, services, hôpital, hopital, hospital, clinique,
    clinic, clínica, klinik, chu, chr, chg, ch, hop, unité, unit, unidad, unità, département, department,
    departamento, dipartimento, abteilung, pôle, centre, center, centro, zentrum, institut, institute, instituto,
    istituto, université, university, universidad, universität, università, faculté, faculty, facultad, école,
    school, laboratoire, laboratory, laboratorio, labor, cabinet, praxis, ordre, rue, avenue, av, avda, boulevard,
    bd, place, chemin, street, road, calle, via, viale, piazza, strasse, straße, platz, rua, straat, address,
    adresse, dirección, anschrift, indirizzo, domicilio, cp, localidad, provincia, ville, city, sexe, sex, sexo,
    gender, numéro, number, nummer, número, numero, n°, no, nº, patient, patiente, paciente, paziente, nom, prénom,
    name, vorname, nachname, nombre, apellidos, cognome, nome, apelido, colegiado, nºcol, col, tribunal, mairie,
    préfecture, inc, ltd, llc, gmbh, ag, sa, sas, sarl, plc, corp, corporation, company, co, group, limited, bv, nv,
    spa, srl, kg, ohg, ug, eurl, sci, monday, tuesday, wednesday, thursday, friday, saturday, sunday, lundi, mardi,
    mercredi, jeudi, vendredi, samedi, dimanche, concernant, objet, consultation, ordonnance, prescription, rapport,
    report, compte, diagnosis, diagnostic, diagnóstico, motivo, motif, fecha, hora, heure, time, signature, oui,
    non, yes, none, unknown, inconnu, inconnue, male, female, masculin, féminin, homme, femme, adult, adulte, idem,
    same, see, voir, n a, null, undefined, default, test, de la part, apt, suite, box, floor, étage, bâtiment,
    cedex, standard, secrétariat, accueil, urgences, urgencias, emergency, information, informations, form, history,
    identification, summary, registration, care, plan, portal, data, details, record, consent, education, safety,
    id, initial, initials, président, présidente, directeur, directrice, maire, ministre, juge, president, director,
    chairman, minister, presidente, alcalde, varón, mujer, hombre, niño, niña, lactante, mann, uomo, donna, man,
    woman, boy, girl, enfant, child, kind, confrère, collègue, colleague, تاريخ, رقم, العمر, الجنس, هاتف, الهاتف,
    في, من, على, إلى, الى, عن, مع, بتاريخ, المولود, المولودة, العنوان
  `),
  'place-noun': listed(`
    rue, avenue, av, boulevard, bd, place, chemin, quai, allée, square, cours, pont, gare, stade, hôpital, hopital, clinique, centre, institut, fondation,
    lycée, collège, école, université, résidence, saint, sainte, hospital, clinic, university, college, school, institute, foundation, church, airport,
    calle, plaza, avenida, clínica, universidad, colegio, instituto, fundación, iglesia, san, santa, ospedale, via, viale, piazza, istituto, largo,
    corso, rua, praça, largo, escola, universidade, straße, platz, klinik, universität, stiftung, st, prix, prize, award, orchestra, syndrome, maladie,
    disease, test, score, loi, law, ziekenhuis, laan, plein
  `),
})
