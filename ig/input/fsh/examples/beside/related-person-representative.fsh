Instance: TheaSister
InstanceOf: Representative
Usage: #example
Description: "The sister of Thea, who speaks for her, as stored"
* insert OfPracticeOne
* patient = Reference(Patient/Thea)
* insert TheaSisterPerson
* insert TheaSisterPhone
