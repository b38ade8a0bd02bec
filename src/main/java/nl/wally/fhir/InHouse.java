package nl.wally.fhir;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a page of this server asks on behalf of whoever is signed in. It is the API without HTTP: the same interactions, the
 * same sight, the same rules, and the same record. A page that gets and sends everything through here can do nothing that the
 * API refuses.
 *
 * <p>Every method throws {@link nl.wally.shared.RefusedException}, and nothing else, when it is refused or does not succeed;
 * the refusal is on record by then.
 */
public interface InHouse {
    /** The current version of a resource, as far as the caller may see it. */
    <T extends Resource> T read(Class<T> type, String id);

    /**
     * One page of a search, as over HTTP.
     *
     * @param criteria search parameters with their values, for instance {@code owner} and {@code _include}; of what the
     *     CapabilityStatement names
     */
    Bundle search(String type, Map<String, List<String>> criteria);

    /**
     * An operation on one resource.
     *
     * @param reference {@code Type/id}
     * @param operation without the dollar, for instance {@code available-actions}
     */
    Parameters ask(String reference, String operation);

    /**
     * All entries of a transaction, or nothing.
     *
     * @return what is stored now, in the order of the entries
     */
    List<Resource> transact(Bundle transaction);

    /** Creates a resource; returns it as it is stored now. */
    <T extends Resource> T create(T resource);

    /**
     * Updates a resource.
     *
     * @param resource as it is to be, with the id and the version that the person has seen: another one in between is refused
     * @return as it is stored now
     */
    <T extends Resource> T update(T resource);
}
