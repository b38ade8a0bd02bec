package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.wally.Absence;
import nl.wally.Directory;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.SignedTokens;
import nl.wally.TwoNodesIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one node has written, the other knows at once: nothing that it remembers may be out of date. */
class TwoNodesAgreeIT extends TwoNodesIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String COORDINATOR = "coordinator-demo";
    private static final String SANNE_ROLE = "PractitionerRole/wally-1";
    private static final String JORIS_ROLE = "PractitionerRole/wally-2";

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private DataSource database;

    private Directory directory;

    @BeforeEach
    void coordinator() {
        directory = new Directory(server, new SignedTokens(database));
    }

    @Test
    void readsSearchesAndWritesOnEitherNode() {
        for (int round = 0; round < 5; round++) {
            ReferralLife here = ReferralLife.begin(server, 1);
            ReferralLife there = here.at(other);
            assertThat(progress(there)).isEqualTo("delivered");
            ok(there.step(SANNE, TaskStatus.RECEIVED, Set.of()));
            assertThat(progress(here)).isEqualTo("seen");
            ok(here.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
            assertThat(progress(there)).isEqualTo("contact-planned");
            ok(there.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
            assertThat(here.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(here.referral().getStatus().toCode()).isEqualTo("completed");
            assertThat(here.feedback()).hasSize(1);
            assertThat(there.feedback().get(0).getReceived())
                    .as("fetched at one node is received at the other")
                    .isEqualTo(here.feedback().get(0).getReceived());
            assertThat(here.provenance()).hasSameSizeAs(there.provenance());
        }
    }

    @Test
    void whoWasReadBeforeIsReadAnew() {
        ReferralLife here = ReferralLife.begin(server, 1);
        Task known = here.at(other).task();
        ok(here.change(GP, task -> task.addNote().setText("Zij is morgen niet thuis.")));
        assertThat(here.at(other).task().getNote()).hasSize(1);
        known.addNote().setText("Ik bel morgen.");
        assertThat(other.put(SANNE, known).status()).isEqualTo(412);
        Patient person = here.at(other).person();
        person.getTelecomFirstRep().setValue("06-99999999");
        ok(other.put(GP, person));
        assertThat(here.person().getTelecomFirstRep().getValue()).isEqualTo("06-99999999");
    }

    @Test
    void whatWasNotThereIsFoundOnceItIs() {
        Bundle bundle = Messages.referral(1);
        var identifier = Messages.part(bundle, Patient.class).getIdentifierFirstRep();
        String search = "/Patient?identifier=" + identifier.getSystem() + "%7C" + identifier.getValue();
        assertThat(other.get(GP, search).all(Patient.class)).isEmpty();
        ReferralLife.begin(server, GP, bundle);
        assertThat(other.get(GP, search).all(Patient.class)).hasSize(1);
        // Sent again to the other node it is the same referral, and the same person in another one.
        assertThat(ReferralLife.begin(other, GP, bundle).reference(Task.class))
                .isEqualTo(ReferralLife.begin(server, GP, bundle).reference(Task.class));
    }

    @Test
    void whoIsNamedToStandInAtOneNodeReceivesAtTheOther() {
        Neighbourhood here = new Neighbourhood(server, clients);
        String noor = new Neighbourhood(server, clients).sanne.role();
        Instant now = Instant.now();
        here.role(
                here.sanne,
                role -> Neighbourhood.absent(role, now.minusSeconds(60), now.plusSeconds(3600))
                        .addExtension(Canonicals.EXTENSION_ABSENCE_SUBSTITUTE, new Reference(noor)));
        ReferralLife thea = ReferralLife.begin(other, here.his(), here.referral());
        assertThat(thea.task().getOwner().getReference()).isEqualTo(noor);
        here.role(here.sanne, role -> role.getNotAvailable().clear());
        assertThat(ReferralLife.begin(other, here.his(), here.referral())
                        .task()
                        .getOwner()
                        .getReference())
                .isEqualTo(here.sanne.role());
    }

    @Test
    void aListBegunAtOneNodeGoesOnAtTheOther() {
        Bundle bundle = Messages.referral(1);
        Set<String> mine = new HashSet<>();
        String person = "";
        for (int index = 0; index < 5; index++) {
            Messages.part(bundle, ServiceRequest.class)
                    .getIdentifierFirstRep()
                    .setValue(UUID.randomUUID().toString());
            ReferralLife life = ReferralLife.begin(index % 2 == 0 ? server : other, GP, bundle);
            mine.add(life.reference(Task.class));
            person = life.reference(Patient.class);
        }
        Set<String> found = new HashSet<>();
        FhirClient node = server;
        String path = "/Task?patient=" + person + "&_count=2";
        for (int pages = 0; pages < 3; pages++) {
            Answer page = node.get(SANNE, path);
            ok(page);
            page.all(Task.class)
                    .forEach(task -> found.add("Task/" + task.getIdElement().getIdPart()));
            Bundle.BundleLinkComponent next = page.resource(Bundle.class).getLink("next");
            path = next == null ? "" : next.getUrl().substring(next.getUrl().indexOf("/fhir") + "/fhir".length());
            node = node == server ? other : server;
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(mine);
    }

    @Test
    void aTokenOfEitherNodeIsGoodAtBoth() {
        for (FhirClient issuer :
                List.of(new FhirClient(server.base(), context), new FhirClient(other.base(), context))) {
            for (FhirClient node : List.of(server, other)) {
                ok(new FhirClient(node.base(), context, issuer.tokens()).get(GP, "/Organization/practice-1"));
            }
        }
    }

    @Test
    void anAbsenceEnteredAtOneNodeHoldsAtTheOther() {
        for (int round = 0; round < 5; round++) {
            assertThat(owner(ReferralLife.begin(other, 1))).isEqualTo(SANNE_ROLE);
            try (Absence illness = Absence.of(server, SANNE_ROLE)) {
                assertThat(owner(ReferralLife.begin(other, 1))).isEqualTo(JORIS_ROLE);
            }
            assertThat(owner(ReferralLife.begin(other, 1))).isEqualTo(SANNE_ROLE);
        }
    }

    @Test
    void aNewPracticeWithItsTeamAndClientIsKnownAtOnce() {
        String practice = directory.practice("Huisartsenpraktijk Twee");
        String team = directory.team(practice, "A", Map.of("contact", SANNE_ROLE));
        String role = directory.gp(practice, "Dr. Van Dijk");
        clients.register(new Caller("his-" + practice, practice, null, Capacity.PRACTICE), "demo");
        FhirClient there = new FhirClient(other.base(), context);
        Bundle bundle = directory.referral(practice, role);
        ReferralLife life = ReferralLife.begin(there, "his-" + practice, bundle);
        assertThat(owner(life)).isEqualTo(SANNE_ROLE);
        ok(there.get(COORDINATOR, "/" + life.reference(Task.class)));

        directory.change(
                team, CareTeam.class, known -> known.getParticipant().get(1).setMember(new Reference(JORIS_ROLE)));
        assertThat(owner(ReferralLife.begin(there, "his-" + practice, Messages.fresh(bundle))))
                .isEqualTo(JORIS_ROLE);
    }

    @Test
    void identifierSystemsAreThoseOfThisMoment() {
        String practice = directory.practice("Huisartsenpraktijk Drie");
        directory.team(practice, "A", Map.of("contact", SANNE_ROLE));
        Bundle bundle = directory.referral(practice, directory.gp(practice, "Dr. Van Dijk"));
        clients.register(new Caller("his-" + practice, practice, null, Capacity.PRACTICE), "demo");
        FhirClient there = new FhirClient(other.base(), context);
        Messages.part(bundle, Patient.class).getIdentifierFirstRep().setSystem("https://new.example/patient");
        Messages.fresh(bundle);
        assertThat(there.post("his-" + practice, "", bundle).status()).isEqualTo(422);
        directory.change(
                practice,
                Organization.class,
                known -> known.addExtension(
                        Canonicals.EXTENSION_IDENTIFIER_SYSTEM, new UriType("https://new.example/patient")));
        ok(there.post("his-" + practice, "", bundle));
    }

    @Test
    void theClockOfBothIsTheSame() {
        clock.jumpTo(Instant.parse("2027-01-04T09:00:00Z"));
        FhirClient then = new FhirClient(server.base(), context);
        ReferralLife life = ReferralLife.begin(new FhirClient(other.base(), context, then.tokens()), 1);
        assertThat(life.task().getLastModifiedElement().getValueAsString()).startsWith("2027-01-04T");
    }

    private static String progress(ReferralLife life) {
        return life.task().getBusinessStatus().getCodingFirstRep().getCode();
    }

    private static String owner(ReferralLife life) {
        return life.task().getOwner().getReference();
    }
}
