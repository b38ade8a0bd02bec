package nl.wally.privacy;

import java.util.List;
import nl.wally.fhir.PersonOperation;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * {@code GET Patient/$erasures} and {@code GET Patient/[id]/$erasures}: the certificates, of the organisation's newest or of
 * one person; whoever accounts for an erasure still finds it when nothing else is left.
 */
@Component
class ErasuresOperation implements PersonOperation {
    private final Certificates certificates;

    ErasuresOperation(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public boolean needsPerson() {
        return false;
    }

    @Override
    public Resource answer(Asked asked) {
        Caller caller = asked.caller();
        List<Certificate> found =
                asked.person().map(certificates::ofPerson).orElseGet(() -> certificates.of(caller.organization()));
        var answer = new Parameters();
        found.stream()
                .filter(one -> ErasureRules.isInvolved(caller, one.practice(), one.coordination()))
                .forEach(one -> answer.addParameter().setName("certificate").setResource(CertificateForm.of(one)));
        return answer;
    }
}
