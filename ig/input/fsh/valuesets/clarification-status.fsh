ValueSet: ClarificationStatusCodes
Id: waw-clarification-status
Title: "Status of a clarification"
Description: "The codes of QuestionnaireResponse.status that are used."
* ^experimental = false
* http://hl7.org/fhir/questionnaire-answers-status#in-progress
* http://hl7.org/fhir/questionnaire-answers-status#completed
* http://hl7.org/fhir/questionnaire-answers-status#amended
