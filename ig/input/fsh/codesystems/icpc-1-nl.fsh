CodeSystem: Icpc
Id: waw-icpc-1-nl
Title: "ICPC-1-NL, the codes used in a social referral"
Description: "A fragment of ICPC-1-NL: chapter Z and the complaint codes of chapter P that go with a social question. Working labels, to be checked against NHG table 24; the code system itself is of the NHG."
* ^url = "http://hl7.org/fhir/sid/icpc-1-nl"
* ^language = #nl
* ^content = #fragment
* ^experimental = false
* ^caseSensitive = true
* #Z01 "Armoede/financieel probleem"
* #Z01 insert English([["Poverty or financial problem"]])
* #Z02 "Probleem met voedsel/water"
* #Z02 insert English([["Food or water problem"]])
* #Z03 "Probleem met huisvesting/buurt"
* #Z03 insert English([["Housing or neighbourhood problem"]])
* #Z04 "Sociaal-cultureel probleem"
* #Z04 insert English([["Social or cultural problem"]])
* #Z05 "Probleem met werksituatie"
* #Z05 insert English([["Work problem"]])
* #Z06 "Probleem met werkloosheid"
* #Z06 insert English([["Unemployment problem"]])
* #Z07 "Probleem met opleiding/onderwijs"
* #Z07 insert English([["Education problem"]])
* #Z08 "Probleem met sociale verzekering/voorzieningen"
* #Z08 insert English([["Social welfare problem"]])
* #Z09 "Probleem met justitie/politie"
* #Z09 insert English([["Legal problem"]])
* #Z10 "Probleem met de gezondheidszorg"
* #Z10 insert English([["Health care system problem"]])
* #Z11 "Probleem met ziek zijn"
* #Z11 insert English([["Problem with being ill"]])
* #Z12 "Relatieprobleem met partner"
* #Z12 insert English([["Relationship problem with partner"]])
* #Z13 "Probleem met gedrag partner"
* #Z13 insert English([["Partner's behaviour problem"]])
* #Z14 "Probleem met ziekte partner"
* #Z14 insert English([["Partner illness problem"]])
* #Z15 "Verlies/overlijden partner"
* #Z15 insert English([["Loss or death of partner"]])
* #Z16 "Relatieprobleem met kind"
* #Z16 insert English([["Relationship problem with child"]])
* #Z18 "Probleem met ziekte kind"
* #Z18 insert English([["Illness problem with child"]])
* #Z19 "Verlies/overlijden kind"
* #Z19 insert English([["Loss or death of child"]])
* #Z20 "Relatieprobleem met ouders/familie"
* #Z20 insert English([["Relationship problem with parent or family"]])
* #Z21 "Probleem met gedrag ouders/familie"
* #Z21 insert English([["Behaviour problem of parent or family"]])
* #Z22 "Probleem met ziekte ouders/familie"
* #Z22 insert English([["Illness problem of parent or family"]])
* #Z23 "Verlies/overlijden ouders/familie"
* #Z23 insert English([["Loss or death of parent or family member"]])
* #Z24 "Relatieprobleem met vrienden"
* #Z24 insert English([["Relationship problem with friends"]])
* #Z25 "Probleem door geweld/mishandeling"
* #Z25 insert English([["Assault or harmful event problem"]])
* #Z27 "Angst voor sociaal probleem"
* #Z27 insert English([["Fear of a social problem"]])
* #Z28 "Functiebeperking/handicap"
* #Z28 insert English([["Limited function or disability"]])
* #Z29 "Ander sociaal probleem"
* #Z29 insert English([["Other social problem"]])
* #P01 "Angstig/nerveus/gespannen gevoel"
* #P01 insert English([["Feeling anxious, nervous or tense"]])
* #P02 "Crisis/voorbijgaande stressreactie"
* #P02 insert English([["Acute stress reaction"]])
* #P03 "Down/depressief gevoel"
* #P03 insert English([["Feeling depressed"]])
* #P06 "Slapeloosheid/andere slaapstoornis"
* #P06 insert English([["Sleep disturbance"]])
* #P25 "Levensfaseprobleem volwassene"
* #P25 insert English([["Phase of life problem of adult"]])
* #P29 "Andere psychische symptomen/klachten"
* #P29 insert English([["Other psychological symptom or complaint"]])
