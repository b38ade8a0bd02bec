package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.notification.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    @ParameterizedTest
    @CsvSource({
        "Task?status=accepted, true",
        "'Task?status=requested,accepted', true",
        "Task?status=completed, false",
        "Task?status=accepted&owner=PractitionerRole/wally-1, true",
        "Task?status=accepted&owner=PractitionerRole/wally-2, false",
        "Task?owner=PractitionerRole%2Fwally-1, true",
        "Task?code=fulfill, true",
        "Task?requester=PractitionerRole/gp-1, false"
    })
    void letsThroughWhatItSays(String text, boolean passes) {
        var facts = Map.of("status", "accepted", "owner", "PractitionerRole/wally-1", "code", "fulfill");

        assertThat(Filter.of(Topic.TASK, text).orElseThrow().passes(event("Task/1", facts)))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Task",
                "Task?",
                "Communication?category=message",
                "Task?colour=red",
                "Task?status",
                "Task?status=",
                "Task?status=a,,b",
                "Task?status:not=accepted",
                "Task?status=accepted&status=requested",
                "Task?owner=wally-1",
                "Task?owner=Practitioner/1/_history/2",
                "Task?status=%",
                "Task?status=accepted&"
            })
    void isNotTakenForLessThanItSays(String text) {
        assertThat(Filter.of(Topic.TASK, text)).isEmpty();
    }

    @Test
    void feedbackIsToldWhenItIsGivenAndNotWhenItIsRead() {
        Map<String, String> facts = new HashMap<>(Map.of("category", "final-feedback", "status", "completed"));
        assertThat(Topic.FEEDBACK.covers(event("Communication/1", facts))).isFalse();

        facts.put("created", "true");
        assertThat(Topic.FEEDBACK.covers(event("Communication/1", facts))).isTrue();
        facts.put("category", "contact-attempt");
        assertThat(Topic.FEEDBACK.covers(event("Communication/1", facts))).isFalse();
        assertThat(Topic.TASK.covers(event("Communication/1", facts))).isFalse();
    }

    private static Event event(String focus, Map<String, String> facts) {
        return new Event(
                Instant.EPOCH,
                Event.Kind.CHANGED,
                focus,
                "1",
                null,
                new Event.Author("somebody", "Organization/1"),
                facts,
                List.of());
    }
}
