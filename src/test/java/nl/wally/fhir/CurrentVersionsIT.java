package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.StatementLog;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is there is read as HAPI reads it, many with one statement, and a transaction goes on to see what it has seen. */
class CurrentVersionsIT extends ServerIT {
    @Autowired
    private CurrentVersions versions;

    @Autowired
    private DaoRegistry daos;

    @Autowired
    private StatementLog statements;

    @Autowired
    private PlatformTransactionManager transactions;

    private ReferralLife thea;
    private String task;

    @BeforeEach
    void begin() {
        thea = ReferralLife.begin(server, 1);
        task = thea.reference(Task.class);
    }

    @Test
    void readsManyOfManyTypesWithOneStatement() {
        List<String> references = List.of(
                task, thea.reference(ServiceRequest.class), "Organization/practice-1", "PractitionerRole/wally-1");

        Map<String, Resource> read = new HashMap<>();
        List<String> asked = statements.during(() -> read.putAll(versions.read(references)));

        assertThat(asked.stream().filter(sql -> sql.contains("FHIR_ID in (?,?,?,?)")))
                .hasSize(1);
        assertThat(read).containsOnlyKeys(references);
        read.forEach((reference, resource) ->
                assertThat(server.json(resource)).as(reference).isEqualTo(server.json(asHapiReads(reference))));
    }

    @Test
    void findsNothingUnderAnotherTypeAnUnknownIdOrWhatIsNoId() {
        // The ids and the types of all of them are asked for at once; none may come back under the other's name.
        assertThat(versions.read(List.of("Organization/wally-1", "PractitionerRole/practice-1")))
                .isEmpty();
        assertThat(versions.read(List.of("Task/" + UUID.randomUUID(), "Task/ ", "Task/\0", "Task", "urn:uuid:1", "")))
                .isEmpty();
        assertThat(versions.read(List.of())).isEmpty();
    }

    @Test
    void aTransactionGoesOnToSeeWhatItHasReadAndAnotherInsideOfItDoesNot() {
        var outer = new TransactionTemplate(transactions);
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        outer.executeWithoutResult(any -> {
            assertThat(status()).isEqualTo(TaskStatus.REQUESTED);
            thea.step("wally-demo-1", TaskStatus.RECEIVED, Set.of());
            assertThat(status()).as("read again").isEqualTo(TaskStatus.REQUESTED);
            inner.executeWithoutResult(another -> assertThat(status()).isEqualTo(TaskStatus.RECEIVED));
            assertThat(status()).as("after the other one").isEqualTo(TaskStatus.REQUESTED);
        });

        assertThat(status()).as("when it has ended").isEqualTo(TaskStatus.RECEIVED);
    }

    @Test
    void aTransactionSeesWhatItHasStoredItself() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            IFhirResourceDao<Organization> dao = daos.getResourceDao(Organization.class);
            var request = new SystemRequestDetails();
            IIdType id =
                    dao.create(new Organization().setName("Before"), request).getId();
            String reference = "Organization/" + id.getIdPart();
            assertThat(name(reference)).isEqualTo("Before");
            var changed = new Organization().setName("After");
            changed.setId(reference);
            dao.update(changed, request);
            assertThat(name(reference)).isEqualTo("After");
            transaction.setRollbackOnly();
        });
    }

    @Test
    void aReferenceWithVersionOrServerMeansWhatItIsNow() {
        thea.step("wally-demo-1", TaskStatus.RECEIVED, Set.of());

        for (String written : List.of(task + "/_history/1", "https://somewhere.example/fhir/" + task)) {
            Task found = (Task)
                    Objects.requireNonNull(versions.read(List.of(written)).get(written));
            assertThat(found.getStatus()).as(written).isEqualTo(TaskStatus.RECEIVED);
        }
    }

    @Test
    void findsWhatRefersToSomethingByAnElementAsASearchDoes() {
        Map.of(
                        "CareTeam.managingOrganization", List.of("Organization/practice-1", "managing-organization"),
                        "CareTeam.participant.member", List.of("PractitionerRole/wally-1", "participant"),
                        "PractitionerRole.practitioner", List.of("Practitioner/wally-1", "practitioner"))
                .forEach((path, asked) -> {
                    List<Resource> found = new ArrayList<>();
                    List<String> sent = statements.during(() -> found.addAll(versions.referring(asked.get(0), path)));

                    assertThat(sent.stream().filter(sql -> sql.startsWith("select")))
                            .as(path)
                            .hasSize(1);
                    String type = path.substring(0, path.indexOf('.'));
                    var parameters = new SearchParameterMap();
                    parameters.add(asked.get(1), new ReferenceParam(asked.get(0)));
                    List<IBaseResource> expected = daos.getResourceDao(type)
                            .search(parameters.setLoadSynchronous(true), new SystemRequestDetails())
                            .getAllResources();
                    assertThat(found)
                            .as(path)
                            .isNotEmpty()
                            .extracting(server::json)
                            .containsExactlyInAnyOrderElementsOf(expected.stream()
                                    .map(one -> server.json((Resource) one))
                                    .toList());
                });
    }

    @Test
    void whatRefersToSomethingTwiceIsThereOnceAndWhatDoesNoMoreIsNot() {
        String member = "PractitionerRole/wally-1";
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            IFhirResourceDao<CareTeam> dao = daos.getResourceDao(CareTeam.class);
            var request = new SystemRequestDetails();
            var team = new CareTeam();
            team.addParticipant().setMember(new Reference(member));
            team.addParticipant().setMember(new Reference(member));
            String reference = "CareTeam/" + dao.create(team, request).getId().getIdPart();
            assertThat(teams(member)).containsOnlyOnce(reference);
            var changed = new CareTeam();
            changed.setId(reference);
            dao.update(changed, request);
            assertThat(teams(member)).isNotEmpty().doesNotContain(reference);
            transaction.setRollbackOnly();
        });
        assertThat(versions.referring("PractitionerRole/ ", "CareTeam.participant.member"))
                .isEmpty();
    }

    @Test
    void findsWhoHasAnIdentifierAsASearchDoesAndNobodyElse() {
        Patient known = (Patient) asHapiReads(thea.reference(Patient.class));
        String system = known.getIdentifierFirstRep().getSystem();
        String value = known.getIdentifierFirstRep().getValue();

        List<Resource> found = new ArrayList<>();
        List<String> sent = statements.during(() -> found.addAll(versions.identified("Patient", system, value)));

        assertThat(sent.stream().filter(sql -> sql.startsWith("select"))).hasSize(1);
        assertThat(found).extracting(server::json).containsExactly(server.json(known));
        assertThat(versions.identified("Patient", system, value + "x")).isEmpty();
        assertThat(versions.identified("Patient", system + "x", value)).isEmpty();
        assertThat(versions.identified("Task", system, value)).isEmpty();
        for (String odd : List.of("a|b,c$d\\e", "Ünïcode 'quoted'", "UPPER lower", "x".repeat(300))) {
            assertThat(identifiedOnceStored(system, odd)).as(odd).isEqualTo(1);
        }
    }

    private int identifiedOnceStored(String system, String value) {
        var patient = new Patient();
        patient.addIdentifier().setSystem(system).setValue(value);
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            daos.getResourceDao(Patient.class).create(patient, new SystemRequestDetails());
            return versions.identified("Patient", system, value).size();
        }));
    }

    private List<String> teams(String member) {
        return versions.referring(member, "CareTeam.participant.member").stream()
                .map(team -> "CareTeam/" + team.getIdElement().getIdPart())
                .toList();
    }

    private String name(String reference) {
        return ((Organization)
                        Objects.requireNonNull(versions.read(List.of(reference)).get(reference)))
                .getName();
    }

    private Resource asHapiReads(String reference) {
        IdType id = new IdType(reference);
        return (Resource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails());
    }

    private TaskStatus status() {
        return ((Task) Objects.requireNonNull(versions.read(List.of(task)).get(task))).getStatus();
    }
}
