Instance: TaskAlone
InstanceOf: Task
Usage: #example
Description: "A referral Task without its Bundle: posted to /fhir/Task."
* insert Breaks(bundle-required)
* status = #requested
* insert TheaTask("Patient/Thea", "ServiceRequest/TheaServiceRequest")
