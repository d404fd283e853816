import type { Vocabulary } from './vocabulary.ts'

/** Words that make a name a firm's. */
export const firmTerms = {
  legalForm: {
    fr: `sarl, s a r l, sas, sasu, s a s, selarl, eurl, snc, sci, scm, scp, selas, s a, sa, société, sté`,
    en: `ltd, limited, llc, l l c, llp, inc, corp, corporation, company, plc, p c, pty ltd, pvt ltd, pllc, p l l c,
      co ltd, sdn bhd, son bhd, sdn bho, private limited, l t d`,
    de: `gmbh, ggmbh, gmbh co kg, ag, kg, ohg, ug, e k, e v, partg, gbr, mbh, a g`,
    es: `s l, s l u, sl, slu, s a u, s l p, sociedad limitada, s de r l, sa de cv, s a de c v, s c`,
    it: `srl, s r l, spa, s p a, snc, s n c, s a s, srls, s r l s, soc coop`,
    pt: `lda, ltda, eireli, unipessoal lda, me, epp, l d a`,
    nl: `bv, b v, nv, n v, vof, v o f, bvba, cv, eenmanszaak`,
    ar: `شركة, مؤسسة, ذ م م, المحدودة, ش م م`,
    more: `sp z o o, spółka akcyjna, s r o, d o o, a s, kft, zrt, oy, oyj, aps, ооо, оао, зао, тов, ип, 株式会社, 有限公司,
      주식회사, s c s`,
  },
  establishment: {
    fr: `cabinet, clinique, centre, centre médical, laboratoire, pharmacie, restaurant, hôtel, boulangerie, garage,
      boutique, agence, atelier, maison, café, brasserie, ets, établissements, imprimerie, librairie, institut,
      assurance, mutuelle, banque`,
    en: `practice, services, store, shop, group, dentistry, dermatology, opticians, optician, university, restaurant,
      hotel, bakery, café, market, supermarket, garage, solutions, hosting, studio, associates, partners, consulting,
      pharmacy, laboratories, institute, center, foundation, holdings, technologies, systems, enterprise, trading,
      hardware, stationery, mart`,
    de: `praxis, zahnarztpraxis, labor, apotheke, bäckerei, hotel, restaurant, gasthof, werkstatt, betrieb,
      malerbetrieb, versicherung, stadtwerke, markt, supermarkt, studio, institut, kanzlei, handel, service, autohaus,
      verlag, gaststätte, praxisklinik`,
    es: `centro, laboratorio, farmacia, restaurante, hotel, panadería, taller, tienda, instituto, estudio, papelería,
      supermercado, gestoría, despacho, servicios, talleres, ferretería, cafetería`,
    it: `studio, centro, laboratorio, farmacia, ristorante, albergo, hotel, panificio, officina, negozio, istituto,
      impianti, pasticceria, trattoria, servizi, ditta, tabacchi`,
    pt: `centro, laboratório, farmácia, restaurante, hotel, padaria, oficina, loja, instituto, supermercado,
      pastelaria, serviços, escritório, comércio, papelaria`,
    nl: `praktijk, laboratorium, apotheek, bakkerij, hotel, restaurant, garage, winkel, instituut, bouwbedrijf,
      kinepraktijk, bedrijf, supermarkt, groothandel, café, installatiebedrijf, tandartspraktijk`,
    ar: `مركز, مجمع, معهد, متجر, مطعم, فندق, صيدلية, مختبر, مكتب, محل`,
  },
} as const satisfies Vocabulary<string>
