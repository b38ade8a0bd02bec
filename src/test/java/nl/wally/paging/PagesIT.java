package nl.wally.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Referrals of one patient, and a client that follows the links of its searches. */
abstract class PagesIT extends ServerIT {
    static final String GP = "his-demo-1";
    static final String IDENTIFIER = "https://practice-1.example/patient";

    String refer(String number, int minutesAgo) {
        Bundle bundle = Messages.referral(1);
        var moment = DateTimeType.parseV3("20260302101500");
        moment.setTimeZoneZulu(true);
        moment.add(java.util.Calendar.MINUTE, -minutesAgo);
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient one) {
                one.getIdentifierFirstRep().setValue(number);
                entry.getRequest().setIfNoneExist("identifier=" + IDENTIFIER + "|" + number);
            } else if (entry.getResource() instanceof Task one) {
                one.setAuthoredOnElement(moment.copy());
            } else if (entry.getResource() instanceof ServiceRequest one) {
                one.setAuthoredOnElement(moment.copy());
            } else if (entry.getResource() instanceof CommunicationRequest one) {
                one.setAuthoredOnElement(moment.copy());
            }
        }
        Answer answer = server.post(GP, "", bundle);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return "Patient/" + answer.first(Patient.class).getIdElement().getIdPart();
    }

    List<Resource> follow(String caller, String path, int count) {
        List<Resource> found = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Bundle page = page(caller, next.get());
            assertThat(page.hasTotal()).as(server.json(page)).isFalse();
            assertThat(matches(page)).hasSizeLessThanOrEqualTo(count);
            found.addAll(matches(page));
            next = next(page);
        }
        return found;
    }

    Bundle page(String caller, String path) {
        Answer answer = server.get(caller, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource(Bundle.class);
    }

    /** The path of the next page below {@code /fhir}. */
    static Optional<String> next(Bundle page) {
        return Optional.ofNullable(page.getLink("next"))
                .map(link -> URI.create(link.getUrl()))
                .map(uri -> uri.getPath().substring("/fhir".length()) + "?" + uri.getRawQuery());
    }

    static List<Resource> matches(Bundle page) {
        return page.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH)
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    static List<String> ids(List<Resource> resources) {
        return resources.stream().map(one -> one.getIdElement().getIdPart()).toList();
    }
}
