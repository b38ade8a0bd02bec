package nl.wally.privacy;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.fhir.PersonOperation;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** {@code POST Patient/[id]/$erase}: the person's right to erasure (article 17 AVG); answers with the certificate. */
@Component
class EraseOperation implements PersonOperation {
    private static final String GROUND = "ground";

    private final Erasures erasures;

    EraseOperation(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public Scope.Action action() {
        return Scope.Action.DELETE;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(GROUND);
    }

    @Override
    public Resource answer(Asked asked) {
        Ground ground = Ground.requested(asked.parameters().getOrDefault(GROUND, ""))
                .orElseThrow(() -> new RefusedException(
                        Problem.PARAMETER_INVALID,
                        GROUND,
                        words("Name the ground: a code of CodeSystem waw-erasure-ground other than retention")));
        return CertificateForm.of(erasures.erase(asked.caller(), asked.named(), ground));
    }
}
