package nl.wally.subscription;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wally.fuzz.Choices;
import nl.wally.fuzz.Examples;
import nl.wally.fuzz.Mutant;
import nl.wally.subscription.SubscriptionRules.Setting;
import org.hl7.fhir.r4.model.Subscription;

/** What may be subscribed to is understood to the last detail, and is sent nowhere but to places that were registered. */
class ChannelFuzz {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final URI PLACE = URI.create("https://his.example/hooks/");
    private static final Setting SETTING =
            new Setting(List.of(PLACE), true, List.of(), 60, Instant.parse("2026-11-29T10:00:00Z"));

    /** The first letters are the endpoint, then a header, then a filter, each up to a line's end; the rest changes the example. */
    @FuzzTest
    void subscription(byte[] input) {
        String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", 4);
        Choices choices = Choices.of(lines.length < 4 ? new byte[0] : lines[3].getBytes(StandardCharsets.ISO_8859_1));
        var example = Mutant.of(FHIR, Examples.of("Subscription").get(0), choices, 3);
        Subscription asked;
        try {
            asked = (Subscription)
                    FHIR.newJsonParser().parseResource(new String(Examples.bytes(example), StandardCharsets.UTF_8));
        } catch (DataFormatException | ClassCastException refused) {
            return;
        } catch (RuntimeException ofTheParser) {
            // The matter of BodyFuzz.
            return;
        }
        if (!lines[0].isEmpty()) {
            asked.getChannel().setEndpoint(lines[0]);
        }
        if (lines.length > 1 && !lines[1].isEmpty()) {
            asked.getChannel().addHeader(lines[1]);
        }
        if (lines.length > 2 && !lines[2].isEmpty()) {
            Asking.filter(lines[2]).accept(asked);
        }
        if (SubscriptionRules.judge(asked, Optional.empty(), SETTING).isEmpty()) {
            requireUnderstood(asked);
        }
        SubscriptionRules.status(asked, Optional.of(asked), true);
    }

    private static void requireUnderstood(Subscription asked) {
        Wish wish = Wish.of(asked);
        URI endpoint = wish.endpoint().normalize();
        boolean known = endpoint.toString().startsWith(PLACE.toString())
                || List.of("localhost", "127.0.0.1", "[::1]").contains(endpoint.getHost());
        if (!known || endpoint.getRawUserInfo() != null) {
            throw new AssertionError("Sent elsewhere: " + endpoint);
        }
        wish.filters().forEach(filter -> Filter.of(wish.topic(), filter).orElseThrow());
        for (var line : asked.getChannel().getHeader()) {
            var header = HeaderRules.read(line.getValue()).orElseThrow();
            if ((header.name() + header.value()).chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
                throw new AssertionError("No header: " + header);
            }
        }
    }
}
