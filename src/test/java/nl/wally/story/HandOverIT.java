package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Neighbourhood.COORDINATOR;
import static nl.wally.Neighbourhood.member;
import static nl.wally.Neighbourhood.recipients;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
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
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handing over and back: by people, as agreed with an absence, and between two contact points (W-1). */
class HandOverIT extends ServerIT {
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
    void goesOverAndBackInEveryOpenState() {
        ReferralLife thea = here.refer();
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> {});
        steps.add(() -> ok(thea.step(here.sanne.client(), TaskStatus.RECEIVED, Set.of())));
        steps.add(() -> ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of())));
        steps.add(() -> ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of())));
        steps.add(() ->
                ok(thea.step(here.sanne.client(), TaskStatus.ONHOLD, EnumSet.of(Guard.G_REASON, Guard.G_RESUME))));
        for (Runnable step : steps) {
            step.run();
            TaskStatus status = thea.task().getStatus();
            // By the owner, and back by the other
            give(thea, here.sanne.client(), here.joris);
            assertThat(give(thea, here.sanne.client(), here.sanne, 403)).containsExactly("forbidden");
            give(thea, here.joris.client(), here.sanne);
            // By the coordinator, and back
            give(thea, COORDINATOR, here.joris);
            give(thea, COORDINATOR, here.sanne);
            // By who stands in
            Instant now = Instant.now();
            here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofDays(1)), false);
            give(thea, here.joris.client(), here.joris);
            here.role(here.sanne, role -> role.getNotAvailable().clear());
            give(thea, here.joris.client(), here.sanne);
            assertThat(thea.task().getStatus()).isEqualTo(status);
        }
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void isHandedOverWhenTheAbsenceBeginsAndBackWhenItEnds() {
        ReferralLife thea = here.refer();
        ReferralLife movedOn = here.refer();
        Instant now = Instant.now();
        here.away(here.sanne, now.plus(Duration.ofMinutes(2)), now.plus(Duration.ofMinutes(6)), true);
        sweep.run();
        assertThat(owner(thea)).as("not before it begins").isEqualTo(here.sanne.role());

        clock.jumpTo(now.plus(Duration.ofMinutes(3)));
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.joris.role());
        assertThat(owner(movedOn)).isEqualTo(here.joris.role());
        assertThat(thea.request().getSender().getReference()).isEqualTo(here.joris.role());
        // The coordinator moves one of them on meanwhile, and gives it back to Joris: that is a choice of people
        give(movedOn, COORDINATOR, here.sanne);
        sweep.run();
        assertThat(owner(movedOn)).as("given back on purpose").isEqualTo(here.sanne.role());
        ReferralLife during = here.refer();
        assertThat(owner(during)).isEqualTo(here.joris.role());

        clock.jumpTo(now.plus(Duration.ofMinutes(7)));
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        assertThat(owner(during)).as("was never hers").isEqualTo(here.joris.role());
        assertThat(thea.provenance())
                .extracting(entry -> entry.getActivity().getText())
                .containsExactly("handed-over", "handed-over");
        new ReferralRows(jdbc).assertConsistent(thea);
        new ReferralRows(jdbc).assertConsistent(movedOn);
    }

    @Test
    void anAbsenceWithoutThatAgreementMovesNothing() {
        ReferralLife thea = here.refer();
        Instant now = Instant.now();
        here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofMinutes(5)), false);
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        ok(thea.step(here.joris.client(), TaskStatus.ACCEPTED, Set.of()));
        clock.jumpTo(now.plus(Duration.ofMinutes(6)));
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.joris.role());
    }

    @Test
    void isFlaggedWhileNobodyIsThereAndNoLongerWhenSomebodyIsBack() {
        ReferralLife thea = here.refer();
        Instant now = Instant.now();
        here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofMinutes(20)), false);
        here.away(here.joris, now.minusSeconds(60), now.plus(Duration.ofMinutes(5)), false);
        sweep.run();
        assertThat(thea.task().hasExtension(Canonicals.EXTENSION_UNATTENDED)).isTrue();
        sweep.run();
        assertThat(thea.task().getMeta().getVersionId()).as("said once").isEqualTo("2");
        clock.jumpTo(now.plus(Duration.ofMinutes(6)));
        sweep.run();
        assertThat(thea.task().hasExtension(Canonicals.EXTENSION_UNATTENDED)).isFalse();
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
    }

    @Test
    void whereThereAreTwoContactPointsEitherReceivesAndTheyHandOver() {
        Person mila = here.hire("wellbeing-coach");
        Answer refused = here.team(team -> member(team, "contact").setMember(mila.reference()));
        assertThat(refused.problems()).containsExactly("profile-violation");
        ok(here.team(team -> {
            Neighbourhood.way(team, "B");
            member(team, "coach").setMember(mila.reference());
        }));
        Bundle wanted = here.referral();
        Messages.part(wanted, ServiceRequest.class).addPerformer(mila.reference());
        ReferralLife thea = ReferralLife.begin(server, here.his(), wanted);
        assertThat(owner(thea)).isEqualTo(mila.role());
        assertThat(recipients(thea)).containsExactly(here.sanne.role(), here.joris.role(), mila.role());
        ok(thea.step(mila.client(), TaskStatus.ACCEPTED, Set.of()));
        give(thea, mila.client(), here.sanne);
        give(thea, here.sanne.client(), mila);
        assertThat(owner(here.refer())).isEqualTo(here.sanne.role());

        // When they go back to one contact point, then the coach keeps what she has and receives nothing new
        ReferralLife other = here.refer();
        ok(here.team(team -> Neighbourhood.way(team, "A")));
        assertThat(owner(thea)).isEqualTo(mila.role());
        assertThat(recipients(other)).containsExactly(here.sanne.role(), here.joris.role());
    }

    @Test
    void whereThePracticesAreDividedTheContactMayBeACoach() {
        Person mila = here.hire("wellbeing-coach");
        ok(here.team(team -> {
            Neighbourhood.way(team, "C");
            member(team, "contact").setMember(mila.reference());
        }));
        ReferralLife thea = here.refer();
        assertThat(owner(thea)).isEqualTo(mila.role());
        ok(thea.step(mila.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(mila.client(), TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        // Nor can somebody in a place become what does not fit there
        PractitionerRole joris = server.read(COORDINATOR, here.joris.role(), PractitionerRole.class);
        ok(here.team(team -> {
            Neighbourhood.way(team, "A");
            member(team, "contact").setMember(here.sanne.reference());
        }));
        joris.getCodeFirstRep().getCodingFirstRep().setCode("wellbeing-coach").setDisplay(null);
        Answer unfit = server.put(COORDINATOR, joris);
        assertThat(unfit.problems()).containsExactly("profile-violation");
        assertThat(unfit.body()).contains("PractitionerRole.code");
    }

    private void give(ReferralLife life, String client, Person to) {
        ok(life.change(client, task -> task.setOwner(to.reference())));
        assertThat(owner(life)).isEqualTo(to.role());
        assertThat(life.request().getSender().getReference()).isEqualTo(to.role());
    }

    private List<String> give(ReferralLife life, String client, Person to, int refused) {
        Answer answer = life.change(client, task -> task.setOwner(to.reference()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(refused);
        return answer.problems();
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }
}
