package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.wally.mail.MailServer.Encryption;
import nl.wally.mail.SendOff.NotNow;
import nl.wally.mail.SendOff.Refused;
import nl.wally.mail.SendOff.Taken;
import org.junit.jupiter.api.Test;

/** What a mail server says, and what we make of it; against one that says what it is told. */
class SmtpTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final Written WRITTEN = new Written("Er staat iets – klaar", "tekst", "<p>tekst</p>");
    private static final Envelope ENVELOPE =
            new Envelope("sanne@social.example", "wally.PractitionerRole.1.7-7", "bounces+r1-00@wally.example");

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void handsALetterInWithAllThatBelongsToIt() throws IOException {
        assertThat(send(Map.of(), Encryption.NONE)).isEqualTo(new Taken());

        String said = String.join("\n", heard);
        assertThat(said)
                .contains(
                        "MAIL FROM:<bounces+r1-00@wally.example>",
                        "RCPT TO:<sanne@social.example>",
                        "Message-ID: <wally.PractitionerRole.1.7-7@wally.example>",
                        "From: Waar is Wally <wally@wally.example>",
                        "To: sanne@social.example",
                        "Auto-Submitted: auto-generated",
                        "List-Unsubscribe: <https://wally.example/notifications>",
                        "Content-Type: multipart/alternative",
                        "Date: Sun, 29 Nov 2026")
                .doesNotContain("Reply-To", "X-Mailer");
    }

    @Test
    void anAddressThatDoesNotExistIsTriedNoMore() throws IOException {
        assertThat(send(Map.of("RCPT", "550 5.1.1 no such user here"), Encryption.NONE))
                .isEqualTo(new Refused(Failure.UNKNOWN_ADDRESS));
        assertThat(send(Map.of("RCPT", "552 5.2.2 mailbox full"), Encryption.NONE))
                .isEqualTo(new Refused(Failure.REFUSED));
        assertThat(send(Map.of(".", "554 5.7.1 looks like spam"), Encryption.NONE))
                .isEqualTo(new Refused(Failure.REFUSED));
    }

    @Test
    void whatMayPassIsTriedAgain() throws IOException {
        assertThat(send(Map.of("RCPT", "451 4.7.1 greylisted"), Encryption.NONE))
                .isInstanceOf(NotNow.class);
        assertThat(send(Map.of("DATA", "421 4.3.0 shutting down"), Encryption.NONE))
                .isInstanceOf(NotNow.class);
        assertThat(send(Map.of("MAIL", "550 5.7.1 not from you"), Encryption.NONE))
                .as("about us, not about the receiver")
                .isInstanceOf(NotNow.class);
        assertThat(send(Map.of(".", ""), Encryption.NONE)).as("hung up").isInstanceOf(NotNow.class);
    }

    /** Whoever sits in between may leave the offer out. */
    @Test
    void nothingIsSaidWhereEncryptionIsNotOffered() throws IOException {
        assertThat(send(Map.of(), Encryption.STARTTLS)).isInstanceOf(NotNow.class);
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }

    private SendOff send(Map<String, String> answers, Encryption encryption) throws IOException {
        heard.clear();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> serve(door, answers));
            var server = new MailServer("127.0.0.1", door.getLocalPort(), encryption, null, null);
            SendOff off = new Smtp(
                            server,
                            MailSettings.quick(),
                            "wally@wally.example",
                            () -> "https://wally.example/notifications",
                            CLOCK)
                    .send(ENVELOPE, WRITTEN);
            other.join();
            return off;
        }
    }

    private void serve(ServerSocket door, Map<String, String> answers) {
        try (Socket caller = door.accept();
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 here\r\n");
            boolean letter = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                letter = letter && !line.equals(".");
                if (!letter) {
                    String word = line.split("[ :]", 2)[0];
                    String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 fine");
                    if (answer.isEmpty()) {
                        return;
                    }
                    out.print(answer + "\r\n");
                    letter = answer.startsWith("354");
                }
            }
        } catch (IOException hungUp) {
            heard.add("hung up");
        }
    }
}
