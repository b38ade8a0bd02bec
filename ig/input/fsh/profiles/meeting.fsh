Profile: Meeting
Parent: Appointment
Id: waw-meeting
Title: "Quarterly meeting"
Description: "A practice and its Wally meet every quarter to discuss current cases (W-11). It says who meets and when, and nothing of any person: what there is to discuss is asked for with $agenda."
* insert Addressable
* extension contains Practice named practice 1..1 MS and Reminded named reminded 0..1 MS
* insert Say(extension[practice], "The practice - never changes", "huisartsenpraktijk")
* insert Say(extension[reminded], "When both sides were reminded of it - written by the server", "herinnerd")
* status from MeetingStatusCodes (required)
* insert Say(status, "proposed | booked | fulfilled | cancelled | noshow", "status")
* cancelationReason 0..0
* reasonCode 0..0
* reasonReference 0..0
* description 0..0
* supportingInformation 0..0
* start 1..1 MS
* insert Say(start, "From when", "begin")
* end 1..1 MS
* insert Say(end, "Until when", "einde")
* slot 0..0
* comment 0..0
* patientInstruction 0..0
* basedOn 0..0
* participant 2..* MS
* insert Say(participant, "A GP or practice nurse of the practice - and the Wally", "aanwezigen")
* participant.actor 1..1 MS
* participant.actor only Reference(PractitionerRole)
* participant.actor.reference 1..1
* participant.period 0..0
