"""English names of states with the words for what belongs to them and their capitals; data only."""

from __future__ import annotations

# state: adjectives and peoples; capital
STATES = """
afghanistan: afghan afghans; kabul
albania: albanian albanians; tirana
algeria: algerian algerians; algiers
andorra: andorran; andorra la vella
angola: angolan angolans; luanda
argentina: argentine argentinian argentines; buenos aires
armenia: armenian armenians; yerevan
australia: australian australians; canberra
austria: austrian austrians; vienna
azerbaijan: azerbaijani azeri azerbaijanis; baku
bahrain: bahraini bahrainis; manama
bangladesh: bangladeshi bangladeshis; dhaka
belarus: belarusian belarussian belarusians; minsk
belgium: belgian belgians; brussels
bolivia: bolivian bolivians; la paz
bosnia: bosnian bosnians; sarajevo
botswana: botswanan; gaborone
brazil: brazilian brazilians; brasilia
bulgaria: bulgarian bulgarians; sofia
cambodia: cambodian cambodians; phnom penh
cameroon: cameroonian cameroonians; yaounde
canada: canadian canadians; ottawa
chad: chadian chadians; n'djamena
chile: chilean chileans; santiago
china: chinese; beijing
colombia: colombian colombians; bogota
congo: congolese; kinshasa
costa rica: costa rican; san jose
croatia: croatian croatians; zagreb
cuba: cuban cubans; havana
cyprus: cypriot cypriots; nicosia
czechia: czech czechs; prague
denmark: danish danes; copenhagen
dominican republic: dominican dominicans; santo domingo
ecuador: ecuadorian ecuadorean; quito
egypt: egyptian egyptians; cairo
el salvador: salvadoran salvadorans; san salvador
eritrea: eritrean eritreans; asmara
estonia: estonian estonians; tallinn
ethiopia: ethiopian ethiopians; addis ababa
fiji: fijian fijians; suva
finland: finnish finns; helsinki
france: french; paris
gabon: gabonese; libreville
gambia: gambian gambians; banjul
georgia: georgian georgians; tbilisi
germany: german germans; berlin
ghana: ghanaian ghanaians; accra
greece: greek greeks; athens
guatemala: guatemalan guatemalans; guatemala city
guinea: guinean guineans; conakry
guyana: guyanese; georgetown
haiti: haitian haitians; port-au-prince
honduras: honduran hondurans; tegucigalpa
hungary: hungarian hungarians; budapest
iceland: icelandic icelanders; reykjavik
india: indian indians; new delhi
indonesia: indonesian indonesians; jakarta
iran: iranian iranians; tehran
iraq: iraqi iraqis; baghdad
ireland: irish; dublin
israel: israeli israelis; jerusalem
italy: italian italians; rome
ivory coast: ivorian ivorians; yamoussoukro
jamaica: jamaican jamaicans; kingston
japan: japanese; tokyo
jordan: jordanian jordanians; amman
kazakhstan: kazakh kazakhs kazakhstani; astana
kenya: kenyan kenyans; nairobi
kosovo: kosovar kosovan kosovars; pristina
kuwait: kuwaiti kuwaitis; kuwait city
kyrgyzstan: kyrgyz; bishkek
laos: lao laotian; vientiane
latvia: latvian latvians; riga
lebanon: lebanese; beirut
liberia: liberian liberians; monrovia
libya: libyan libyans; tripoli
liechtenstein: liechtensteiner; vaduz
lithuania: lithuanian lithuanians; vilnius
luxembourg: luxembourgish; luxembourg
madagascar: malagasy; antananarivo
malawi: malawian malawians; lilongwe
malaysia: malaysian malaysians; kuala lumpur
mali: malian malians; bamako
malta: maltese; valletta
mexico: mexican mexicans; mexico city
moldova: moldovan moldovans; chisinau
monaco: monegasque; monaco
mongolia: mongolian mongolians; ulaanbaatar
montenegro: montenegrin montenegrins; podgorica
morocco: moroccan moroccans; rabat
mozambique: mozambican mozambicans; maputo
myanmar: burmese; naypyidaw
namibia: namibian namibians; windhoek
nepal: nepali nepalese; kathmandu
netherlands: dutch; the hague
new zealand: new zealander; wellington
nicaragua: nicaraguan nicaraguans; managua
niger: nigerien; niamey
nigeria: nigerian nigerians; abuja
north korea: north korean; pyongyang
north macedonia: macedonian macedonians; skopje
norway: norwegian norwegians; oslo
oman: omani omanis; muscat
pakistan: pakistani pakistanis; islamabad
palestine: palestinian palestinians; ramallah
panama: panamanian panamanians; panama city
paraguay: paraguayan paraguayans; asuncion
peru: peruvian peruvians; lima
philippines: philippine filipino filipinos; manila
poland: polish poles; warsaw
portugal: portuguese; lisbon
qatar: qatari qataris; doha
romania: romanian romanians; bucharest
russia: russian russians; moscow
rwanda: rwandan rwandans; kigali
saudi arabia: saudi saudis; riyadh
senegal: senegalese; dakar
serbia: serbian serbs; belgrade
sierra leone: sierra leonean; freetown
singapore: singaporean singaporeans; singapore
slovakia: slovak slovaks; bratislava
slovenia: slovenian slovene; ljubljana
somalia: somali somalis; mogadishu
south africa: south african; pretoria
south korea: south korean korean koreans; seoul
south sudan: south sudanese; juba
spain: spanish spaniards; madrid
sri lanka: sri lankan; colombo
sudan: sudanese; khartoum
sweden: swedish swedes; stockholm
switzerland: swiss; bern
syria: syrian syrians; damascus
taiwan: taiwanese; taipei
tajikistan: tajik tajiks; dushanbe
tanzania: tanzanian tanzanians; dodoma
thailand: thai thais; bangkok
togo: togolese; lome
tunisia: tunisian tunisians; tunis
turkey: turkish turks; ankara
türkiye: turkish turks; ankara
turkmenistan: turkmen; ashgabat
uganda: ugandan ugandans; kampala
ukraine: ukrainian ukrainians; kyiv
united arab emirates: emirati emiratis; abu dhabi
united kingdom: british britons; london
britain: british britons; london
england: english; london
scotland: scottish scots; edinburgh
wales: welsh; cardiff
united states: american americans u.s. us usa; washington
america: american americans u.s. us usa; washington
uruguay: uruguayan uruguayans; montevideo
uzbekistan: uzbek uzbeks; tashkent
vatican: vatican; vatican
venezuela: venezuelan venezuelans; caracas
vietnam: vietnamese; hanoi
yemen: yemeni yemenis; sanaa
zambia: zambian zambians; lusaka
zimbabwe: zimbabwean zimbabweans; harare
soviet union: soviet soviets; moscow
ussr: soviet soviets; moscow
european union: european e.u. eu; brussels
"""

# Names of regions and cities that are often taken for a person's.
OTHERS = """
new york los angeles san francisco san diego san antonio las vegas new orleans new jersey new mexico new
hampshire north carolina south carolina north dakota south dakota west virginia rhode island alabama
alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
chicago houston philadelphia phoenix dallas boston seattle denver detroit atlanta miami baltimore
cleveland pittsburgh st. petersburg leningrad crimea donbas donetsk luhansk kharkiv odesa odessa mumbai
delhi shanghai hong kong istanbul toronto sydney melbourne cape town johannesburg lagos geneva zurich
frankfurt munich hamburg barcelona milan naples europe asia africa america latin central eastern western
middle east gaza west bank long island city county valley river lake mountain beach park street avenue
road airport square wall capitol ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich
minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo hill silicon hollywood manhattan
brooklyn queens bronx harlem
"""
