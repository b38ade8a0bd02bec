package nl.wally.clock;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.wally.Directory;
import nl.wally.FhirClient;
import nl.wally.ReferralLife;
import nl.wally.SignedTokens;
import nl.wally.TestClock;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** A practice with Sanne as the fixed Wally and Joris as her substitute, whose days pass as a test says. */
final class Street {
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    final Directory directory;
    final String practice;
    final String gp;
    final String sanne;
    final String joris;
    final String team;
    private final FhirClient server;
    private final TestClock clock;
    private final ClockSweep sweep;

    /** Begins at this local time. */
    Street(FhirClient server, DataSource database, TestClock clock, ClockSweep sweep, String begin) {
        this.server = server;
        this.clock = clock;
        this.sweep = sweep;
        nobodyElseWaits(database);
        itIs(begin);
        directory = new Directory(server, new SignedTokens(database));
        practice = directory.practice("Praktijk aan de straat");
        sanne = directory.wally("Sanne Bakker");
        joris = directory.wally("Joris Visser");
        team = directory.team(practice, "A", Map.of("contact", sanne, "substitute", joris));
        gp = directory.gp(practice, "Dr. Van Dijk");
    }

    /**
     * No clock strikes for what other tests left: years ahead, that would be all of them, on each rung of its ladder. It never
     * strikes again for those, so no test may wait for a promise that another class has made.
     */
    static void nobodyElseWaits(DataSource database) {
        new JdbcTemplate(database).update("update promise set next = null where next is not null");
    }

    /** Jumps to this local time, to the second, without any clock striking. */
    void itIs(String moment) {
        clock.jumpTo(LocalDateTime.parse(moment).atZone(AMSTERDAM).toInstant());
    }

    /** The same, and looks which clock strikes. */
    void becomes(String moment) {
        itIs(moment);
        sweep.run();
    }

    ReferralLife refer() {
        return refer(bundle -> {});
    }

    ReferralLife refer(Consumer<Bundle> more) {
        Bundle bundle = directory.referral(practice, gp);
        more.accept(bundle);
        return ReferralLife.begin(server, practice, bundle);
    }

    /** Since when a Task shows that something is overdue, as the practice sees it. */
    Optional<String> overdue(String task) {
        Task seen = server.read(practice, task, Task.class);
        return Optional.ofNullable(seen.getExtensionByUrl(Canonicals.EXTENSION_OVERDUE))
                .map(extension -> extension.getValue().primitiveValue());
    }
}
