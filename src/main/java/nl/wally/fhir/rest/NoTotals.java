package nl.wally.fhir.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;

/** HAPI writes the size of the page as the total of the search; no total is better than a wrong one. */
@Interceptor
class NoTotals {
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void remove(IBaseResource answer) {
        if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.SEARCHSET) {
            bundle.setTotalElement(null);
        }
    }
}
