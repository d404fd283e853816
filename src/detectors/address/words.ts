import { listed, type Words } from '../engine/lexicon.ts'

/** Words for streets, and labels of addresses and their parts. */
export const addressWords: Words = Object.freeze({
  // Before the name of the street: 'rue Victor Hugo', 'Calle Mayor', 'Via Roma'.
  'street-first': listed(`
    rue, r, avenue, av, ave, bd, bld, blvd, boulevard, place, pl, chemin, ch, allée, allées, impasse, imp, quai, route, rte, cours, square, passage,
    sentier, ruelle, venelle, voie, esplanade, promenade, rond point, faubourg, fbg, résidence, lotissement, hameau, lieu dit, montée, traverse, villa,
    calle, c, cl, avenida, avda, avd, av da, plaza, plz, pza, paseo, pº, carretera, ctra, camino, cno, ronda, travesía, trav, glorieta, rambla,
    urbanización, urb, polígono, pasaje, callejón, bulevar, via, viale, v le, piazza, p zza, piazzale, corso, c so, vicolo, largo, lungomare, strada,
    contrada, località, traversa, rua, praça, travessa, estrada, alameda, rodovia, beco, calçada, rotunda, ul, ulica, straße, strasse, str,
    شارع, طريق, حي, ميدان, جادة, زنقة, نهج
  `),
  // Behind the name of the street: 'Oak Street', 'Villacher Strasse'.
  'street-last': listed(`
    street, st, road, rd, avenue, ave, lane, ln, drive, dr, court, ct, boulevard, blvd, way, place, pl, square, sq, terrace, ter, crescent, cres, close,
    gardens, gdns, park, row, grove, hill, highway, hwy, parkway, pkwy, circle, cir, trail, trl, alley, loop, mews, walk, view, bypass, turnpike, plaza,
    straße, strasse, str, weg, platz, allee, gasse, ring, damm, ufer, steig, straat, laan, plein, kade, gracht, singel, utca, u, tér, gata, gatan, vej, tee,
    tie, katu, vägen, veien
  `),
  'street-end': listed(`
    -straße, -strasse, -str, -weg, -platz, -allee, -gasse, -damm, -ufer, -steig, -chaussee, -straat, -laan, -plein, -gracht, -kade, -dijk, -singel,
    -hof, -gata, -gatan, -vägen, -vej, -gade, -veien, -vegen, -katu, -tie, -kuja, -ulica, -utca, -stræti, -straeti
  `),
  'post-box': listed(
    `box, po box, p o box, postfach, postbus, apartado, apartado de correos, casella postale, caixa postal, bp, cs`,
  ),
  'address-label': listed(`
    adresse, adresse postale, adresse du patient, adresse personnelle, adresse du docteur, domicile, domicilié, domiciliée, demeurant, coordonnées,
    coordonnées fournies par le patient, résidence principale, lieu de résidence, address, home address, mailing address, street address,
    postal address, billing address, shipping address, residential address, residence, domicilio, dirección, domicilio del paciente, dirección postal,
    anschrift, wohnanschrift, adresse des patienten, postanschrift, indirizzo, residenza, domicilio fiscale, morada, endereço, residência, adres,
    woonadres, postadres, العنوان, عنوان, محل الإقامة, عنوان السكن
  `),
  // Addresses of other kinds.
  'address-other': listed(`
    adresse mail, adresse email, adresse e mail, adresse électronique, adresse courriel, adresse ip, adresse mac, adresse web, adresse internet,
    email address, e mail address, mail address, ip address, mac address, web address, hardware address, wallet address, address bar, adresses mails,
    dirección ip, dirección de correo, dirección electrónica, e mail adresse, ip adresse, mail adresse, indirizzo email, indirizzo ip, indirizzo e mail,
    endereço eletrónico, endereço de email, endereço ip, e mailadres, ip adres, عنوان البريد, البريد الإلكتروني
  `),
  'locality-label': listed(`
    ville, commune, ville de résidence, city, town, city town, zip, zip code, zipcode, postcode, postal code, post code, code postal, my zip code, cp,
    localidad, localidad provincia, provincia, ciudad, municipio, población, código postal, cód postal, c p, plz, postleitzahl, ort, wohnort, plz ort,
    stadt, cap, città, comune, comune di residenza, localidade, cidade, concelho, distrito, plaats, woonplaats, stad, المدينة, الرمز البريدي
  `),
})
