Instance: SentTask
InstanceOf: ReferralTask
Usage: #inline
* status = #requested
* insert TheaTask("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c03")
