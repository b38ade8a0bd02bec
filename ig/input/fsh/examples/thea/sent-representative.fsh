Instance: SentRepresentative
InstanceOf: Representative
Usage: #inline
* patient.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01"
* insert TheaSisterPerson
* insert TheaSisterPhone
