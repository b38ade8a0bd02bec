// The form of the clarification: Dutch texts for the person and the Wally, English beside them for developers.
RuleSet: FormHead
* url = "http://waariswally.nl/fhir/Questionnaire/waw-clarification-form"
* version = "0.1.0"
* name = "WawClarificationForm"
* title = "Vraagverheldering"
* status = #active
* experimental = false
* date = "2026-03-01"
* publisher = "Waar is Wally"
* description = "Vraagverheldering over alle leefgebieden, rond vier vragen."
* language = #nl
* subjectType = #Patient

RuleSet: InEnglish(path, english)
* {path}.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* {path}.extension.extension[0].url = "lang"
* {path}.extension.extension[0].valueCode = #en
* {path}.extension.extension[1].url = "content"
* {path}.extension.extension[1].valueString = {english}

RuleSet: Group(link, dutch, english)
* item[+].linkId = "{link}"
* item[=].text = {dutch}
* insert InEnglish(item[=].text, {english})
* item[=].type = #group

RuleSet: Question(link, dutch, english)
* item[=].item[+].linkId = "{link}"
* item[=].item[=].text = {dutch}
* insert InEnglish(item[=].item[=].text, {english})
* item[=].item[=].type = #text

RuleSet: Area(area, dutch, english)
* item[=].item[+].linkId = "areas.{area}"
* item[=].item[=].code = LifeArea#{area}
* item[=].item[=].text = {dutch}
* insert InEnglish(item[=].item[=].text, {english})
* item[=].item[=].type = #group
* item[=].item[=].item[+].linkId = "areas.{area}.state"
* item[=].item[=].item[=].text = "Hoe gaat het?"
* insert InEnglish(item[=].item[=].item[=].text, "How is it going?")
* item[=].item[=].item[=].type = #choice
* item[=].item[=].item[=].answerValueSet = "http://waariswally.nl/fhir/ValueSet/waw-life-area-state"
* item[=].item[=].item[+].linkId = "areas.{area}.note"
* item[=].item[=].item[=].text = "Toelichting"
* insert InEnglish(item[=].item[=].item[=].text, "In words")
* item[=].item[=].item[=].type = #text

RuleSet: Mark(link, dutch, english)
* item[=].item[+].linkId = "{link}"
* item[=].item[=].text = {dutch}
* insert InEnglish(item[=].item[=].text, {english})
* item[=].item[=].type = #integer
* item[=].item[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].item[=].extension[0].valueInteger = 0
* item[=].item[=].extension[1].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].item[=].extension[1].valueInteger = 10
