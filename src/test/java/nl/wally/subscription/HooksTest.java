package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.wally.shared.AddressRules.Allowed;
import nl.wally.subscription.HeaderRules.Header;
import nl.wally.subscription.Hooks.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest {
    private static final Allowed DEMO = new Allowed(true, false);
    private static final Allowed OUTSIDE = new Allowed(false, false);

    private final HookReceiver receiver = new HookReceiver();
    private final Hooks hooks = new Hooks(host -> List.of(InetAddress.getAllByName(host)));

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void sendsBodyAndHeaders() {
        assertThat(call(receiver.address(), hooks, DEMO)).isEqualTo(Answer.TAKEN);
        assertThat(receiver.all()).singleElement().satisfies(sent -> {
            assertThat(sent.body()).isEqualTo("{}");
            assertThat(sent.headers().get("X-key")).containsExactly("1");
            assertThat(sent.headers().get("Content-type")).containsExactly("application/fhir+json");
        });
    }

    @ParameterizedTest
    @CsvSource({"204, TAKEN", "410, GONE", "401, REFUSED", "404, REFUSED", "500, BROKEN", "503, BROKEN"})
    void tellsWhatCameOfIt(int status, Answer expected) {
        receiver.answers(status);

        assertThat(call(receiver.address(), hooks, DEMO)).isEqualTo(expected);
    }

    @Test
    void doesNotGoWhereARedirectLeads() {
        try (HookReceiver elsewhere = new HookReceiver()) {
            receiver.behaves(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.address());
                exchange.sendResponseHeaders(307, -1);
            });

            assertThat(call(receiver.address(), hooks, DEMO)).isEqualTo(Answer.REDIRECTED);
            assertThat(elsewhere.all()).isEmpty();
        }
    }

    @Test
    void breaksOffAnAnswerWithoutEnd() {
        receiver.behaves(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[64 * 1024];
            for (int part = 0; part < 10_000; part++) {
                exchange.getResponseBody().write(much);
            }
        });

        assertThat(call(receiver.address(), hooks, DEMO)).isEqualTo(Answer.TAKEN);
    }

    @Test
    void waitsNoLongerThanWasAskedFor() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        receiver.behaves(exchange -> {
            try {
                asked.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(call(receiver.address(), hooks, DEMO)).isEqualTo(Answer.TIMED_OUT);
        asked.countDown();
    }

    /** A name server that does not answer holds up who is to be called there, and nobody else. */
    @Test
    void looksNamesUpWithoutKeepingAnybodyWaiting() {
        CountDownLatch asked = new CountDownLatch(1);
        Hooks slow = new Hooks(host -> {
            try {
                asked.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });

        var answer = begin("https://his.example/hooks/", slow, OUTSIDE).toCompletableFuture();

        assertThat(asked.getCount()).as("and yet we are here").isOne();
        assertThat(answer).isNotDone();
        assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Answer.TIMED_OUT);
        asked.countDown();
    }

    @Test
    void tellsThatNobodyIsThere() {
        String address = receiver.address();
        receiver.close();

        assertThat(call(address, hooks, DEMO)).isEqualTo(Answer.UNREACHABLE);
        Hooks lost = new Hooks(host -> {
            throw new UnknownHostException(host);
        });
        assertThat(call("https://his.example/hooks/", lost, OUTSIDE)).isEqualTo(Answer.UNREACHABLE);
    }

    /** However public the name looks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "255.255.255.255",
                "240.0.0.1",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe"
            })
    void goesNowhereInside(String address) throws UnknownHostException {
        InetAddress inside = InetAddress.getByName(address);
        InetAddress outside = InetAddress.getByName("192.0.2.1");
        Hooks rebound = new Hooks(host -> List.of(outside, inside));

        assertThat(call("https://his.example/hooks/", rebound, OUTSIDE)).isEqualTo(Answer.FORBIDDEN);
    }

    private static Answer call(String endpoint, Hooks hooks, Allowed allowed) {
        return begin(endpoint, hooks, allowed)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static CompletionStage<Answer> begin(String endpoint, Hooks hooks, Allowed allowed) {
        Wish wish = new Wish(
                Topic.TASK,
                List.of(),
                URI.create(endpoint),
                Content.ID_ONLY,
                "application/fhir+json",
                Optional.empty(),
                2,
                20,
                Optional.empty());
        return hooks.call(wish, List.of(new Header("X-Key", "1")), "{}", allowed);
    }
}
