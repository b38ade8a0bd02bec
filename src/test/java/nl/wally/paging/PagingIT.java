package nl.wally.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages: every match once, in order, whatever happens meanwhile; and a link that says nothing and fits nobody else. */
class PagingIT extends PagesIT {
    private static final int MANY = 23;
    private static final Map<String, Function<Resource, Date>> SORTS = Map.of(
            "Task _lastUpdated", resource -> resource.getMeta().getLastUpdated(),
            "Task authored-on", resource -> ((Task) resource).getAuthoredOn(),
            "Task first-contact-due", PagingIT::due,
            "ServiceRequest _lastUpdated", resource -> resource.getMeta().getLastUpdated(),
            "ServiceRequest authored", resource -> ((ServiceRequest) resource).getAuthoredOn(),
            "CommunicationRequest _lastUpdated", resource -> resource.getMeta().getLastUpdated(),
            "CommunicationRequest authored", resource -> ((CommunicationRequest) resource).getAuthoredOn());

    /** One patient with many referrals, all of the same moment but three. */
    private static String patient;

    @BeforeEach
    void manyReferrals() {
        if (patient == null) {
            String number = UUID.randomUUID().toString();
            for (int index = 0; index < MANY; index++) {
                patient = refer(number, index % 8 == 0 ? index : 0);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> sortsBothWays() {
        return SORTS.keySet().stream()
                .flatMap(sort -> Stream.of("", "-")
                        .flatMap(direction -> Stream.of(1, 4, 7, 100)
                                .map(count -> DynamicTest.dynamicTest(sort + " " + direction + count, () -> {
                                    String[] part = sort.split(" ");
                                    List<Resource> found = follow(
                                            GP,
                                            "/" + part[0] + "?patient=" + patient + "&_sort=" + direction + part[1]
                                                    + "&_count=" + count,
                                            count);
                                    assertThat(found).hasSize(MANY);
                                    assertThat(ids(found)).doesNotHaveDuplicates();
                                    Comparator<Date> order =
                                            direction.isEmpty() ? Comparator.naturalOrder() : Comparator.reverseOrder();
                                    assertThat(found.stream()
                                                    .map(SORTS.get(sort))
                                                    .toList())
                                            .isSortedAccordingTo(order);
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> showsEachMatchOnceToEachCaller() {
        return Stream.of(GP, "wally-demo-1", "wally-demo-2", "coordinator-demo")
                .flatMap(caller -> Stream.of("", "&_include=Task:focus&_revinclude=Provenance:target")
                        .map(more -> DynamicTest.dynamicTest(caller + more, () -> {
                            var found = follow(caller, "/Task?patient=" + patient + "&_count=5" + more, 5);
                            assertThat(found).hasSize(MANY);
                            assertThat(ids(found)).doesNotHaveDuplicates();
                        })));
    }

    @Test
    void staysRightWhileOthersWrite() throws InterruptedException {
        String number = UUID.randomUUID().toString();
        for (int index = 0; index < 12; index++) {
            refer(number, 0);
        }
        String all = "/Task?patient=" + refer(number, 0) + "&_count=2";
        for (String sort : List.of("", "&_sort=_lastUpdated", "&_sort=authored-on", "&_sort=-authored-on")) {
            var before = ids(follow(GP, all, 2));
            var done = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                while (!done.get()) {
                    refer(number, 0);
                }
            });
            writer.start();
            List<String> found;
            try {
                found = ids(follow(GP, all + sort, 2));
            } finally {
                done.set(true);
                writer.join();
            }
            assertThat(found).as(sort).doesNotHaveDuplicates().containsAll(before);
        }
    }

    @TestFactory
    Stream<DynamicTest> ordersByWhatNeverChanges() {
        return Stream.of("Task authored-on", "ServiceRequest authored", "CommunicationRequest authored")
                .map(sort -> DynamicTest.dynamicTest(sort, () -> {
                    List<Resource> found =
                            follow(GP, "/" + sort.split(" ")[0] + "?patient=" + patient + "&_count=4", 4);
                    assertThat(found).hasSize(MANY);
                    assertThat(found.stream().map(SORTS.get(sort)).toList())
                            .isSortedAccordingTo(Comparator.reverseOrder());
                }));
    }

    @Test
    void searchesByPostToo() {
        Bundle first =
                postSearch("patient=" + patient + "&_count=9&_sort=authored-on").resource(Bundle.class);
        List<Resource> found = new ArrayList<>(matches(first));
        for (Optional<String> next = next(first); next.isPresent(); ) {
            Bundle page = server.get(GP, next.get()).resource(Bundle.class);
            found.addAll(matches(page));
            next = next(page);
        }
        assertThat(ids(found)).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void limitsTheCount() {
        assertThat(matches(page(GP, "/Task?patient=" + patient))).hasSize(20);
        assertThat(matches(page(GP, "/Task?patient=" + patient + "&_count=100000")))
                .hasSize(MANY);
        for (String count : List.of("0", "-1", "abc", "1.5", "9999999", "1e2", "")) {
            assertThat(server.get(GP, "/Task?_count=" + count).status())
                    .as(count)
                    .isEqualTo(400);
        }
    }

    @Test
    void saysNothingInTheLink() {
        String number =
                server.read(GP, patient, Patient.class).getIdentifierFirstRep().getValue();
        String query = "/Task?patient=" + patient + "&_count=1&status=requested";
        String link = next(page(GP, query)).orElseThrow();
        assertThat(link).matches("/Task\\?_cursor=[A-Za-z0-9_\\-]+");
        String id = patient.substring("Patient/".length());
        String decoded = new String(
                java.util.Base64.getUrlDecoder().decode(link.substring(link.indexOf('=') + 1)),
                StandardCharsets.ISO_8859_1);
        assertThat(link + decoded).doesNotContain(id, number, "requested", "patient");
        var byNumber = postSearch("identifier=" + encode(IDENTIFIER + "|" + number), "/Patient/_search");
        assertThat(ids(matches(byNumber.resource(Bundle.class)))).containsExactly(id);
        assertThat(byNumber.resource(Bundle.class).getLink().toString()).doesNotContain(number);
        assertThat(byNumber.resource(Bundle.class).getLink())
                .noneMatch(one -> one.getUrl().contains(number));
    }

    @Test
    void refusesACursorThatIsNotOnesOwn() {
        String link = next(page(GP, "/Task?patient=" + patient + "&_count=1")).orElseThrow();
        String cursor = link.substring(link.indexOf('=') + 1);
        for (String other : List.of("his-demo-2", "wally-demo-1", "wally-demo-2", "coordinator-demo")) {
            assertThat(server.get(other, link).status()).as(other).isEqualTo(400);
        }
        for (String type : List.of("ServiceRequest", "Patient", "Communication", "Organization")) {
            assertThat(server.get(GP, "/" + type + "?_cursor=" + cursor).status())
                    .as(type)
                    .isEqualTo(400);
        }
        for (int at = 0; at < cursor.length(); at += 7) {
            String tampered =
                    cursor.substring(0, at) + (cursor.charAt(at) == 'A' ? 'B' : 'A') + cursor.substring(at + 1);
            assertThat(server.get(GP, "/Task?_cursor=" + tampered).status())
                    .as(tampered)
                    .isEqualTo(400);
        }
        for (String rubbish :
                List.of("", "A", "AAAA", "=", "%00", cursor + "A", cursor.substring(1), "..", "x".repeat(3000))) {
            assertThat(server.get(GP, "/Task?_cursor=" + rubbish).status())
                    .as(rubbish)
                    .isEqualTo(400);
        }
        assertThat(server.get(GP, link + "&status=requested").status()).isEqualTo(400);
        assertThat(server.get(GP, link).status()).isEqualTo(200);
    }

    private Answer postSearch(String form) {
        return postSearch(form, "/Task/_search");
    }

    private Answer postSearch(String form, String path) {
        return server.send(server.request(GP, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static Date due(Resource task) {
        var due = ((Task) task).getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE);
        return ((DateTimeType) due.getValue()).getValue();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
