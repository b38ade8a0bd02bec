package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.Neighbourhood.Person;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A Wally enters the own absences, and everything that was agreed with them happens by itself (W-1). */
class AbsenceIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Autowired
    private TeamSweep sweep;

    private Neighbourhood here;

    @BeforeEach
    void aPracticeOfItsOwn() {
        here = new Neighbourhood(server, clients);
    }

    @Test
    void sanneEntersHerHolidayAndTheRestHappensByItself() {
        ReferralLife thea = here.refer();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ok(write(here.sanne, here.sanne, role -> {
            Neighbourhood.absent(role, now.plus(Duration.ofMinutes(2)), now.plus(Duration.ofMinutes(6)));
            role.getNotAvailableFirstRep().addExtension(Canonicals.EXTENSION_HAND_OVER, new BooleanType(true));
        }));

        clock.jumpTo(now.plus(Duration.ofMinutes(3)));
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.joris.role());
        clock.jumpTo(now.plus(Duration.ofMinutes(7)));
        sweep.run();
        assertThat(owner(thea)).isEqualTo(here.sanne.role());
    }

    @Test
    void aPatchDoesAsWell() {
        Answer answer = patch(here.sanne, """
                [{"op": "add", "path": "/notAvailable", "value": [
                  {"description": "afwezig", "during": {"start": "2027-07-12", "end": "2027-07-30"}}]}]""");
        assertThat(ok(answer).resource(PractitionerRole.class).getNotAvailable())
                .hasSize(1);
        refused(patch(here.sanne, """
                [{"op": "replace", "path": "/active", "value": false}]"""), 403, "forbidden");
    }

    @Test
    void nothingElseOfHerRoleAndNoAbsenceOfSomebodyElse() {
        refused(write(here.sanne, here.sanne, role -> role.setActive(false)), 403, "forbidden");
        refused(write(here.sanne, here.sanne, role -> role.addAvailableTime().setAllDay(true)), 403, "forbidden");
        Instant now = Instant.now();
        Consumer<PractitionerRole> absence = role -> Neighbourhood.absent(role, now, now.plusSeconds(60));
        refused(write(here.sanne, here.joris, absence), 403, "forbidden");
        refused(
                server.put(here.his(), server.read(here.his(), here.sanne.role(), PractitionerRole.class)),
                403,
                "forbidden");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        Instant now = Instant.now();
        Answer reversed = write(here.sanne, here.sanne, role -> Neighbourhood.absent(role, now, now.minusSeconds(60)));
        refused(reversed, 422, "profile-violation");
        assertThat(reversed.body()).contains("ends before it begins", "PractitionerRole.notAvailable");
        Answer reason = write(here.sanne, here.sanne, role -> {
            Neighbourhood.absent(role, now, now.plusSeconds(60));
            role.getNotAvailableFirstRep().setDescription("naar het ziekenhuis");
        });
        refused(reason, 422, "profile-violation");
        assertThat(reason.body()).doesNotContain("ziekenhuis");
        // Everything that comes and goes is weighed against everything else, each minute.
        Answer many = write(here.sanne, here.sanne, role -> {
            for (int day = 1; day <= 61; day++) {
                Instant start = now.plus(Duration.ofDays(day));
                Neighbourhood.absent(role, start, start.plusSeconds(60));
            }
        });
        refused(many, 422, "profile-violation");
    }

    private Answer write(Person who, Person whose, Consumer<PractitionerRole> change) {
        PractitionerRole role = server.read(who.client(), whose.role(), PractitionerRole.class);
        change.accept(role);
        return server.put(who.client(), role);
    }

    private Answer patch(Person who, String patch) {
        PractitionerRole role = server.read(who.client(), who.role(), PractitionerRole.class);
        return server.send(server.request(who.client(), "/" + who.role())
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + role.getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(patch)));
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }
}
