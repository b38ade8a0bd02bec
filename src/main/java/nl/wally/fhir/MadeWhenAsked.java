package nl.wally.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A type of resources that are not stored as such, but made of something else when somebody asks for them. */
public interface MadeWhenAsked {
    /** For instance {@code AuditEvent}. */
    String type();

    /** The one with this id, if it is for this caller. */
    Optional<Resource> read(Caller caller, String id);

    /**
     * Those that match and are for this caller, the newest first.
     *
     * @param criteria search parameters that the CapabilityStatement names, and their values
     * @param after the id of the one after which to go on
     * @param most how many at most
     * @throws nl.wally.shared.RefusedException when a value makes no sense
     */
    List<Resource> find(Caller caller, Map<String, List<String>> criteria, @Nullable String after, int most);
}
