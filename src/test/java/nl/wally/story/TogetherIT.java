package nl.wally.story;

import static nl.wally.Neighbourhood.COORDINATOR;
import static nl.wally.Neighbourhood.member;
import static nl.wally.Neighbourhood.recipients;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.Neighbourhood.Person;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.References;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several things at the same instant: what people and time bring about together is what each would bring about alone. */
class TogetherIT extends ServerIT {
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
    void whomTheCoordinatorChoosesForALeaverGetsThatReferralAndTheOthersGoToTheTeam() {
        ReferralLife chosen = here.refer();
        ReferralLife other = here.refer();
        Bundle bundle = leaving(here.sanne);
        Beside.put(bundle, chosen.task(COORDINATOR).setOwner(new Reference("PractitionerRole/wally-1")));
        ok(server.post(COORDINATOR, "", bundle));

        assertThat(owner(chosen)).isEqualTo("PractitionerRole/wally-1");
        assertThat(recipients(chosen)).contains("PractitionerRole/wally-1").doesNotContain(here.sanne.role());
        assertThat(owner(other)).isEqualTo(here.joris.role());
        assertThat(recipients(other)).containsExactly(here.joris.role());
        assertFollowed(chosen, "wally-demo-1");
        assertFollowed(other, here.joris.client());
        assertThat(status("wally-demo-1", other)).isEqualTo(404);
        sweep.run();
        assertThat(owner(chosen)).isEqualTo("PractitionerRole/wally-1");
    }

    @Test
    void aNewContactAndAChoiceForOneReferralGoTogether() {
        ReferralLife chosen = here.refer();
        ReferralLife other = here.refer();
        Person noor = here.hire("wally");
        CareTeam team = here.team();
        team.getParticipant().removeIf(participant -> participant == member(team, "contact"));
        member(team, "contact").setMember(noor.reference());
        Bundle bundle = Beside.put(Beside.transaction(), team);
        Beside.put(bundle, chosen.task(COORDINATOR).setOwner(here.joris.reference()));
        ok(server.post(COORDINATOR, "", bundle));

        assertThat(owner(chosen)).isEqualTo(here.joris.role());
        assertThat(owner(other)).isEqualTo(noor.role());
        assertFollowed(chosen, here.joris.client());
        assertFollowed(other, noor.client());
    }

    @Test
    void aReferralEndsInTheMomentInWhichItsOwnerLeaves() {
        ReferralLife ended = here.refer();
        ReferralLife other = here.refer();
        ok(ended.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Bundle bundle = leaving(here.sanne);
        Beside.put(
                bundle,
                ended.task(COORDINATOR)
                        .setStatus(TaskStatus.FAILED)
                        .setStatusReason(ReferralLife.reason("service-stopped")));
        ok(server.post(COORDINATOR, "", bundle));

        assertThat(ended.task().getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(ended.notices(here.his())).hasSize(1);
        assertThat(owner(other)).isEqualTo(here.joris.role());
        new ReferralRows(jdbc).assertConsistent(ended);
        assertFollowed(other, here.joris.client());
    }

    @Test
    void aConsentThatLapsesAsTheOwnerLeavesEndsTheReferralOnce() {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        Bundle sent = here.referral();
        Messages.part(sent, Consent.class)
                .getProvision()
                .setPeriod(new Period().setEndElement(new DateTimeType(Date.from(end))));
        ReferralLife thea = ReferralLife.begin(server, here.his(), sent);
        here.role(here.sanne, role -> role.getPeriod().setEndElement(new DateTimeType(Date.from(end))));
        clock.jumpTo(end.plus(Duration.ofMinutes(1)));
        sweep.run();

        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.task().getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(owner(thea)).as("nobody else gets what nobody may see").isEqualTo(here.sanne.role());
        assertThat(thea.notices(here.his())).hasSize(1);
        assertThat(thea.provenance()).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void aRequestToStopThatComesWithTheWithdrawalOfConsentEndsWithTheReferral() {
        ReferralLife thea = here.refer();
        ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        Task request = Beside.cancellation(thea.task());
        request.setRequester(new Reference(here.practice()));
        Bundle bundle = Beside.transaction();
        Beside.post(bundle, request);
        Beside.put(bundle, thea.consent().setStatus(Consent.ConsentState.INACTIVE));
        Answer answer = server.post(here.his(), "", bundle);
        ok(answer);

        assertThat(answer.first(Task.class).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.task().getBusinessStatus().getCodingFirstRep().getCode())
                .isEqualTo("closed");
        assertThat(thea.notices(here.his())).hasSize(1);
        assertThat(thea.notices(here.sanne.client())).hasSize(1);
        assertThat(status(here.sanne.client(), thea)).isEqualTo(404);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void twoRequestsToStopAtOnceAreOneTooMany() {
        ReferralLife thea = here.refer();
        ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        Bundle bundle = Beside.transaction();
        for (int count = 0; count < 2; count++) {
            Beside.post(bundle, Beside.cancellation(thea.task()).setRequester(new Reference(here.practice())));
        }
        Answer answer = server.post(here.his(), "", bundle);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).contains("subtask-open");
        assertThat(thea.task().getBusinessStatus().getCodingFirstRep().getCode())
                .isNotEqualTo("cancellation-requested");
    }

    private Bundle leaving(Person person) {
        PractitionerRole role = server.read(COORDINATOR, person.role(), PractitionerRole.class);
        return Beside.put(Beside.transaction(), (PractitionerRole) role.setActive(false));
    }

    /** The row says what the resources say, who owns it sees it, and it is written down who saw to it. */
    private void assertFollowed(ReferralLife life, String client) {
        new ReferralRows(jdbc).assertConsistent(life);
        assertThat(status(client, life)).isEqualTo(200);
        assertThat(life.provenance())
                .isNotEmpty()
                .allSatisfy(written ->
                        assertThat(References.key(written.getTargetFirstRep())).isEqualTo(life.reference(Task.class)));
    }

    private int status(String client, ReferralLife life) {
        return server.get(client, "/" + life.reference(Task.class)).status();
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
