"""Countries with their continent and their names in English, French, German and Spanish.

Codes: ISO 3166-1. Names: the Unicode Common Locale Data Repository (CLDR), Unicode License v3, by way of Babel; further
names compiled by hand. Continents: the United Nations' M49 standard, with the Americas in two (Central America and the
Caribbean are North America there). A line without an English name goes on with the country of the line before.
"""

COUNTRIES = """
# Africa
DZ|Algeria|Algérie|Algerien|Argelia
AO|Angola
BJ|Benin|Bénin|Benín
BW|Botswana|Botsuana
BF|Burkina Faso
BI|Burundi
CV|Cape Verde|Cap-Vert|Cabo Verde
CM|Cameroon|Cameroun|Kamerun|Camerún
CF|Central African Republic|République centrafricaine|Zentralafrikanische Republik|República Centroafricana
TD|Chad|Tchad|Tschad
KM|Comoros|Comores|Komoren|Comoras
CG|Congo - Brazzaville|Congo-Brazzaville|Kongo-Brazzaville|Congo
CD|Congo - Kinshasa|Congo-Kinshasa|Kongo-Kinshasa|República Democrática del Congo|DR Congo
CD||Democratic Republic of the Congo
CI|Côte d'Ivoire|Ivory Coast
DJ|Djibouti|Dschibuti|Yibuti
EG|Egypt|Égypte|Ägypten|Egipto
GQ|Equatorial Guinea|Guinée équatoriale|Äquatorialguinea|Guinea Ecuatorial
ER|Eritrea|Érythrée
SZ|Eswatini|Esuatini|Swaziland
ET|Ethiopia|Éthiopie|Äthiopien|Etiopía
GA|Gabon|Gabun|Gabón
GM|Gambia|Gambie
GH|Ghana
GN|Guinea|Guinée
GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu
KE|Kenya|Kenia
LS|Lesotho|Lesoto
LR|Liberia
LY|Libya|Libye|Libyen|Libia
MG|Madagascar|Madagaskar
MW|Malawi|Malaui
ML|Mali
MR|Mauritania|Mauritanie|Mauretanien
MU|Mauritius|Maurice|Mauricio
YT|Mayotte
MA|Morocco|Maroc|Marokko|Marruecos
MZ|Mozambique|Mosambik
NA|Namibia|Namibie
NE|Niger|Níger
NG|Nigeria
RE|Réunion|La Réunion|Reunión
RW|Rwanda|Ruanda
SH|St. Helena|Sainte-Hélène|Santa Elena
ST|São Tomé & Príncipe|Sao Tomé-et-Principe|São Tomé und Príncipe|Santo Tomé y Príncipe
SN|Senegal|Sénégal
SC|Seychelles|Seychellen
SL|Sierra Leone|Sierra Leona
SO|Somalia|Somalie
ZA|South Africa|Afrique du Sud|Südafrika|Sudáfrica
SS|South Sudan|Soudan du Sud|Südsudan|Sudán del Sur
SD|Sudan|Soudan|Sudán
TZ|Tanzania|Tanzanie|Tansania
TG|Togo
TN|Tunisia|Tunisie|Tunesien|Túnez
UG|Uganda|Ouganda
EH|Western Sahara|Sahara occidental|Westsahara|Sáhara Occidental
ZM|Zambia|Zambie|Sambia
ZW|Zimbabwe|Simbabwe|Zimbabue
# Asia
AF|Afghanistan|Afganistán
AM|Armenia|Arménie|Armenien
AZ|Azerbaijan|Azerbaïdjan|Aserbaidschan|Azerbaiyán
BH|Bahrain|Bahreïn|Baréin
BD|Bangladesh|Bangladesch|Bangladés
BT|Bhutan|Bhoutan|Bután
BN|Brunei|Brunei Darussalam|Brunéi
KH|Cambodia|Cambodge|Kambodscha|Camboya
CN|China|Chine
CY|Cyprus|Chypre|Zypern|Chipre
GE|Georgia|Géorgie|Georgien
HK|Hong Kong SAR China|R.A.S. chinoise de Hong Kong|Sonderverwaltungsregion Hongkong|RAE de Hong Kong (China)
HK||Hong Kong
IN|India|Inde|Indien
ID|Indonesia|Indonésie|Indonesien
IR|Iran|Irán
IQ|Iraq|Irak
IL|Israel|Israël
JP|Japan|Japon|Japón
JO|Jordan|Jordanie|Jordanien|Jordania
KZ|Kazakhstan|Kasachstan|Kazajistán
KP|North Korea|Corée du Nord|Nordkorea|Corea del Norte
KR|South Korea|Corée du Sud|Südkorea|Corea del Sur|Korea|Corée|Corea
KW|Kuwait|Koweït
KG|Kyrgyzstan|Kirghizstan|Kirgisistan|Kirguistán
LA|Laos
LB|Lebanon|Liban|Libanon|Líbano
MO|Macao SAR China|R.A.S. chinoise de Macao|Sonderverwaltungsregion Macau|RAE de Macao (China)|Macau
MY|Malaysia|Malaisie|Malasia
MV|Maldives|Malediven|Maldivas
MN|Mongolia|Mongolie|Mongolei
MM|Myanmar (Burma)|Myanmar (Birmanie)|Myanmar|Myanmar (Birmania)|Burma
NP|Nepal|Népal
OM|Oman|Omán
PK|Pakistan|Pakistán
PS|Palestinian Territories|Territoires palestiniens|Palästinensische Autonomiegebiete|Territorios Palestinos
PS||Palestine
PH|Philippines|Philippinen|Filipinas
QA|Qatar|Katar|Catar
SA|Saudi Arabia|Arabie saoudite|Saudi-Arabien|Arabia Saudí
SG|Singapore|Singapour|Singapur
LK|Sri Lanka
SY|Syria|Syrie|Syrien|Siria
TW|Taiwan|Taïwan|Taiwán
TJ|Tajikistan|Tadjikistan|Tadschikistan|Tayikistán
TH|Thailand|Thaïlande|Tailandia
TL|Timor-Leste|Timor oriental
TR|Türkiye|Turquie|Türkei|Turquía|Turkey
TM|Turkmenistan|Turkménistan|Turkmenistán
AE|United Arab Emirates|Émirats arabes unis|Vereinigte Arabische Emirate|Emiratos Árabes Unidos|UAE|Emirates
UZ|Uzbekistan|Ouzbékistan|Usbekistan|Uzbekistán
VN|Vietnam|Viêt Nam|Viet Nam
YE|Yemen|Yémen|Jemen
# Europe
AX|Åland Islands|Îles Åland|Ålandinseln|Islas Aland
AL|Albania|Albanie|Albanien
AD|Andorra|Andorre
AT|Austria|Autriche|Österreich
BY|Belarus|Biélorussie|Bielorrusia
BE|Belgium|Belgique|Belgien|Bélgica
BA|Bosnia & Herzegovina|Bosnie-Herzégovine|Bosnien und Herzegowina|Bosnia y Herzegovina|Bosnia
BG|Bulgaria|Bulgarie|Bulgarien
HR|Croatia|Croatie|Kroatien|Croacia
CZ|Czechia|Tchéquie|Tschechien|Chequia|Czech Republic|République tchèque|Tschechische Republik|República Checa
DK|Denmark|Danemark|Dänemark|Dinamarca
EE|Estonia|Estonie|Estland
FO|Faroe Islands|Îles Féroé|Färöer|Islas Feroe
FI|Finland|Finlande|Finnland|Finlandia
FR|France|Frankreich|Francia
DE|Germany|Allemagne|Deutschland|Alemania|Bundesrepublik Deutschland|BRD
GI|Gibraltar
GR|Greece|Grèce|Griechenland|Grecia
GG|Guernsey|Guernesey
HU|Hungary|Hongrie|Ungarn|Hungría
IS|Iceland|Islande|Island|Islandia
IE|Ireland|Irlande|Irland|Irlanda|Republic of Ireland|Éire
IM|Isle of Man|Île de Man|Isla de Man
IT|Italy|Italie|Italien|Italia
JE|Jersey
XK|Kosovo
LV|Latvia|Lettonie|Lettland|Letonia
LI|Liechtenstein
LT|Lithuania|Lituanie|Litauen|Lituania
LU|Luxembourg|Luxemburg|Luxemburgo
MT|Malta|Malte
MD|Moldova|Moldavie|Republik Moldau|Moldavia
MC|Monaco|Mónaco
ME|Montenegro|Monténégro
NL|Netherlands|Pays-Bas|Niederlande|Países Bajos|Holland|The Netherlands|Hollande|Holanda
MK|North Macedonia|Macédoine du Nord|Nordmazedonien|Macedonia del Norte|Macedonia
NO|Norway|Norvège|Norwegen|Noruega
PL|Poland|Pologne|Polen|Polonia
PT|Portugal
RO|Romania|Roumanie|Rumänien|Rumanía
RU|Russia|Russie|Russland|Rusia|Russian Federation|Fédération de Russie
SM|San Marino|Saint-Marin
RS|Serbia|Serbie|Serbien
SK|Slovakia|Slovaquie|Slowakei|Eslovaquia
SI|Slovenia|Slovénie|Slowenien|Eslovenia
ES|Spain|Espagne|Spanien|España
SE|Sweden|Suède|Schweden|Suecia
CH|Switzerland|Suisse|Schweiz|Suiza
UA|Ukraine|Ucrania
GB|United Kingdom|Royaume-Uni|Vereinigtes Königreich|Reino Unido|UK|U.K.|Great Britain|Britain|England
GB||Scotland|Wales|Northern Ireland|Angleterre|Écosse|Pays de Galles|Grande-Bretagne|Großbritannien|Schottland
GB||Inglaterra|Escocia|Gales|Gran Bretaña
VA|Vatican City|État de la Cité du Vatican|Vatikanstadt|Ciudad del Vaticano
# North America
AI|Anguilla|Anguila
AG|Antigua & Barbuda|Antigua-et-Barbuda|Antigua und Barbuda|Antigua y Barbuda
AW|Aruba
BS|Bahamas
BB|Barbados|Barbade
BZ|Belize|Belice
BM|Bermuda|Bermudes|Bermudas
BQ|Caribbean Netherlands|Pays-Bas caribéens|Karibische Niederlande|Caribe neerlandés
VG|British Virgin Islands|Îles Vierges britanniques|Britische Jungferninseln|Islas Vírgenes Británicas
CA|Canada|Kanada|Canadá
KY|Cayman Islands|Îles Caïmans|Kaimaninseln|Islas Caimán
CR|Costa Rica
CU|Cuba|Kuba
CW|Curaçao|Curazao
DM|Dominica|Dominique
DO|Dominican Republic|République dominicaine|Dominikanische Republik|República Dominicana
SV|El Salvador|Salvador
GL|Greenland|Groenland|Grönland|Groenlandia
GD|Grenada|Grenade|Granada
GP|Guadeloupe|Guadalupe
GT|Guatemala
HT|Haiti|Haïti|Haití
HN|Honduras
JM|Jamaica|Jamaïque|Jamaika
MQ|Martinique|Martinica
MX|Mexico|Mexique|Mexiko|México
MS|Montserrat
NI|Nicaragua
PA|Panama|Panamá
PR|Puerto Rico|Porto Rico
BL|St. Barthélemy|Saint-Barthélemy|San Bartolomé
KN|St. Kitts & Nevis|Saint-Christophe-et-Niévès|St. Kitts und Nevis|San Cristóbal y Nieves
LC|St. Lucia|Sainte-Lucie|Santa Lucía
MF|St. Martin|Saint-Martin|San Martín
PM|St. Pierre & Miquelon|Saint-Pierre-et-Miquelon|St. Pierre und Miquelon|San Pedro y Miquelón
VC|St. Vincent & Grenadines|Saint-Vincent-et-les Grenadines|St. Vincent und die Grenadinen
VC||San Vicente y las Granadinas
SX|Sint Maarten|Saint-Martin (partie néerlandaise)
TT|Trinidad & Tobago|Trinité-et-Tobago|Trinidad und Tobago|Trinidad y Tobago
TC|Turks & Caicos Islands|Îles Turques-et-Caïques|Turks- und Caicosinseln|Islas Turcas y Caicos
US|United States|États-Unis|Vereinigte Staaten|Estados Unidos|USA|U.S.A.|U.S.|United States of America|America
US||Etats Unis|EEUU|EE. UU.|Estados Unidos de América|Amerika
VI|U.S. Virgin Islands|Îles Vierges des États-Unis|Amerikanische Jungferninseln|Islas Vírgenes de EE. UU.
# Oceania
AS|American Samoa|Samoa américaines|Amerikanisch-Samoa|Samoa Americana
AU|Australia|Australie|Australien
CK|Cook Islands|Îles Cook|Cookinseln|Islas Cook
FJ|Fiji|Fidji|Fidschi|Fiyi
PF|French Polynesia|Polynésie française|Französisch-Polynesien|Polinesia Francesa
GU|Guam
KI|Kiribati
MH|Marshall Islands|Îles Marshall|Marshallinseln|Islas Marshall
FM|Micronesia|Micronésie|Mikronesien
NR|Nauru
NC|New Caledonia|Nouvelle-Calédonie|Neukaledonien|Nueva Caledonia
NZ|New Zealand|Nouvelle-Zélande|Neuseeland|Nueva Zelanda
NU|Niue
NF|Norfolk Island|Île Norfolk|Norfolkinsel|Isla Norfolk
MP|Northern Mariana Islands|Îles Mariannes du Nord|Nördliche Marianen|Islas Marianas del Norte
PW|Palau|Palaos
PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua-Neuguinea|Papúa Nueva Guinea
PN|Pitcairn Islands|Îles Pitcairn|Pitcairninseln|Islas Pitcairn
WS|Samoa
SB|Solomon Islands|Îles Salomon|Salomonen|Islas Salomón
TK|Tokelau
TO|Tonga
TV|Tuvalu
VU|Vanuatu
WF|Wallis & Futuna|Wallis-et-Futuna|Wallis und Futuna|Wallis y Futuna
# South America
AR|Argentina|Argentine|Argentinien
BO|Bolivia|Bolivie|Bolivien
BR|Brazil|Brésil|Brasilien|Brasil
CL|Chile|Chili
CO|Colombia|Colombie|Kolumbien
EC|Ecuador|Équateur
FK|Falkland Islands|Îles Malouines|Falklandinseln|Islas Malvinas
GF|French Guiana|Guyane française|Französisch-Guayana|Guayana Francesa
GY|Guyana
PY|Paraguay
PE|Peru|Pérou|Perú
SR|Suriname|Surinam
UY|Uruguay
VE|Venezuela
"""
