/**
 * Closed classes of words that tell what stands beside them, in English, German, French, Spanish, Italian, Dutch and what is
 * near them. Folded (lower case, no accents). A word is in one class: the first that lists it.
 */
export const cueWords = {
  title: `mr mrs ms miss mx dr prof professor sir dame lady lord madam rev reverend fr herr frau hr fraulein doktor
    monsieur madame mademoiselle mme mlle docteur maitre senor senora senorita sr sra srta don dona dra signor signora
    signorina sig dott dottore dottor dottoressa avv ing meneer mevrouw mevr dhr heer pan pani fru
    president senator governor judge captain capt coach sergeant sgt officer minister chancellor detective inspector
    king queen prince princess pope saint colonel general major lieutenant nurse sheikh hon`,
  suffix: `jr snr phd md esq dds ii iii iv dvm rn`,
  greeting: `hi hello hey dear hallo guten liebe lieber sehr bonjour salut cher chere coucou hola estimado estimada querido
    querida ciao buongiorno gentile egregio caro cara beste geachte lieve hoi dag moin servus yo thanks thx cheers regards
    sincerely gruss grusse lg vg cordialement bises saludos saluti groetjes groet liefs`,
  company: `inc ltd llc llp plc corp co gmbh ag kg ohg kgaa ug ev sa sas sarl eurl spa srl snc bv nv vof ab oy oyj as asa aps
    kft zrt nyrt sro doo ooo zao sp spol pte pty limited incorporated corporation company cie cia ltda sl sau sicav
    gbr mbh eg cv vzw holding holdings group groupe gruppe gruppo grupo`,
  organisation: `university college school academy institute hospital clinic bank church council ministry department agency
    foundation association society club union committee museum library centre center trust partners associates consulting
    solutions systems technologies technology industries enterprises services logistics insurance pharma pharmacy airlines
    hotel restaurant studios media energy capital ventures labs bakery brothers sons universitat universite universidad
    universita universiteit hochschule krankenhaus klinikum klinik hopital clinique ospedale clinica ziekenhuis schule
    ecole lycee escuela instituto scuola liceo istituto stiftung verein fondation fundacion fondazione stichting banque
    banco banca sparkasse stadtwerke ministerium ministere ministerio ministero gemeente ayuntamiento mairie comune`,
  street: `street st road rd avenue ave lane ln drive dr boulevard blvd court ct place pl square sq terrace way close crescent
    row mews parkway pkwy highway hwy circle cir trail alley walk grove gardens quay rue boulevard chemin allee impasse
    quai cours route passage via viale corso piazza piazzale largo vicolo strada contrada calle avenida avda av paseo
    plaza carrera camino ronda callejon pasaje strasse str gasse weg platz ring ufer damm straat laan plein gracht kade
    dreef singel rua travessa praca alameda ulica ul aleja plac utca ut ter korut gatan gata vagen gade vej gate veien
    katu tie ulice namesti trg bulevar strada calea jalan odos`,
  unit: `apt apartment suite ste unit floor flat room building bldg block box po lot wing level po stock etage piso planta
    puerta interno scala piano bte appartement wohnung hinterhaus lokal depto edif no nr num`,
  month: `january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun januar
    februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag janvier
    fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi
    dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes
    miercoles jueves viernes sabado domingo gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre
    dicembre lunedi martedi mercoledi giovedi venerdi sabato domenica januari februari maart mei augustus maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag`,
  particle: `van von der den de del della delle dei di da dos das do du des la le el al bin ibn ben abu ter ten zu zur mac mc o
    san santa santo saint sainte st lo`,
  kin: `wife husband brother sister mother father son daughter boss friend cousin uncle aunt partner colleague neighbour
    neighbor roommate landlord mom mum dad frau mann bruder schwester mutter vater sohn tochter chef freund freundin
    nachbar mari femme frere soeur mere pere fils fille patron voisin ami amie marido mujer hermano hermana madre padre
    hijo hija jefe amigo amiga vecino moglie marito fratello sorella figlio figlia amico amica vrouw man broer zus moeder
    vader zoon dochter baas vriend vriendin`,
  role: `manager director patient tenant employee customer client driver student teacher doctor lawyer agent author owner
    witness applicant claimant chair chairman spokesman spokeswoman founder ceo engineer nurse host guide user contact
    name surname attn attention signed kunde kundin mieter patientin lehrer arzt anwalt geschaftsfuhrer nom prenom
    locataire cliente paciente inquilino nombre nome paziente naam klant huurder directeur directrice direttore`,
  named: `named called name's am i'm heisse heisst heet m'appelle chiamo llamo soy sono ben ik ich suis je`,
  at: `in from near to at through towards outside aus nach bei im en a au aux chez desde hacia cerca dal presso uit naar bij te
    op aan bis uber per tra into via across around`,
  work: `works worked work working joined left employer company employed arbeitet arbeite travaille travaillait trabaja trabajo
    lavora lavoro werkt werk intern hired`,
  live: `live lives lived living reside residing resides moved move address adress adresse indirizzo direccion adres domicilio
    anschrift wohne wohnt wohnhaft habite demeurant vivo vive abito risiede residente woon woont wonende deliver ship send
    located`,
  state: `al ak az ar ca ct fl ga hi id il ia ks ky md mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok pa ri sc sd tn tx ut vt va
    wa wv wi wy dc nsw vic qld tas bc ab sk mb on qc ns nb`,
} as const

/** How words end that name a street in one word: `Hauptstrasse`, `Kerkstraat`, `Storgatan`. */
export const streetEnding =
  /.(?:strasse|straße|str|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|gracht|kade|dreef|singel|gatan|vagen|gata|gade|vej|gate|veien|vei|katu|tie|kuja|utca|stigen)$/
