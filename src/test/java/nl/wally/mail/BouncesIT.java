package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import nl.wally.Directory;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.SignedTokens;
import nl.wally.fhir.Custodies;
import nl.wally.mail.MailServer.Encryption;
import nl.wally.notification.Outbox;
import nl.wally.notification.Receiver;
import nl.wally.notification.Standing;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** E-mail that comes back: read from a real IMAP mailbox, told to the coordinator, and sent on once the address is another. */
class BouncesIT extends ServerIT {
    private static final String REPORT = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: %1$s
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="x"

            --x
            Content-Type: text/plain

            This is the mail system at host mx.example.
            --x
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; somebody@post.example
            Action: %2$s
            Status: 5.1.1

            --x--
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Custodies custodies;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private AddressWatch watch;

    @Autowired
    private Outbox outbox;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ReturnPaths paths = new ReturnPaths("bounces@wally.example", new byte[32]);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser inbox;
    private Town town;

    @BeforeEach
    void open() {
        mail.start();
        inbox = mail.setUser("bounces@wally.example", "bounces", "secret");
        town = new Town(server, new Directory(server, new SignedTokens(jdbc.getDataSource())));
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    void whatCameBackIsToldAndHeldUntilTheAddressIsAnother() {
        CatcherPage catcher = new CatcherPage(port);
        come(paths.of(town.sanne, town.sanneMail), "delayed");
        come(paths.of(town.sanne, "old@post.example"), "failed");
        come("bounces+r1-0123456789abcdef@wally.example", "failed");
        sweep();
        assertThat(why(town.sanne)).as("late, of before, of a stranger").isEmpty();

        come(paths.of(town.sanne, town.sanneMail), "failed");
        sweep();
        assertThat(why(town.sanne)).containsExactly(Failure.RETURNED);
        assertThat(unread()).as("read reports that name people are deleted").isEqualTo(3);
        assertThat(mailboxes.failingUnder(town.directory.social))
                .extracting(Mailboxes.Failing::reference)
                .contains(town.sanne);

        ReferralLife life = town.referral();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> outbox.standing(new Receiver("mail", town.sanne))
                        .filter(standing -> standing.state() == Standing.State.GIVEN_UP)
                        .isPresent());
        assertThat(catcher.all()).noneMatch(sent -> sent.to().equals(town.sanneMail));
        watch.run();
        assertThat(why(town.sanne)).as("the address is the same").hasSize(1);

        String better = Town.address();
        town.moves(town.sanne, better);
        watch.run();
        var letter = catcher.await(better, LetterKind.NEW_REFERRAL);
        assertThat(catcher.html(letter)).contains(life.reference(org.hl7.fhir.r4.model.Task.class));
        assertThat(why(town.sanne)).isEmpty();
    }

    private void come(String to, String action) {
        String report = REPORT.formatted(to, action).replace("\n", "\r\n");
        inbox.deliver(GreenMailUtil.newMimeMessage(report));
    }

    private void sweep() {
        var server = new MailServer("127.0.0.1", mail.getImap().getPort(), Encryption.NONE, "bounces", "secret");
        new BounceSweep(
                        server,
                        MailSettings.quick(),
                        paths,
                        addresses,
                        undelivered,
                        custodies,
                        new TransactionTemplate(transactions))
                .run();
    }

    private int unread() {
        return mail.getReceivedMessages().length;
    }

    private List<Failure> why(String reference) {
        return mailboxes.failing(10_000).stream()
                .filter(failing -> failing.reference().equals(reference))
                .map(Mailboxes.Failing::why)
                .toList();
    }
}
