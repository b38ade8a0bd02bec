package nl.wally.referring;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.InHouse;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.stereotype.Component;

/** Says in whose name somebody who is signed in refers. */
@Component
class Senders {
    private final InHouse house;

    Senders(InHouse house) {
        this.house = house;
    }

    /**
     * Who refers.
     *
     * @throws RefusedException when the practice has no identifier systems yet
     */
    Sender of(Caller caller) {
        String practice = caller.organization();
        List<String> systems = house
                .read(Organization.class, practice.substring(practice.indexOf('/') + 1))
                .getExtensionsByUrl(Canonicals.EXTENSION_IDENTIFIER_SYSTEM)
                .stream()
                .map(extension -> extension.getValue().primitiveValue())
                .toList();
        if (systems.isEmpty()) {
            throw new RefusedException(Problem.IDENTIFIER_SYSTEM_FOREIGN);
        }
        // As the coordinator notes them: the first is that of persons, the last that of referrals.
        return new Sender(
                practice,
                caller.person().orElseThrow(() -> new RefusedException(Problem.FORBIDDEN)),
                systems.get(0),
                systems.get(systems.size() - 1));
    }
}
