package nl.wally.story;

import static nl.wally.Neighbourhood.COORDINATOR;
import static nl.wally.Neighbourhood.member;
import static nl.wally.Neighbourhood.recipients;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.Neighbourhood.Person;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.workflow.Guard;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** People leave and join; their referrals go to who is next, and nothing is forgotten (W-1). */
class LeavingIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TeamSweep sweep;

    private Neighbourhood here;

    @BeforeEach
    void aPracticeOfItsOwn() {
        here = new Neighbourhood(server, clients);
    }

    @Test
    void whoLeavesLeavesNothingBehind() {
        // Given Sanne has begun with one referral and Joris looks after another
        ReferralLife thea = here.refer();
        ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        ReferralLife other = here.refer();
        ok(other.change(here.sanne.client(), task -> task.setOwner(here.joris.reference())));
        String due = due(thea);

        // When Sanne leaves
        here.leaves(here.sanne);

        // Then Joris has what was hers, in the same moment, and it is written down that the server saw to it
        assertThat(owner(thea)).isEqualTo(here.joris.role());
        assertThat(recipients(thea)).containsExactly(here.joris.role());
        assertThat(thea.task().getBusinessStatus().getCodingFirstRep().getCode())
                .isEqualTo("handed-over");
        assertThat(due(thea)).isEqualTo(due);
        assertThat(thea.request().getSender().getReference()).isEqualTo(here.joris.role());
        Provenance last = thea.provenance().get(thea.provenance().size() - 1);
        assertThat(last.getActivity().getText()).isEqualTo("handed-over");
        assertThat(last.getAgentFirstRep().getWho().getDisplay()).isEqualTo("Waar is Wally");
        assertThat(recipients(other)).containsExactly(here.joris.role());
        new ReferralRows(jdbc).assertConsistent(thea);
        new ReferralRows(jdbc).assertConsistent(other);

        // And Sanne sees nothing of it any more, and can do nothing
        String path = "/" + thea.reference(Task.class);
        assertThat(server.get(here.sanne.client(), path).status()).isEqualTo(404);
        assertThat(server.get(here.sanne.client(), "/Task").all(Task.class)).isEmpty();
        Task mine = thea.task();
        mine.addNote().setText("Nog even.");
        assertThat(server.put(here.sanne.client(), mine).status()).isEqualTo(404);

        // And what she did is still hers, and Joris ends it
        assertThat(server.get(here.joris.client(), path + "/_history/3")
                        .resource(Task.class)
                        .getOwner()
                        .getReference())
                .isEqualTo(here.sanne.role());
        ok(thea.step(here.joris.client(), TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
    }

    @Test
    void theTeamOfALeaverHasAGapUntilSomebodyNewTakesThePlace() {
        ReferralLife thea = here.refer();
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_GAP)).isFalse();
        here.leaves(here.joris);
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_GAP)).isTrue();
        var found = server.get(COORDINATOR, "/CareTeam?gap=ge2020-01-01&managing-organization=" + here.practice());
        assertThat(found.all(CareTeam.class)).hasSize(1);
        assertThat(recipients(thea)).containsExactly(here.sanne.role());

        // Only the server says so
        ok(here.team(team ->
                team.getExtension().removeIf(extension -> Canonicals.EXTENSION_GAP.equals(extension.getUrl()))));
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_GAP)).isTrue();

        // When Noor takes the place, then she may own what runs
        Person noor = here.hire("wally");
        ok(here.team(team -> replace(team, "substitute", noor)));
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_GAP)).isFalse();
        assertThat(recipients(thea)).containsExactly(here.sanne.role(), noor.role());
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void whoLeavesTheTeamGivesTheReferralsToTheNextContact() {
        ReferralLife thea = here.refer();
        Person noor = here.hire("wally");
        ok(here.team(team -> replace(team, "contact", noor)));
        assertThat(owner(thea)).isEqualTo(noor.role());
        assertThat(recipients(thea)).containsExactly(noor.role(), here.joris.role());
        assertThat(server.get(here.sanne.client(), "/" + thea.reference(Task.class))
                        .status())
                .isEqualTo(404);

        // But whom the coordinator chooses on purpose keeps it
        ok(thea.change(
                COORDINATOR, task -> task.setOwner(new org.hl7.fhir.r4.model.Reference("PractitionerRole/wally-1"))));
        sweep.run();
        assertThat(owner(thea)).isEqualTo("PractitionerRole/wally-1");
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void theLastDayPassesByItself() {
        ReferralLife thea = here.refer();
        Instant now = Instant.now();
        here.role(
                here.sanne,
                role -> role.getPeriod().setEndElement(new DateTimeType(Date.from(now.plus(Duration.ofMinutes(5))))));
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        ok(thea.step(here.sanne.client(), TaskStatus.RECEIVED, Set.of()));

        clock.jumpTo(now.plus(Duration.ofMinutes(6)));
        assertThat(server.get(here.sanne.client(), "/" + thea.reference(Task.class))
                        .status())
                .as("at once, before anybody looked")
                .isEqualTo(404);
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.joris.role());
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_GAP)).isTrue();
        String version = thea.task().getMeta().getVersionId();
        sweep.run();
        assertThat(thea.task().getMeta().getVersionId()).isEqualTo(version);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void twoNodesThatLookAtOnceDoItOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Instant now = Instant.now();
            here.role(
                    here.sanne,
                    role -> role.getPeriod()
                            .setEndElement(new DateTimeType(Date.from(now.plus(Duration.ofMinutes(5))))));
            ReferralLife thea = here.refer();
            ReferralLife other = here.refer();
            clock.jumpTo(now.plus(Duration.ofMinutes(6)));
            List<Future<?>> done = List.of(nodes.submit(sweep::run), nodes.submit(sweep::run));
            for (Future<?> node : done) {
                node.get();
            }
            for (ReferralLife life : List.of(thea, other)) {
                assertThat(owner(life)).isEqualTo(here.joris.role());
                assertThat(life.task().getMeta().getVersionId()).isEqualTo("2");
                assertThat(life.provenance()).hasSize(1);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void staysFlaggedWithTheLeaverWhileNobodyIsThereAndTheCoordinatorAssigns() {
        ReferralLife thea = here.refer();
        Instant now = Instant.now();
        here.away(here.joris, now.minusSeconds(60), now.plus(Duration.ofDays(9)), false);
        here.leaves(here.sanne);
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        assertThat(recipients(thea)).containsExactlyInAnyOrder(here.joris.role(), here.sanne.role());
        assertThat(isUnattended(thea)).isTrue();

        // When the coordinator gives it to somebody of another team, then it is looked after
        Answer stranger = thea.change(
                COORDINATOR, task -> task.setOwner(here.hire("wally").reference()));
        assertThat(stranger.problems()).containsExactly("owner-outside-team");
        ok(thea.change(
                COORDINATOR, task -> task.setOwner(new org.hl7.fhir.r4.model.Reference("PractitionerRole/wally-2"))));
        assertThat(isUnattended(thea)).isFalse();
        ok(thea.step("wally-demo-2", TaskStatus.ACCEPTED, Set.of()));
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void aReferralToAnEmptyTeamWaitsForTheCoordinator() {
        here.leaves(here.sanne);
        here.leaves(here.joris);
        ReferralLife thea = here.refer();
        assertThat(thea.task().hasOwner()).isFalse();
        assertThat(recipients(thea)).isEmpty();
        assertThat(isUnattended(thea)).isTrue();
        assertThat(due(thea)).isNotBlank();
        new ReferralRows(jdbc).assertConsistent(thea);
        sweep.run();
        assertThat(thea.task().getMeta().getVersionId()).isEqualTo("1");

        ok(thea.change(
                COORDINATOR, task -> task.setOwner(new org.hl7.fhir.r4.model.Reference("PractitionerRole/wally-1"))));
        assertThat(isUnattended(thea)).isFalse();
        new ReferralRows(jdbc).assertConsistent(thea);
        ok(thea.step("wally-demo-1", TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step("wally-demo-1", TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        // What nobody owns can be withdrawn all the same, and goes to the first who joins
        ReferralLife withdrawn = here.refer();
        ok(withdrawn.step(here.his(), TaskStatus.CANCELLED, EnumSet.of(Guard.G_REASON)));
        assertThat(withdrawn.notices(here.his())).hasSize(1);
        ReferralLife waiting = here.refer();
        Person noor = here.hire("wally");
        ok(here.team(team -> replace(team, "contact", noor)));
        assertThat(owner(waiting)).isEqualTo(noor.role());
        assertThat(isUnattended(waiting)).isFalse();
        new ReferralRows(jdbc).assertConsistent(waiting);
    }

    @Test
    void aTeamThatIsHandedOverTakesItsReferralsAlong() {
        ReferralLife thea = here.refer();
        clients.register(
                new nl.wally.shared.Caller(
                        "coordinator-elsewhere",
                        "Organization/social-2",
                        null,
                        nl.wally.shared.Caller.Capacity.COORDINATOR),
                "demo");
        String path = "/" + thea.reference(Task.class);
        assertThat(server.get("coordinator-elsewhere", path).status()).isEqualTo(404);
        ok(here.team(team -> member(team, "coordination").getMember().setReference("Organization/social-2")));
        assertThat(server.get("coordinator-elsewhere", path).status()).isEqualTo(200);
        assertThat(server.get(COORDINATOR, path).status()).isEqualTo(404);
    }

    private static void replace(CareTeam team, String place, Person person) {
        team.getParticipant()
                .removeIf(participant -> participant
                        .getRoleFirstRep()
                        .getCodingFirstRep()
                        .getCode()
                        .equals(place));
        member(team, place)
                .setMember(person.reference())
                .setPeriod(new Period().setStartElement(new DateTimeType("2026-01-01")));
    }

    private static boolean isUnattended(ReferralLife life) {
        return life.task().hasExtension(Canonicals.EXTENSION_UNATTENDED);
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }

    private static String due(ReferralLife life) {
        return life.task()
                .getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                .getValue()
                .primitiveValue();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
