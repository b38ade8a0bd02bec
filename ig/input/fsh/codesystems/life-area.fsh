CodeSystem: LifeArea
Id: waw-life-area
Title: "Area of life"
Description: "The thirteen areas of the Self-Sufficiency Matrix (Zelfredzaamheid-Matrix, GGD Amsterdam): names only."
* ^experimental = false
* ^caseSensitive = true
* #finances "Finances"
* #finances insert Dutch([["Financiën"]])
* #work-education "Work and education"
* #work-education insert Dutch([["Werk & opleiding"]])
* #time-use "Use of time"
* #time-use insert Dutch([["Tijdsbesteding"]])
* #housing "Housing"
* #housing insert Dutch([["Huisvesting"]])
* #domestic-relations "Domestic relations"
* #domestic-relations insert Dutch([["Huiselijke relaties"]])
* #mental-health "Mental health"
* #mental-health insert Dutch([["Geestelijke gezondheid"]])
* #physical-health "Physical health"
* #physical-health insert Dutch([["Lichamelijke gezondheid"]])
* #substance-use "Substance use"
* #substance-use insert Dutch([["Middelengebruik"]])
* #basic-daily-life "Basic activities of daily life"
* #basic-daily-life insert Dutch([["Basale ADL"]])
* #instrumental-daily-life "Instrumental activities of daily life"
* #instrumental-daily-life insert Dutch([["Instrumentele ADL"]])
* #social-network "Social network"
* #social-network insert Dutch([["Sociaal netwerk"]])
* #social-participation "Participation in society"
* #social-participation insert Dutch([["Maatschappelijke participatie"]])
* #justice "Justice"
* #justice insert Dutch([["Justitie"]])
