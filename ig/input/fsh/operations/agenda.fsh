Instance: waw-agenda
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-agenda"
* name = "Agenda"
* title = "Agenda of a quarterly meeting"
* status = #active
* experimental = false
* kind = #operation
* description = "What practice and Wally have to discuss (W-11): the open referrals of the practice, and those that ended since the last meeting that was held before this one, in the last year at most. Each caller gets those that it may see: a coordinator without the area of life. Where consent was withdrawn there is nothing to discuss."
* affectsState = false
* code = #agenda
* resource = #Appointment
* system = false
* type = false
* instance = true
* insert Out(referral, 0, *, [["One referral, those first that need it most"]])
* insert OutPart(number, 1, 1, string, [["The referral number"]])
* insert OutPart(task, 1, 1, Reference, [["The Task of the referral"]])
* insert OutPart(status, 1, 1, code, [["Its status"]])
* insert OutPart(progress, 0, 1, Coding, [["How far it is: waw-business-status"]])
* insert OutPart(area, 0, *, Coding, [["Areas of life; not for coordinators"]])
* insert OutPart(sent, 1, 1, dateTime, [["When it was sent"]])
* insert OutPart(first-contact-due, 0, 1, dateTime, [["By when first contact was promised"]])
* insert OutPart(ended, 0, 1, dateTime, [["When it ended"]])
* insert OutPart(days, 1, 1, integer, [["Days from when it was sent until it ended, or until now"]])
* insert OutPart(overdue, 1, 1, boolean, [["Whether a promise is overdue"]])
* insert OutPart(point, 1, *, Coding, [["What to discuss: waw-agenda-point"]])
