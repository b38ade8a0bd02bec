Instance: Thea
InstanceOf: ReferredPatient
Usage: #example
Description: "Thea as stored"
* insert TheaNumber
* insert TheaName
* insert TheaPerson
* insert TheaPhone
