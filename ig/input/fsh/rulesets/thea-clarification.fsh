// What Thea and Sanne found (W-4).
RuleSet: TheaClarification(status, authored)
* basedOn = Reference(ServiceRequest/TheaServiceRequest)
* questionnaire = "http://waariswally.nl/fhir/Questionnaire/waw-clarification-form|0.1.0"
* status = #{status}
* subject = Reference(Patient/Thea)
* authored = {authored}
* author = Reference(PractitionerRole/wally-1)
* source = Reference(Patient/Thea)

RuleSet: TheaFourAnswers
* item[+].linkId = "questions"
* item[=].item[+].linkId = "questions.going-on"
* item[=].item[=].answer.valueString = "Ik lig wakker van de rekeningen."
* item[=].item[+].linkId = "questions.tried"
* item[=].item[=].answer.valueString = "De post laten liggen. Met mijn zus gepraat."
* item[=].item[+].linkId = "questions.yourself"
* item[=].item[=].answer.valueString = "De enveloppen op volgorde leggen."
* item[=].item[+].linkId = "questions.whose-help"
* item[=].item[=].answer.valueString = "Iemand die met me meegaat."

RuleSet: TheaArea(area, state, display, note)
* item[=].item[+].linkId = "areas.{area}"
* item[=].item[=].item[+].linkId = "areas.{area}.state"
* item[=].item[=].item[=].answer.valueCoding = LifeAreaState#{state} {display}
* item[=].item[=].item[+].linkId = "areas.{area}.note"
* item[=].item[=].item[=].answer.valueString = {note}

RuleSet: TheaMark(dimension, mark)
* item[=].item[+].linkId = "health.{dimension}"
* item[=].item[=].answer.valueInteger = {mark}
