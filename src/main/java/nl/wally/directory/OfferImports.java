package nl.wally.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Files that were shown and are not taken yet: table {@code offer_import}. */
@Component
class OfferImports {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    OfferImports(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a file for whoever coordinates there; one that nobody took goes after a day. */
    UUID keep(String coordination, String content) {
        jdbc.update("delete from offer_import where noted_at < ?", yesterday());
        UUID id = UUID.randomUUID();
        putBack(id, coordination, content);
        return id;
    }

    Optional<String> find(UUID id, String coordination) {
        return jdbc
                .queryForList(
                        "select content from offer_import where id = ? and coordination = ? and noted_at >= ?",
                        String.class,
                        id,
                        coordination,
                        yesterday())
                .stream()
                .findFirst();
    }

    /** The same, for good: of two who ask at once one gets it. */
    Optional<String> takeOut(UUID id, String coordination) {
        return jdbc
                .queryForList(
                        "delete from offer_import where id = ? and coordination = ? and noted_at >= ? returning content",
                        String.class,
                        id,
                        coordination,
                        yesterday())
                .stream()
                .findFirst();
    }

    /** What was taken out and did not come through can be taken again. */
    void putBack(UUID id, String coordination, String content) {
        jdbc.update(
                "insert into offer_import (id, coordination, content, noted_at) values (?, ?, ?, ?)",
                id,
                coordination,
                content,
                Timestamp.from(clock.instant()));
    }

    private Timestamp yesterday() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
