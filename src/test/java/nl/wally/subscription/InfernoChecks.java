package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.wally.subscription.HookReceiver.Sent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Subscription;

/** What the test kit of Inferno demands of notifications, rewritten from its {@code notification_conformance_verification.rb}. */
final class InfernoChecks {
    private InfernoChecks() {}

    /** As {@code notification_verification} and {@code check_history_bundle_request_response}. */
    static void notification(Sent sent, String type, Subscription subscription, Optional<String> status) {
        Bundle bundle = sent.bundle();
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(bundle.getEntry()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.hasRequest()).isTrue();
            assertThat(entry.hasResponse()).isTrue();
        });
        assertThat(bundle.getEntryFirstRep().getRequest().getUrl())
                .endsWith("Subscription/" + subscription.getIdElement().getIdPart() + "/$status");
        status(sent.status());
        assertThat(sent.type()).isEqualTo(type);
        status.ifPresent(expected -> assertThat(sent.value("status")).isEqualTo(expected));
    }

    /** The slices of profile {@code backport-subscription-status-r4}: names, numbers of each, types of values. */
    static void status(Parameters status) {
        assertThat(values(status, "subscription", "Reference")).hasSize(1);
        assertThat(values(status, "topic", "canonical")).hasSizeLessThan(2);
        assertThat(values(status, "status", "code")).hasSize(1);
        assertThat(values(status, "type", "code")).hasSize(1);
        assertThat(values(status, "events-since-subscription-start", "string")).hasSizeLessThan(2);
        for (ParametersParameterComponent event : status.getParameters("notification-event")) {
            assertThat(parts(event, "event-number", "string")).hasSize(1);
            assertThat(parts(event, "timestamp", "instant")).hasSizeLessThan(2);
            assertThat(parts(event, "focus", "Reference")).hasSizeLessThan(2);
        }
    }

    /** As {@code notification_header_verification}; what was asked for, as the answer masks it. */
    static void headers(Sent sent, Subscription asked) {
        assertThat(sent.headers().get("Content-type").get(0))
                .startsWith(asked.getChannel().getPayload());
        asked.getChannel().getHeader().forEach(line -> {
            String[] halves = line.getValue().split(": ", 2);
            assertThat(sent.headers().get(halves[0])).containsExactly(halves[1]);
        });
    }

    /** As {@code empty_event_notification_verification}. */
    static void empty(Sent sent) {
        assertThat(sent.status().getParameters("topic")).isEmpty();
        assertThat(sent.bundle().getEntry()).hasSize(1);
        assertThat(sent.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getPart())
                        .extracting(ParametersParameterComponent::getName)
                        .doesNotContain("focus", "additional-context"));
    }

    /** As {@code id_only_event_notification_verification}. */
    static void idOnly(Sent sent, String type) {
        assertThat(sent.focuses()).isNotEmpty().allMatch(focus -> focus.startsWith(type + "/"));
        List<BundleEntryComponent> entries = sent.bundle().getEntry();
        assertThat(entries.subList(1, entries.size())).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.hasResource()).isFalse();
            assertThat(entry.getFullUrl()).contains("/fhir/" + type + "/");
        });
    }

    private static List<ParametersParameterComponent> values(Parameters status, String name, String type) {
        List<ParametersParameterComponent> found = status.getParameters(name);
        assertThat(found).allMatch(one -> one.getValue().fhirType().equals(type));
        return found;
    }

    private static List<ParametersParameterComponent> parts(
            ParametersParameterComponent event, String name, String type) {
        List<ParametersParameterComponent> found = event.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .toList();
        assertThat(found).allMatch(one -> one.getValue().fhirType().equals(type));
        return found;
    }
}
