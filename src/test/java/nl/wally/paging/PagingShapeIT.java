package nl.wally.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The next page comes in the shape in which the first was asked for. */
class PagingShapeIT extends PagesIT {
    private static final String SANNE = "wally-demo-1";

    @TestFactory
    Stream<DynamicTest> keepsTheShapeOfTheFirstPage() {
        return Stream.of(
                        "_summary=true",
                        "_summary=data",
                        "_elements=status,owner",
                        "_format=xml",
                        "_format=application%2Ffhir%2Bxml",
                        "_pretty=true",
                        "_summary=text&_format=xml&_pretty=true")
                .map(shape -> DynamicTest.dynamicTest(shape, () -> {
                    String number = UUID.randomUUID().toString();
                    refer(number, 1);
                    Answer first = server.get(GP, "/Task?patient=" + refer(number, 0) + "&_count=1&" + shape);
                    Bundle page = first.resource(Bundle.class);
                    Answer second = server.get(GP, next(page).orElseThrow());

                    assertThat(second.status()).as(second.body()).isEqualTo(200);
                    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
                    assertThat(second.body().contains("\n"))
                            .isEqualTo(first.body().contains("\n"));
                    Task one = first.first(Task.class);
                    Task other = second.first(Task.class);
                    assertThat(other.getId()).isNotEqualTo(one.getId());
                    assertThat(other.hasIntent()).isEqualTo(one.hasIntent());
                    assertThat(other.hasRestriction()).isEqualTo(one.hasRestriction());
                    assertThat(other.getMeta().getTag())
                            .hasSameSizeAs(one.getMeta().getTag());
                }));
    }

    @Test
    void receivesNothingByTheNextPageOfASummary() {
        Bundle sent = server.post(GP, "", Messages.referral(1)).resource(Bundle.class);
        Task task = part(sent, Task.class);
        CommunicationRequest request = part(sent, CommunicationRequest.class);
        for (int index = 0; index < 2; index++) {
            Communication feedback = Messages.feedback(task, request);
            feedback.setCategory(List.of(Messages.concept(
                    nl.wally.conformance.Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "interim-feedback")));
            Answer told = server.post(SANNE, "/Communication", feedback);
            assertThat(told.status()).as(told.body()).isEqualTo(201);
        }
        String all = "/Communication?based-on=CommunicationRequest/"
                + request.getIdElement().getIdPart();

        assertThat(follow(GP, all + "&_count=1&_summary=true", 1)).hasSize(2);

        assertThat(server.get(SANNE, all).all(Communication.class)).hasSize(2).noneMatch(Communication::hasReceived);
    }

    @Test
    void refusesShapesBesideALinkThatItDoesNotOffer() {
        String number = UUID.randomUUID().toString();
        refer(number, 1);
        String link =
                next(page(GP, "/Task?_count=1&patient=" + refer(number, 0))).orElseThrow();

        assertThat(server.get(GP, link + "&_summary=count").problems()).containsExactly("parameter-invalid");
        assertThat(server.get(GP, link + "&_summary=true").status()).isEqualTo(200);
    }

    @Test
    void asksTheDatabaseForNoMoreThanItCanBear() {
        String some = ",nobody".repeat(199);
        assertThat(server.get(GP, "/Task?_id=nobody" + some).status()).isEqualTo(200);
        assertThat(server.get(GP, "/Task?_id=nobody" + some + ",one").problems())
                .containsExactly("parameter-invalid");
        Answer form = server.send(server.request(GP, "/Task/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "_id=nobody" + some + "&status=requested" + ",requested".repeat(5_000))));
        assertThat(form.problems()).containsExactly("parameter-invalid");
        assertThat(server.get(GP, "/Task?_include:iterate=Task:focus").problems())
                .containsExactly("parameter-invalid");
    }

    private static <T> T part(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
