Extension: MeetingDue
Id: waw-meeting-due
Title: "Meeting due"
Description: "The last day of the quarter after the last meeting of practice and Wally, while none is planned and that day is near or past (W-11). Written by the server."
Context: CareTeam
* ^experimental = false
* . ^short = "Meeting due by"
* . ^alias = "kwartaalgesprek voor"
* value[x] only date
* value[x] 1..1
