package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is there when a referral comes in: a day off is no absence (W-1, W-8). */
class PresenceIT extends ServerIT {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Autowired
    private ClientRegistry clients;

    private Neighbourhood here;

    @BeforeEach
    void aPracticeOfItsOwn() {
        here = new Neighbourhood(server, clients);
    }

    @Test
    void sanneReceivesOnHerDayOff() {
        Instant now = clock.instant();
        here.role(here.sanne, role -> role.addAvailableTime().addDaysOfWeek(day(now.plus(Duration.ofDays(3)))));
        assertThat(owner(here.refer())).isEqualTo(here.sanne.role());
    }

    @Test
    void whoHasNoWorkingDayAtAllReceivesNothing() {
        here.role(
                here.sanne,
                role -> role.addAvailableTime()
                        .addDaysOfWeek(day(clock.instant()))
                        .setAvailableStartTime("09:00:00")
                        .setAvailableEndTime("09:00:00"));
        assertThat(owner(here.refer())).isEqualTo(here.joris.role());
    }

    @Test
    void sanneReceivesAgainTheMomentAfterHerAbsence() {
        Instant now = Instant.now();
        here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofMinutes(5)), false);
        assertThat(owner(here.refer())).isEqualTo(here.joris.role());
        clock.jumpTo(now.plus(Duration.ofMinutes(5)).plusSeconds(2));
        assertThat(owner(here.refer())).isEqualTo(here.sanne.role());
    }

    @Test
    void whoHasLeftReceivesNothingWhateverTheTeamSays() {
        here.leaves(here.sanne);
        ReferralLife thea = here.refer();
        assertThat(owner(thea)).isEqualTo(here.joris.role());
        assertThat(Neighbourhood.recipients(thea)).containsExactly(here.joris.role());
    }

    private static DaysOfWeek day(Instant at) {
        String name = at.atZone(AMSTERDAM).getDayOfWeek().name().substring(0, 3);
        return DaysOfWeek.fromCode(name.toLowerCase(Locale.ROOT));
    }

    private static String owner(ReferralLife life) {
        return References.key(life.task().getOwner());
    }
}
