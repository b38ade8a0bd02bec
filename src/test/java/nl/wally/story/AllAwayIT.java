package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.wally.Neighbourhood;
import nl.wally.Noted;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The coordinator hears that nobody will be there before that begins (W-1). */
class AllAwayIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Autowired
    private TeamSweep sweep;

    @Autowired
    private JdbcTemplate jdbc;

    private Neighbourhood here;
    private Instant now;

    private Noted noted;

    @BeforeEach
    void aPracticeOfItsOwn() {
        here = new Neighbourhood(server, clients);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        noted = new Noted(jdbc);
    }

    @AfterEach
    void noMore() {
        noted.close();
    }

    @Test
    void isToldAsSoonAsItIsEnteredOnceAndAgainWhenItChanges() {
        here.away(here.sanne, in(10), in(20), false);
        assertThat(marks()).isEmpty();
        here.away(here.joris, in(15), in(25), false);
        assertThat(marks()).containsExactly(in(15) + " " + in(20));
        assertThat(told()).containsExactly(in(15) + " " + in(20));
        assertThat(found("ge" + day(16))).isTrue();
        assertThat(found("ge" + day(30))).isFalse();
        sweep.run();
        here.team(team -> team.setName("Team De Brink"));
        assertThat(told()).as("said once").isEmpty();

        here.role(here.joris, role -> role.getNotAvailable().clear());
        assertThat(marks()).isEmpty();
        assertThat(told()).as("nothing to tell once it is solved").isEmpty();
        here.away(here.joris, in(18), in(25), false);
        assertThat(told()).containsExactly(in(18) + " " + in(20));
    }

    @Test
    void isToldWhenItComesIntoSight() {
        Instant from = in(42).plus(Duration.ofMinutes(2));
        here.away(here.sanne, from, in(60), false);
        here.away(here.joris, from, in(55), false);
        sweep.run();
        assertThat(told()).isEmpty();
        clock.jumpTo(now.plus(Duration.ofMinutes(3)));
        sweep.run();
        assertThat(told()).containsExactly(from + " " + in(55));
    }

    @Test
    void leavesNothingWhenItIsOver() {
        Instant from = now.plus(Duration.ofMinutes(2));
        Instant until = now.plus(Duration.ofMinutes(6));
        here.away(here.sanne, from, until, false);
        here.away(here.joris, from, until, false);
        assertThat(told()).containsExactly(from + " " + until);
        clock.jumpTo(now.plus(Duration.ofMinutes(4)));
        sweep.run();
        assertThat(marks()).as("while it is on").containsExactly(from + " " + until);
        clock.jumpTo(until.plusSeconds(2));
        sweep.run();
        assertThat(marks()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatTheClientSaysOfItDoesNotCount() {
        here.team(team -> team.addExtension(
                Canonicals.EXTENSION_NOBODY_THERE, new Period().setStartElement(new DateTimeType("2030-01-01"))));
        assertThat(marks()).isEmpty();
        assertThat(told()).isEmpty();
    }

    private Instant in(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private String day(int days) {
        return in(days).toString().substring(0, 10);
    }

    /** From when until when nobody will be there, as the team says; the last second belongs to it. */
    private List<String> marks() {
        return here.team().getExtensionsByUrl(Canonicals.EXTENSION_NOBODY_THERE).stream()
                .map(mark -> (Period) mark.getValue())
                .map(period ->
                        period.getStart().toInstant() + " " + period.getEnd().toInstant())
                .toList();
    }

    /** The same as the coordinator was told since this was last asked. */
    private List<String> told() {
        return noted.take("ABSENCES_OVERLAP").stream()
                .filter(row -> row.get("focus").equals(here.teamReference()))
                .peek(row -> assertThat(row)
                        .containsEntry("receivers", Neighbourhood.SELF)
                        .containsEntry("practice", here.practice()))
                .map(row -> row.get("since") + " "
                        + Instant.parse(row.get("until").toString()).minusSeconds(1))
                .toList();
    }

    private boolean found(String when) {
        return server
                .get(Neighbourhood.COORDINATOR, "/CareTeam?nobody-there=" + when + "&_count=200")
                .all(CareTeam.class)
                .stream()
                .anyMatch(team ->
                        here.teamReference().endsWith(team.getIdElement().getIdPart()));
    }
}
