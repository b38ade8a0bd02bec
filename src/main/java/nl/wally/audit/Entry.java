package nl.wally.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.wally.fhir.RequestAtHand;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, see NEN 7513 section 6. Everything in it is opaque or a code of ours.
 *
 * @param at when, in UTC, to the microsecond
 * @param kind what was done, see {@link Occurrence.Kind}
 * @param about with which interaction, operation or grant
 * @param client the OAuth client; absent when nobody has proven who calls
 * @param person the acting person
 * @param organization on whose behalf
 * @param capacity in which capacity
 * @param address the network address of the client; absent when the server did it of itself
 * @param request and {@code correlation}: the ids under which client and server know the request
 * @param persons whose data it concerned
 * @param objects what was read or written, with the version
 * @param parameters the names of what was searched by
 * @param outcome {@code ok}, or the code of the problem
 * @param status the HTTP status that goes with a problem
 * @param times how often; absent for once
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Entry(
        String at,
        Occurrence.Kind kind,
        String about,
        @Nullable String client,
        @Nullable String person,
        @Nullable String organization,
        Caller.@Nullable Capacity capacity,
        @Nullable String address,
        @Nullable String request,
        @Nullable String correlation,
        @Nullable List<String> persons,
        @Nullable List<String> objects,
        @Nullable List<String> parameters,
        String outcome,
        @Nullable Integer status,
        @Nullable Long times) {
    static final String OK = "ok";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static Entry of(Occurrence what, Optional<RequestAtHand> request, Instant at) {
        Caller caller = what.caller();
        Problem refused = what.refused();
        return new Entry(
                at.truncatedTo(ChronoUnit.MICROS).toString(),
                what.kind(),
                what.about(),
                caller == null ? null : caller.client(),
                caller == null ? null : caller.role(),
                caller == null ? null : caller.organization(),
                caller == null ? null : caller.capacity(),
                request.map(RequestAtHand::address).orElse(null),
                request.map(RequestAtHand::id).orElse(null),
                request.flatMap(RequestAtHand::correlation).orElse(null),
                distinct(what.persons()),
                distinct(what.objects()),
                distinct(what.parameters()),
                refused == null ? OK : refused.code(),
                refused == null ? null : refused.status(),
                null);
    }

    static Entry read(String content) {
        try {
            return JSON.readValue(content, Entry.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException("This is no record of ours", foreign);
        }
    }

    /** The same, having happened more often. */
    Entry times(long count) {
        return new Entry(
                at,
                kind,
                about,
                client,
                person,
                organization,
                capacity,
                null,
                null,
                null,
                persons,
                objects,
                parameters,
                outcome,
                status,
                count);
    }

    /** How often it happened. */
    long count() {
        return times == null ? 1 : times;
    }

    /** As it is kept and signed. */
    String content() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An entry is made of plain values", impossible);
        }
    }

    Instant moment() {
        return Instant.parse(at);
    }

    /** As the index column has them. */
    List<String> foundByPersons() {
        return persons == null ? List.of() : persons;
    }

    /** As the index column has it. */
    String foundByOrganization() {
        return organization == null ? "" : organization;
    }

    private static List<String> distinct(List<String> values) {
        return values.stream().distinct().toList();
    }
}
