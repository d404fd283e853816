/** French. */
export const fr = String.raw`
Je m'appelle {P}[.| et j'habite à {L}.]
[Bonjour|Bonsoir], [ici|c'est|je suis] {P}[.|, {job}.|, de {O}.]
{T} {P} [est né|est née|habite|vit|réside] [à|au] {L}[.|, {C}.]
[Madame|Monsieur], {sentence}\n\n[Cordialement|Bien à vous|Sincères salutations],\n{P}
[Cher|Chère] {T} {PS},\n\n{sentence} {sentence}\n\n[Bien confraternellement|Cordialement],\n\n{T} {PF}
[Cher confrère|Chère consœur|Mon cher ami|Chers collègues],\n{sentence}
Bonjour {PG},\n{sentence}\nMerci,\n{PG}
{P}\n{AM}
{P}\n{job}\n{O}\n{AM}\nTél. : {phone}
Nom : {PS}\nPrénom : {PG}\nNé le : {date}\nAdresse : {A}
Nom : {PSU} Prénom : {PG} Né(e) le {date}
NOM: {PSU}\nPRENOM: {PGU}\nDDN: {date}
Patient : {P}, né le {date}[ à {L}|]
Patiente : {PC} - IPP {id}
Patient : {PC} {date} {n} ans
Dossier de {P}, suivi par le {T} {PS}
Dossier médical pour {P}, date de naissance {date}
[Identité|Identité du patient|Identification] : {P}
{T} {PC} né(e) le {date}[, IPP {id}|]
{PC}\n{date}\n{H}
[Compte rendu|Courrier|Ordonnance|Rapport] [signé par|rédigé par|validé par|dicté par] {T} {P}
[Médecin traitant|Chirurgien|Anesthésiste|Prescripteur|Correspondant|Interne|Cadre de santé] : {T} {P}
[Chef de service|Praticien hospitalier|Secrétaire|Assistants|Infirmière] : {P}[, {P}, {P}|]
[Pr|Dr|Dr.|Docteur|Professeur|Mme|M.|Mr|Mlle] {P}\n{phone}
[Biologistes|Radiologues|Internes|Externes|Médecins|Chirurgiens] :\n{PI}, {PI}, {PI}, {PI}
{PI} {PI} {PI}
{PI} - {PI} - {PI}
[Staff|Équipe|Présents|Participants|Excusés] : {P}, {P}, {P}
J'ai [vu|reçu|examiné|rencontré|discuté avec|parlé avec] {T} {P} [en consultation|le {date}|ce jour|hier].
J'ai [vu|revu|reçu] en consultation {P}, [âgé|âgée] de {n} ans[, adressé par le {T} {PS}|].
{T} {PS} [présente|se plaint de|souffre de|consulte pour] [une douleur|une toux|{disease}].
[Le patient|La patiente], {P}, {n} ans, [réside à|habite à|vit à|est originaire de] {L}.
[Sa femme|Son mari|Son fils|Sa fille|Sa mère|Son frère|Sa sœur] {PG} [est présente|est joignable au {phone}|habite {L}|l'accompagne].
[Marié|Mariée|Divorcé|Veuve] , {n} enfants, [vit à|habite] {L}[, {C}|]
[Hospitalisé|Hospitalisée|Suivi|Suivie|Opéré|Opérée|Vu|Transféré|Admise|Adressée] [à|au|à l'] {H} [en {year}|le {date}|pour {disease}|].
[Suivi|Prise en charge|Traitement|IRM|Scanner|Biopsie|Chirurgie|Consultation] [à|au] {HB} [en {year}|le {date}|].
[Transfert|Adressé|Retour] [de|vers|à] {HB}[.| le {date}.]
{H}\nService de {dept}\n{T} {PF}\nTél : {phone}
{H}\n{AM}
Service de {dept} - {H}
{HU}\n{HEADING}
[Consultation|Bilan|Contrôle|Rendez-vous] de {dept} au {H} le {date}
[Remerciements|Merci] au {T} {PS} de {H}
La secrétaire, {P}
[Rendez-vous|RDV] avec {T} {PS} le {date} à {time}
[Appel|Visite|Demande|Avis|Mail] de {P} [à {time}|le {date}|].
[Pour|Copie à|À l'attention de|De la part de|Signé|Vu avec] {T} {P}[.|]
[Fait à|À] {L}, le {date}\n[Signature|Signé] : {P}
{L}, le {date}
[Il|Elle|On|{PG}] [habite|vit|réside|travaille|a déménagé] [à|près de] {L}[.|, {C}.]
[Originaire de|Née à|Né à|Domicilié à|Vit à|Réside à|En vacances à] {L}
J'habite [au|] {A}.
[Il|Elle|Le patient|La patiente] [habite|réside|demeure|est domicilié] [au|] {A}.
Adresse : {A}
Coordonnées : {A}, {phone}
[Son adresse est|Nouvelle adresse|Domicile|Demeurant] [:|] {A}
[Rendez-vous|Livraison|Envoyer] [au|à l'adresse] {A}
[Maison|Appartement] [situé|située] {S}[, {L}|]
Dans la {SNL}, {sentence}
{S}\n{ZC}
{ZC}
{O}\n{S}\n{ZC}\n{phone}
Facture à :\n{P}\n{AM}
Titulaire : {P}\nIBAN : {id}
Je soussigné {T} {P}, [certifie|atteste], {phrase}
Je soussignée {P}, née le {date} à {L}, demeurant {A}, [autorise|déclare] {phrase}
[Le|La] [docteur|professeur|directeur|gérante|maire] {P} [a dit|a signé|confirme] {phrase}.
{P} [travaille|a travaillé] [chez|pour] {O} [depuis {year}|].
{O} [a annoncé|recrute|est située à {L}|appartient à {O}].
{PG} [a dit|répondit|demanda|rit] : « {sentence} »
{PG} : {sentence}\n{PG} : {sentence}
{id};{PS};{PG};{date};{S};{ZC}
{id},{PG},{PS},{email},{L}
[À|De] : {P} <{email}>\nObjet : {heading}\n\n{sentence}
Le {date} à {time}, {P} a écrit :\n> {sentence}
[Antécédents|Motif|Conclusion|Examen|Traitement|Diagnostic] : {disease}[, {disease}|]
[Maladie de|Syndrome de|Score de|Test de|Échelle de] [Parkinson|Crohn|Raynaud|Horton|Charcot|Basedow|Hodgkin|Glasgow|Gleason|Apgar|Sokolow] [éliminé|positif|à {n}|].
[Hémoglobine|Créatinine|Ferritine|Leucocytes|Plaquettes|Albumine] {n} g/L
[Doliprane|Kardegic|Lovenox|Levothyrox|Augmentin|Tahor|Inexium] {n} mg matin et soir
[Bilan|Prothèse|Biopsie|Radiographie|Échographie|Ponction|Ordonnance|Certificat] {adj} [normale|en place|sans particularité]
{heading}
{HEADING}
{heading} : {n}
{heading}\n{sentence}
{sentence}
{sentence} {sentence} {sentence}
{product} {n} {money}
Désignation Quantité Prix Montant\n{product} {n} {money} {money}\nTotal TTC {money}
[Facture|Devis|Commande] n° {id} du {date}
[Service|Unité|Pôle|Département|Secrétariat] [de|d'] {dept}
[Secrétariat|Standard|Accueil|Urgences|Télécopie|Hospitalisation|Consultations] : {phone}
[En|Depuis|Début|Fin] {month} {year}, [hospitalisation|apparition|bilan] {phrase}
[Le|La] {noun} {adj} [du|de la] {noun} [est|était] {adj}.
[En|Au] {C}, {sentence}
{C}
[Lundi|Mardi|Mercredi|Jeudi|Vendredi] [matin|après-midi|de {time} à {time}] : [fermé|consultations|bloc]
[Madame|Monsieur|Mesdames|Docteur|Cher Monsieur], [je vous remercie|merci|veuillez trouver] {phrase}
[Paris|Lyon|Marseille|Lille], {date}
[Présent|Absent|Né] : [Oui|Non]
Salle {n} : {phone} – Bureau : {phone}
[Arrêt|Reprise|Début|Fin] [du traitement|de la cure] le {date}.
{n} cp de [Doliprane|Lasix|Plavix|Xarelto] [le matin|au coucher]
[Vote|Lecture|Relecture|Réponse] : {sentence}
`
