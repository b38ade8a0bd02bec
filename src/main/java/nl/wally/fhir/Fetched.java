package nl.wally.fhir;

import java.util.List;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Resource;

/** Hears what a caller is about to be given by a read or a search; module {@code feedback} notes what it must. */
public interface Fetched {
    /**
     * The resources to answer with: the same, in the same order, those that changed by being fetched in their new version.
     *
     * @param found resources that the caller may see, in their current version
     */
    List<Resource> by(Caller caller, List<Resource> found);
}
