package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.wally.ServerIT;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests of which a proxy in front and this server could each read another end. Where they disagree, an attacker's rest is
 * glued before the next person's request, token and all; so a message with two ends is refused, or is the last one.
 */
class SmugglingIT extends ServerIT {
    private static final String SMUGGLED = "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\n\r\n";

    @TestFactory
    Stream<DynamicTest> answersNothingThatHidesInABody() {
        return Stream.of(
                        "Content-Length: 0\r\nTransfer-Encoding: chunked|0\r\n\r\n",
                        "Transfer-Encoding: chunked\r\nContent-Length: 5|0\r\n\r\n",
                        "Content-Length: 0\r\nContent-Length: 40|",
                        "Content-Length: 0, 40|",
                        "Content-Length: +0|",
                        "Content-Length: 0x0|",
                        "Content-Length: 0\r\nTransfer-Encoding: xchunked|",
                        "Content-Length: 0\r\nTransfer-Encoding: identity, chunked|0\r\n\r\n",
                        "Transfer-Encoding: chunked, identity|0\r\n\r\n",
                        "Content-Length : 0|",
                        "Transfer-Encoding : chunked\r\nContent-Length: 0|",
                        "Transfer-Encoding:\u000bchunked\r\nContent-Length: 0|",
                        "Transfer-Encoding: chunked|0x0\r\n\r\n",
                        "Transfer-Encoding: chunked|-1\r\n\r\n",
                        "Transfer-Encoding: chunked|ffffffffffffffff0\r\n\r\n",
                        "Transfer-Encoding: chunked|0;a=\u0000\n\r\n",
                        "X: y\r\n folded: z\r\nContent-Length : 0|")
                .map(form -> DynamicTest.dynamicTest(form.strip(), () -> {
                    String[] parts = form.split("\\|", 2);
                    Wire.Said said = Wire.say(
                            server.base(),
                            "POST /fhir HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\n" + parts[0]
                                    + "\r\n\r\n" + parts[1] + SMUGGLED);
                    assertThat(said.statuses()).as(said.text()).hasSize(1).allMatch(status -> status >= 400);
                    assertThat(said.closed()).isTrue();
                }));
    }

    /** Each part of a chunked body costs its sender three bytes and a naive reader much more. */
    @Test
    void countsABodyInChunksAsAnyOther() {
        String many = "1\r\nx\r\n".repeat(1_100_000) + "0\r\n\r\n";
        Wire.Said said = Wire.say(
                server.base(),
                "POST /fhir HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/fhir+json\r\n"
                        + "Authorization: " + server.tokens().bearer("his-demo-1")
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n" + many);
        assertThat(said.status()).as(said.text()).isEqualTo(413);
    }

    /** A few kilobytes that unpack to gigabytes: nothing is unpacked, whatever it says of itself. */
    @TestFactory
    Stream<DynamicTest> unpacksNothing() {
        return Stream.of(
                        "Content-Encoding: gzip",
                        "Content-Encoding: deflate",
                        "Content-Encoding: br",
                        "Content-Encoding: gzip, gzip",
                        "Transfer-Encoding: gzip, chunked")
                .map(coding -> DynamicTest.dynamicTest(coding, () -> {
                    Wire.Said said = Wire.say(
                            server.base(),
                            "POST /fhir HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/fhir+json\r\n"
                                    + "Authorization: " + server.tokens().bearer("his-demo-1") + "\r\n" + coding
                                    + (coding.startsWith("Transfer") ? "" : "\r\nContent-Length: 2") + "\r\n\r\n{}");
                    assertThat(said.status()).as(said.text()).isIn(400, 415, 501);
                }));
    }

    /** A second Host, or none, decides for which server a link is made. */
    @TestFactory
    Stream<DynamicTest> knowsOneHostOnly() {
        return Stream.of("Host: a\r\nHost: b", "X: y", "Host: a b", "Host: a\u0000", "Host: a/b?c")
                .map(hosts -> DynamicTest.dynamicTest(hosts, () -> {
                    Wire.Said said = Wire.say(server.base(), "GET /fhir/metadata HTTP/1.1\r\n" + hosts + "\r\n\r\n");
                    assertThat(said.status()).as(said.text()).isEqualTo(400);
                }));
    }
}
