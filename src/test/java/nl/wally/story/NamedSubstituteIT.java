package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static nl.wally.Neighbourhood.recipients;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.Neighbourhood.Person;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** For this absence somebody else stands in than the fixed substitute; nothing of that is left afterwards (W-1). */
class NamedSubstituteIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TeamSweep sweep;

    private Neighbourhood here;
    private Person noor;
    private Instant now;

    @BeforeEach
    void noorWorksElsewhereInTheOrganisation() {
        here = new Neighbourhood(server, clients);
        noor = new Neighbourhood(server, clients).sanne;
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void takesOverAtTheStartAndNothingIsLeftAfterTheEnd() {
        ReferralLife open = here.refer();
        ok(enter(noor.role(), true));
        assertThat(sees(noor, open)).isFalse();

        at(3);
        assertThat(owner(open)).isEqualTo(noor.role());
        assertThat(sees(noor, open)).isTrue();
        ReferralLife during = here.refer();
        ReferralLife idle = here.refer();
        assertThat(owner(during)).isEqualTo(noor.role());
        assertThat(recipients(during)).containsExactly(here.sanne.role(), noor.role(), here.joris.role());
        ok(open.step(noor.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(idle.change(noor.client(), task -> task.setOwner(new Reference(here.joris.role()))));

        at(7);
        assertThat(owner(open)).isEqualTo(here.sanne.role());
        assertThat(recipients(open)).containsExactlyInAnyOrder(here.sanne.role(), here.joris.role());
        assertThat(recipients(idle)).containsExactlyInAnyOrder(here.sanne.role(), here.joris.role());
        assertThat(sees(noor, open)).isFalse();
        assertThat(sees(noor, idle)).isFalse();
        assertThat(owner(during)).as("was never Sanne's").isEqualTo(noor.role());
        refused(open.step(noor.client(), TaskStatus.INPROGRESS, Set.of()), 404, "not-found");

        // What she still owns she hands over; then that is over as well.
        ok(during.change(noor.client(), task -> task.setOwner(new Reference(here.sanne.role()))));
        sweep.run();
        assertThat(recipients(during)).containsExactlyInAnyOrder(here.sanne.role(), here.joris.role());
        assertThat(sees(noor, during)).isFalse();
        assertNothingIsLeft(open, during, idle);
    }

    @Test
    void mayActOnWhatIsOpenWithoutAnyAgreementToHandOver() {
        ReferralLife thea = here.refer();
        ok(enter(noor.role(), false));
        at(3);
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
        ok(thea.step(noor.client(), TaskStatus.ACCEPTED, Set.of()));
        assertThat(owner(thea)).isEqualTo(noor.role());
    }

    @Test
    void anAbsenceThatIsCalledOffLeavesNothingEither() {
        ReferralLife thea = here.refer();
        ok(enter(noor.role(), false));
        at(3);
        assertThat(sees(noor, thea)).isTrue();
        here.role(here.sanne, role -> role.getNotAvailable().clear());
        sweep.run();
        assertThat(recipients(thea)).containsExactlyInAnyOrder(here.sanne.role(), here.joris.role());
        assertThat(sees(noor, thea)).isFalse();
    }

    @Test
    void isAColleagueWithAPlaceOfTheirOwn() {
        refused(enter(here.hire("wally").role(), false), 422, "profile-violation");
        refused(enter(here.sanne.role(), false), 422, "profile-violation");
        refused(enter("PractitionerRole/nobody", false), 422, "reference-unresolved");
    }

    private void at(int minutes) {
        clock.jumpTo(now.plus(Duration.ofMinutes(minutes)));
        sweep.run();
    }

    /** From two minutes from now until six. */
    private Answer enter(String standIn, boolean handOver) {
        PractitionerRole role = server.read(here.sanne.client(), here.sanne.role(), PractitionerRole.class);
        var absence = Neighbourhood.absent(role, now.plus(Duration.ofMinutes(2)), now.plus(Duration.ofMinutes(6)));
        absence.addExtension(Canonicals.EXTENSION_ABSENCE_SUBSTITUTE, new Reference(standIn));
        if (handOver) {
            absence.addExtension(Canonicals.EXTENSION_HAND_OVER, new BooleanType(true));
        }
        return server.put(here.sanne.client(), role);
    }

    private void assertNothingIsLeft(ReferralLife... lives) {
        for (ReferralLife life : lives) {
            new ReferralRows(jdbc).assertConsistent(life);
            assertThat(jdbc.queryForObject(
                            "select count(*) from referral r join referral_member m on m.referral = r.id"
                                    + " where m.resource = ?::uuid and (cardinality(r.stand_ins) > 0"
                                    + " or r.handed_over_for is not null or ? = any (r.recipients))",
                            Integer.class,
                            life.task().getIdElement().getIdPart(),
                            noor.role()))
                    .isZero();
        }
        PractitionerRole sanne = server.read(here.his(), here.sanne.role(), PractitionerRole.class);
        assertThat(sanne.hasNotAvailable()).isFalse();
    }

    private boolean sees(Person person, ReferralLife life) {
        int status =
                server.get(person.client(), "/" + life.reference(Patient.class)).status();
        assertThat(status).isIn(200, 404);
        return status == 200;
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }
}
