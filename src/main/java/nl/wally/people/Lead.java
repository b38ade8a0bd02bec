package nl.wally.people;

import java.util.Optional;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Resource;

/** Knows on which page somebody finds something; a bean of each module that has such pages. */
public interface Lead {
    /** The path of the page on which this caller reads of this resource, which the caller may see; empty when there is none here. */
    Optional<String> to(Caller caller, Resource resource);
}
