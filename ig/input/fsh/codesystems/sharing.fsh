CodeSystem: Sharing
Id: waw-sharing
Title: "What a person agrees to share"
Description: "What a person permits (Consent.provision.provision.code)."
* ^experimental = false
* ^caseSensitive = true
* #share-with-social "Share with the social organisation"
* #share-with-social insert Dutch([["Delen met de organisatie in het sociaal domein"]])
* #feedback-to-gp "Feedback of content to the GP"
* #feedback-to-gp insert Dutch([["Inhoudelijke terugkoppeling aan de huisarts"]])
