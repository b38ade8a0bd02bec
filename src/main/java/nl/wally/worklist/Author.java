package nl.wally.worklist;

import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Names;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** Who writes a remark, by name: R4 has no roles among the authors of an Annotation, and pages show remarks as signed. */
@Component
public class Author {
    private final CurrentCaller current;
    private final Names names;

    Author(CurrentCaller current, Names names) {
        this.current = current;
        this.names = names;
    }

    /** The name of who acts now. */
    public StringType now() {
        return new StringType(names.of(current.current().agent()));
    }
}
