package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.wally.Directory;
import nl.wally.ServerIT;
import nl.wally.SignedTokens;
import nl.wally.mail.Choice.Moments;
import nl.wally.notification.Outbox;
import nl.wally.notification.Receiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who chose a digest gets all that waits in one e-mail, when it is time; who chose nothing gets nothing that can wait. */
class DigestIT extends ServerIT {
    private static final Instant FRIDAY_EVENING = Instant.parse("2027-03-05T19:30:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2027-03-08T07:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Outbox outbox;

    @Test
    void allThatWaitsComesInOneEmailOnTheNextWorkingDay() {
        CatcherPage catcher = new CatcherPage(port);
        Town town = new Town(server, new Directory(server, new SignedTokens(jdbc.getDataSource())));
        mailboxes.choose(town.sanne, new Choice(Moments.DIGEST, Set.of(8), Tongue.ENGLISH));
        mailboxes.choose(town.practice, new Choice(Moments.OFF, Set.of(), Tongue.BOTH));
        clock.jumpTo(FRIDAY_EVENING);
        town.referral();
        town.referral();
        waits(town.sanne, 2);
        clock.jumpTo(MONDAY_MORNING.minus(Duration.ofMinutes(5)));
        assertThat(catcher.all()).noneMatch(mail -> mail.to().equals(town.sanneMail));

        clock.jumpTo(MONDAY_MORNING.plusSeconds(1));
        var digest = catcher.await(town.sanneMail, "2 things are waiting for you");
        assertThat(catcher.html(digest)).contains("lang=\"en\"").doesNotContain("lang=\"nl\"");
        assertThat(catcher.all())
                .filteredOn(mail -> mail.to().equals(town.sanneMail))
                // A jump of the clock may end a claim in the middle; what then goes twice bears the same number.
                .extracting(CatcherPage.Mail::path)
                .containsOnly(digest.path());
        assertThat(catcher.all()).noneMatch(mail -> mail.to().equals(town.practiceMail));
    }

    private void waits(String receiver, int letters) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> outbox.standing(new Receiver("mail", receiver))
                        .filter(standing -> standing.last() == letters && standing.pending() == letters)
                        .isPresent());
    }
}
