package nl.wally.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.Messages;
import nl.wally.Offer;
import nl.wally.ReferralLife;
import nl.wally.TwoNodesIT;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sanne calls at the very moment at which the clock strikes, on another node. */
class RacesOfPromisesIT extends TwoNodesIT {
    private static final int PROMISES = 12;

    @Autowired
    private ClockSweep sweep;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatIsKeptWhenTheClockStrikesIsToldOnceOrNotAtAllAndNotOverdue() throws Exception {
        Heard heard = new Heard(jdbc);
        Street street = new Street(server, database, clock, sweep, "2027-09-06T10:00:00");
        List<ReferralLife> lives = new ArrayList<>();
        for (int number = 0; number < PROMISES; number++) {
            lives.add(street.refer());
        }
        street.becomes("2027-09-13T16:00:00");
        street.itIs("2027-09-13T17:00:00");
        List<Communication> attempts = lives.stream()
                .map(life -> Messages.attempt(life.task(), "no-answer"))
                .collect(Collectors.toList());
        atOnce(
                () -> attempts.stream()
                        .map(attempt -> other.post(street.sanne, "/Communication", attempt))
                        .peek(answer ->
                                assertThat(answer.status()).as(answer.body()).isEqualTo(201))
                        .reduce((one, next) -> next)
                        .orElseThrow(),
                () -> {
                    untilHalfAreKept(lives);
                    sweep.run();
                    return server.get(street.practice, "/" + lives.get(0).reference(Task.class));
                });

        int struck = 0;
        for (ReferralLife life : lives) {
            String task = life.reference(Task.class);
            List<String> told = heard.of(task);
            assertThat(told)
                    .isIn(
                            List.of("REMINDED first-contact reminder " + street.sanne),
                            List.of(
                                    "REMINDED first-contact reminder " + street.sanne,
                                    "ESCALATED first-contact overdue " + street.sanne,
                                    "ESCALATED first-contact stand-in " + street.joris));
            struck += told.size() > 1 ? 1 : 0;
            assertThat(street.overdue(task)).as("kept, sooner or later").isEmpty();
            assertThat(Offer.of(server, street.joris, task)).isEmpty();
        }
        System.out.printf("%d of %d told before they were kept%n", struck, PROMISES);
        bothAtOnce(sweep::run);
        assertThat(struck).isLessThanOrEqualTo(PROMISES / 2);
        assertThat(open(lives)).isZero();
    }

    /** From then on the clock strikes for the others while Sanne goes on. */
    private void untilHalfAreKept(List<ReferralLife> lives) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (open(lives) > PROMISES / 2) {
            assertThat(System.nanoTime()).as("Sanne is getting on").isLessThan(patience);
        }
    }

    private int open(List<ReferralLife> lives) {
        return jdbc.queryForObject("select count(*) from promise where task = any (?)", Integer.class, (Object)
                lives.stream()
                        .map(life -> UUID.fromString(life.reference(Task.class).substring("Task/".length())))
                        .toArray(UUID[]::new));
    }
}
