Instance: SentPatient
InstanceOf: ReferredPatient
Usage: #inline
* insert TheaNumber
* insert TheaName
* insert TheaPerson
* insert TheaPhone
