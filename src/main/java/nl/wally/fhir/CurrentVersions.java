package nl.wally.fhir;

import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the current versions of resources from HAPI's tables, all of them with one statement. HAPI's DAO needs two for each, one
 * for the row of the resource and one for its text, and a transaction around them. As with HAPI's DAO a transaction goes on to
 * see what it has read of a resource first. See ADR 48.
 */
@Component
final class CurrentVersions {
    private static final String CURRENT =
            "select text from ResourceHistoryTable text join fetch text.myResourceTable row"
                    + " where text.myResourceVersion = row.myVersion and row.myDeleted is null";

    /** Hibernate keeps its translation, of a list it does not; and nearly always one is asked for. */
    private static final String ONE = CURRENT + " and row.myResourceType = :type and row.myFhirId = :id";

    private static final String SOME = CURRENT + " and row.myResourceType in :types and row.myFhirId in :ids";

    private static final String WITH_TEXT =
            " join ResourceHistoryTable text on text.myResourceTable = row and text.myResourceVersion = row.myVersion"
                    + " where row.myDeleted is null";

    private static final String REFERRING = "select text, row from ResourceLink link"
            + " join link.myTargetResource target join link.mySourceResource row" + WITH_TEXT
            + " and target.myResourceType = :targetType and target.myFhirId = :target and link.mySourcePath = :path";

    private static final String IDENTIFIED = "select text, row from ResourceIndexedSearchParamToken token"
            + " join token.myResource row" + WITH_TEXT + " and token.myHashSystemAndValue = :identifier";

    private final EntityManager entities;
    private final IJpaStorageResourceParser parser;
    private final PartitionSettings partitions;

    CurrentVersions(EntityManagerFactory entities, IJpaStorageResourceParser parser, PartitionSettings partitions) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(entities);
        this.parser = parser;
        this.partitions = partitions;
    }

    /** Those of these {@code Type/id} that are there, by the same. */
    Map<String, Resource> read(Collection<String> references) {
        Map<String, IdType> wanted = new HashMap<>();
        for (String reference : references) {
            IdType id = new IdType(reference);
            // What is no id is nobody's.
            if (id.hasResourceType() && id.isIdPartValid()) {
                wanted.put(reference, id.toUnqualifiedVersionless());
            }
        }
        Map<String, ResourceTable> rows = seen();
        Set<IdType> unseen = new HashSet<>(wanted.values());
        unseen.removeIf(id -> rows.containsKey(id.getValue()));
        for (ResourceHistoryTable text : texts(unseen)) {
            remember(text, rows);
        }
        Map<String, Resource> found = new HashMap<>();
        wanted.forEach((reference, id) -> Optional.ofNullable(rows.get(id.getValue()))
                .map(row -> (Resource) parser.toResource(row, false))
                .ifPresent(resource -> found.put(reference, resource)));
        return found;
    }

    /** Those that refer to {@code Type/id} by this element, for instance {@code CareTeam.managingOrganization}. */
    List<Resource> referring(String target, String path) {
        IdType id = new IdType(target);
        if (!id.hasResourceType() || !id.isIdPartValid()) {
            return List.of();
        }
        return found(entities.createQuery(REFERRING, Object[].class)
                .setParameter("targetType", id.getResourceType())
                .setParameter("target", id.getIdPart())
                .setParameter("path", path));
    }

    /** Those of this type that have this identifier. */
    List<Resource> identified(String type, String system, String value) {
        // The hash is how HAPI finds it too: it covers type, parameter, system and value.
        var token = new ResourceIndexedSearchParamToken(partitions, type, "identifier", system, value);
        return found(entities.createQuery(IDENTIFIED, Object[].class)
                .setParameter("identifier", token.getHashSystemAndValue()));
    }

    private List<Resource> found(TypedQuery<Object[]> query) {
        Map<String, ResourceTable> rows = seen();
        return query.getResultList().stream()
                .map(found -> remember((ResourceHistoryTable) found[0], rows))
                // One that has twice what is looked for is there twice.
                .distinct()
                .map(row -> (Resource) parser.toResource(row, false))
                .toList();
    }

    private List<ResourceHistoryTable> texts(Set<IdType> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (ids.size() == 1) {
            IdType one = ids.iterator().next();
            return entities.createQuery(ONE, ResourceHistoryTable.class)
                    .setParameter("type", one.getResourceType())
                    .setParameter("id", one.getIdPart())
                    .getResultList();
        }
        // Each type with each id: of those that nobody asked for none comes back.
        return entities
                .createQuery(SOME, ResourceHistoryTable.class)
                .setParameter("types", ids.stream().map(IdType::getResourceType).collect(Collectors.toSet()))
                .setParameter("ids", ids.stream().map(IdType::getIdPart).collect(Collectors.toSet()))
                .getResultList()
                .stream()
                .filter(text -> ids.contains(new IdType(key(text.getResourceTable()))))
                .toList();
    }

    private static ResourceTable remember(ResourceHistoryTable text, Map<String, ResourceTable> rows) {
        ResourceTable row = text.getResourceTable();
        // A row that a search has brought already may be an older one; HAPI then asks for the text of that.
        if (row.getCurrentVersionEntity() == null && row.getVersion() == text.getVersion()) {
            row.setCurrentVersionEntity(text);
        }
        rows.put(key(row), row);
        return row;
    }

    private static String key(ResourceTable row) {
        return row.getResourceType() + "/" + row.getFhirId();
    }

    /** What this transaction has read, for as long as it lasts; outside of one nothing is kept. */
    @SuppressWarnings("unchecked")
    private Map<String, ResourceTable> seen() {
        var known = (Map<String, ResourceTable>) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        Map<String, ResourceTable> rows = new HashMap<>();
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Keeping(rows));
            TransactionSynchronizationManager.bindResource(this, rows);
        }
        return rows;
    }

    /** Keeps rows at hand for one transaction, and none of them for another that begins inside of it. */
    private final class Keeping implements TransactionSynchronization {
        private final Map<String, ResourceTable> rows;

        Keeping(Map<String, ResourceTable> rows) {
            this.rows = rows;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CurrentVersions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CurrentVersions.this, rows);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentVersions.this);
        }
    }
}
