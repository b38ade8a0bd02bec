package nl.wally.fhir;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.HistorySearchDateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.hapi.HapiConfig;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps resources, through HAPI's DAOs. It asks nobody whether the caller may: {@link Sight} and the steps do. */
@Component
@DependsOn(HapiConfig.SEARCH_PARAMETERS_LOADED)
public class Store {
    /** HAPI counts versions with a long, and stumbles over what is none. */
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final DaoRegistry daos;
    private final CurrentVersions versions;
    private final JdbcTemplate jdbc;

    Store(DaoRegistry daos, CurrentVersions versions, JdbcTemplate jdbc) {
        this.daos = daos;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /** The current version of {@code Type/id}, or empty when there is none. */
    public Optional<Resource> read(String reference) {
        return Optional.ofNullable(read(List.of(reference)).get(reference));
    }

    /** The current version, as the type expected; empty when there is none or it is of another type. */
    public <T extends Resource> Optional<T> read(String reference, Class<T> type) {
        return reference.startsWith(type.getSimpleName() + "/")
                ? read(reference).map(type::cast)
                : Optional.empty();
    }

    /** The current versions of these {@code Type/id} by the same, without those that are not there; one statement for all. */
    public Map<String, Resource> read(Collection<String> references) {
        return versions.read(references);
    }

    /** One version of {@code Type/id/_history/version}, or empty. */
    public Optional<Resource> readExactly(IdType id) {
        if (!id.hasVersionIdPart() || !VERSION.matcher(id.getVersionIdPart()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of((Resource) dao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return Optional.empty();
        }
    }

    /** The versions of {@code Type/id}, the newest first, at most so many. */
    public List<Resource> history(String reference, int most) {
        // As nothing is ever deleted, the number of the current version counts them; HAPI counts none.
        int versions = read(reference)
                .map(current -> Integer.parseInt(current.getMeta().getVersionId()))
                .orElse(0);
        var range = new HistorySearchDateRangeParam(Map.of(), new DateRangeParam(), 0);
        return dao(new IdType(reference).getResourceType())
                .history(new IdType(reference), range, new SystemRequestDetails())
                .getResources(0, Math.min(versions, most))
                .stream()
                .map(Resource.class::cast)
                .toList();
    }

    /** Which of these {@code Type/id} exist; one statement for all of them. */
    public Set<String> existing(Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        Set<String> ids = references.stream()
                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                .collect(Collectors.toSet());
        Set<String> found = Set.copyOf(jdbc.queryForList(
                "select res_type || '/' || fhir_id from hfj_resource where fhir_id = any (?) and res_deleted_at is null",
                String.class,
                (Object) ids.toArray(String[]::new)));
        return references.stream().filter(found::contains).collect(Collectors.toSet());
    }

    /**
     * Which resources of a type refer to this one, as {@code Type/id}; and {@link #linked} the other way round. Without
     * looking at the resources themselves, so that they can still be locked before anything is read.
     *
     * @param path the element, for instance {@code CareTeam.participant.member}
     */
    List<String> linking(String target, String path) {
        return jdbc.queryForList(
                "select s.res_type || '/' || s.fhir_id from hfj_resource t join hfj_res_link l on l.target_resource_id ="
                        + " t.res_id join hfj_resource s on s.res_id = l.src_resource_id"
                        + " where t.fhir_id = ? and t.res_type = ? and l.src_path = ?",
                String.class,
                target.substring(target.indexOf('/') + 1),
                target.substring(0, target.indexOf('/')),
                path);
    }

    /** To which resources this element of a resource refers, as {@code Type/id}. */
    List<String> linked(String source, String path) {
        return jdbc.queryForList(
                "select t.res_type || '/' || t.fhir_id from hfj_resource s join hfj_res_link l on l.src_resource_id ="
                        + " s.res_id join hfj_resource t on t.res_id = l.target_resource_id"
                        + " where s.fhir_id = ? and s.res_type = ? and l.src_path = ?",
                String.class,
                source.substring(source.indexOf('/') + 1),
                source.substring(0, source.indexOf('/')),
                path);
    }

    /**
     * The current versions of all resources that refer to this one by this element; one statement, where a search takes two.
     *
     * @param target for instance {@code Organization/practice-1}
     * @param path the element, for instance {@code CareTeam.managingOrganization}; its first word names the type
     */
    public <T extends Resource> List<T> referring(Class<T> type, String target, String path) {
        return versions.referring(target, path).stream().map(type::cast).toList();
    }

    /** The current versions of all resources that have this identifier; one statement, where a search takes two. */
    public <T extends Resource> List<T> identified(Class<T> type, String system, String value) {
        return versions.identified(type.getSimpleName(), system, value).stream()
                .map(type::cast)
                .toList();
    }

    /** All resources that match, without paging: for questions of the server itself that have few answers. */
    public <T extends Resource> List<T> find(Class<T> type, Criteria criteria) {
        return search(type.getSimpleName(), criteria).map(type::cast).toList();
    }

    private Stream<Resource> search(String type, Criteria criteria) {
        return dao(type)
                .search(criteria.parameters().setLoadSynchronous(true), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Resource.class::cast);
    }

    void store(Change change, TransactionDetails transaction) {
        Resource resource = change.after();
        // Nothing here is decided by a label or a source; what a client writes there would be believed by whoever reads
        // it.
        resource.getMeta().setSecurity(null).setSource(null);
        var request = new SystemRequestDetails();
        if (change.before() == null) {
            resource.setUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED_VALUE, change.id());
            dao(change.type()).create(resource, null, true, request, transaction);
        } else {
            resource.setId(change.reference());
            dao(change.type()).update(resource, null, true, false, request, transaction);
        }
    }

    /** Stores a resource under an id of our own choice, unless it is there already; for data that the server brings along. */
    public void bring(Resource resource) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        if (existing(List.of(reference)).isEmpty()) {
            resource.setId(reference);
            dao(resource.fhirType()).update(resource, new SystemRequestDetails());
        }
    }

    /** Stores a resource under an id of our own choice, as a new version when it is there already. */
    void publish(Resource resource) {
        resource.setId(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        dao(resource.fhirType()).update(resource, new SystemRequestDetails());
    }

    @SuppressWarnings("unchecked")
    private IFhirResourceDao<Resource> dao(@Nullable String type) {
        return daos.getResourceDao(type);
    }
}
