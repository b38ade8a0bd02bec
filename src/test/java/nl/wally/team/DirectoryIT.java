package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Coordinators keep the directory: their own part of it, one at a time. */
class DirectoryIT extends ServerIT {
    private static final String COORDINATOR = "coordinator-demo";
    private static final String ELSEWHERE = "coordinator-elsewhere";
    private static final String SELF = "Organization/social-1";
    private static final Period LAST_YEAR =
            new Period().setStartElement(new DateTimeType("2025-01-01")).setEndElement(new DateTimeType("2025-12-31"));
    private static final int ROUNDS = 20;
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2);

    @Autowired
    private ClientRegistry clients;

    @AfterAll
    static void stop() {
        TWO.shutdownNow();
    }

    @BeforeEach
    void aCoordinatorElsewhere() {
        clients.register(new Caller(ELSEWHERE, "Organization/social-2", null, Capacity.COORDINATOR), "demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Practitioner/wally-1",
                "Practitioner/gp-1",
                "PractitionerRole/wally-1",
                "PractitionerRole/gp-1",
                "Organization/social-1",
                "Organization/practice-1"
            })
    void whatOthersKeepIsForbidden(String reference) {
        Resource known = read(reference, Resource.class);
        Answer refused = server.put(ELSEWHERE, known);
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.problems()).containsExactly("forbidden");
        Answer own = server.put(COORDINATOR, known);
        assertThat(own.status()).as(own.body()).isEqualTo(200);
    }

    @Test
    void theTeamOfOthersIsNeitherChangedNorReplaced() {
        CareTeam team = read("CareTeam/team-1", CareTeam.class);
        assertThat(server.put(ELSEWHERE, team).status()).isEqualTo(404);
        Answer refused = create(ELSEWHERE, team("Organization/practice-1", "Organization/social-2"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    }

    @Test
    void keepsTheOwnPeople() {
        Answer own = server.put(ELSEWHERE, server.read(ELSEWHERE, "Practitioner/coach-1", Practitioner.class));
        assertThat(own.status()).as(own.body()).isEqualTo(200);
    }

    @Test
    void twoContactsAtTheSameTimeAreRefused() {
        CareTeam team = read("CareTeam/team-1", CareTeam.class);
        for (var participant : team.getParticipant()) {
            if (participant.getMember().getReference().equals("PractitionerRole/wally-1")) {
                participant.getPeriod().setEndElement(new DateTimeType("2040-12-31"));
                CareTeamParticipantComponent second = participant.copy();
                second.getMember().setReference("PractitionerRole/wally-2");
                second.getPeriod()
                        .setStartElement(new DateTimeType("2040-12-01"))
                        .setEnd(null);
                team.addParticipant(second);
                break;
            }
        }
        Answer refused = server.put(COORDINATOR, team);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("profile-violation");
        assertThat(refused.body()).contains("CareTeam.participant", "contact at the same time");
    }

    @Test
    void aTeamWithAGapIsStoredAndMarkedByTheServer() {
        CareTeam team = Messages.example("CareTeam-team-with-gap", CareTeam.class);
        team.setId((String) null);
        team.getManagingOrganizationFirstRep().setReference(practice());
        CareTeam stored = created(team);
        assertThat(stored.getExtensionByUrl(Canonicals.EXTENSION_GAP).getValue())
                .as("the moment is the server's to give")
                .isNotEqualTo(team.getExtensionByUrl(Canonicals.EXTENSION_GAP).getValue());
    }

    @Test
    void anEndedTeamIsMended() {
        CareTeam team = created(team(practice(), SELF));
        team.setPeriod(LAST_YEAR.copy());
        team.getParticipantFirstRep().setPeriod(LAST_YEAR.copy());
        CareTeam ended = put(team);
        ended.setPeriod(null);
        ended.getParticipantFirstRep().setPeriod(null);
        CareTeam mended = put(ended);
        assertThat(mended.hasPeriod()).isFalse();
    }

    @Test
    void afterTheEndComesAnotherTeamAndOnlyOne() {
        String practice = practice();
        CareTeam team = created(team(practice, SELF));
        assertThat(create(COORDINATOR, team(practice, SELF)).status()).isEqualTo(403);
        team.setPeriod(LAST_YEAR.copy());
        CareTeam ended = put(team);
        CareTeam next = team(practice, SELF);
        next.getPeriod().setStartElement(new DateTimeType("2026-01-01"));
        created(next);
        ended.setPeriod(null);
        assertThat(server.put(COORDINATOR, ended).status()).isEqualTo(403);
    }

    @Test
    void aTeamIsHandedOver() {
        CareTeam team = created(team(practice(), SELF));
        team.getParticipantFirstRep().getMember().setReference("Organization/social-2");
        CareTeam handedOver = put(team);
        assertThat(server.put(COORDINATOR, handedOver).status()).isEqualTo(404);
        assertThat(server.put(ELSEWHERE, handedOver).status()).isEqualTo(200);
    }

    @Test
    void oneOfTwoNewTeamsForAPracticeIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            CareTeam team = team(practice(), SELF);
            assertThat(atOnce(() -> create(COORDINATOR, team), () -> create(COORDINATOR, team)))
                    .extracting(Answer::status)
                    .containsExactlyInAnyOrder(201, 403);
        }
    }

    @Test
    void oneOfTwoUpdatesOfTheSameVersionIsStale() throws Exception {
        PractitionerRole original = read("PractitionerRole/wally-2", PractitionerRole.class);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                PractitionerRole one = read("PractitionerRole/wally-2", PractitionerRole.class);
                PractitionerRole other = one.copy();
                one.setAvailabilityExceptions("een " + round);
                other.setAvailabilityExceptions("ander " + round);
                List<Answer> answers = atOnce(() -> server.put(COORDINATOR, one), () -> server.put(COORDINATOR, other));
                assertThat(answers)
                        .extracting(Answer::status)
                        .as(answers.get(0).body() + "\n" + answers.get(1).body())
                        .containsExactlyInAnyOrder(200, 412);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 412)
                        .allSatisfy(answer -> assertThat(answer.problems()).containsExactly("version-stale"));
            }
        } finally {
            restore(original);
        }
    }

    private <T extends Resource> T read(String reference, Class<T> type) {
        return server.read(COORDINATOR, reference, type);
    }

    /** A new practice, that has no team. */
    private String practice() {
        Organization practice = Messages.example("Organization-practice-1", Organization.class);
        practice.setId((String) null);
        practice.setName("Praktijk " + UUID.randomUUID());
        Answer answer = server.post(COORDINATOR, "/Organization", practice);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "Organization/" + answer.resource().getIdElement().getIdPart();
    }

    /** Like the team of practice 1; its first participant is the coordination. */
    private static CareTeam team(String practice, String coordination) {
        CareTeam team = Messages.example("CareTeam-team-1", CareTeam.class);
        team.setId((String) null);
        team.getManagingOrganizationFirstRep().setReference(practice);
        team.getParticipantFirstRep().getMember().setReference(coordination);
        return team;
    }

    private Answer create(String client, CareTeam team) {
        return server.post(client, "/CareTeam", team);
    }

    private CareTeam created(CareTeam team) {
        Answer answer = create(COORDINATOR, team);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource(CareTeam.class);
    }

    private CareTeam put(CareTeam team) {
        Answer answer = server.put(COORDINATOR, team);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource(CareTeam.class);
    }

    /** Puts these contents back, whatever the version is now. */
    private void restore(Resource original) {
        String reference = original.fhirType() + "/" + original.getIdElement().getIdPart();
        Resource now = read(reference, Resource.class);
        original.getMeta().setVersionId(now.getMeta().getVersionId());
        Answer answer = server.put(COORDINATOR, original);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> first = TWO.submit(() -> {
            start.await();
            return one.call();
        });
        Future<Answer> second = TWO.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }
}
