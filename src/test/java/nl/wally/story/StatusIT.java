package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GP asks how it stands, with nothing in hand but the referral number: one request tells it all. */
class StatusIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String WITH_ALL = "&_include=Task:owner&_include:iterate=PractitionerRole:practitioner"
            + "&_revinclude=Communication:part-of";

    @Test
    void oneSearchByNumberTellsHowItStands() {
        ReferralLife life = inProgress();
        tell(Messages.attempt(life.task(), "no-answer"));
        tell(Messages.attempt(life.task(), "reached"));
        tell(Messages.interim(Messages.feedback(life.task(), life.request()), "Morgen gaan we samen."));

        Answer answer = search(GP, number(life));

        Task task = answer.first(Task.class);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertThat(task.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("intake-planned");
        assertThat(task.hasLastModified()).isTrue();
        assertThat(task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE))
                .isNotNull();
        PractitionerRole owner = answer.first(PractitionerRole.class);
        assertThat(task.getOwner().getReference()).endsWith(owner.getIdElement().getIdPart());
        assertThat(owner.getTelecom()).anyMatch(way -> way.getSystem() == ContactPointSystem.PHONE && way.hasValue());
        assertThat(answer.first(Practitioner.class).getNameFirstRep().isEmpty()).isFalse();
        assertThat(said(answer, "contact-attempt")).hasSize(2);
        assertThat(said(answer, "interim-feedback"))
                .singleElement()
                .satisfies(feedback ->
                        assertThat(feedback.getPayloadFirstRep().toString()).isNotEmpty());
    }

    @Test
    void theEndIsToldWithItsFeedback() {
        ReferralLife life = inProgress();
        life.step(SANNE, TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME));

        Answer answer = search(GP, number(life));

        assertThat(answer.first(Task.class).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(said(answer, "final-feedback"))
                .singleElement()
                .satisfies(feedback -> assertThat(feedback.hasReceived()).isTrue());
    }

    @Test
    void whoIsNoPartyFindsNothing() {
        ReferralLife life = inProgress();

        assertThat(search("his-demo-2", number(life)).all(Resource.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "waw-%2$s", "waw%2$s", "WAW %3$s %4$s %5$s", "%3$s-%4$s-%5$s", "%2$s"})
    void aNumberIsFoundAsPeopleTypeIt(String form) {
        ReferralLife life = inProgress();
        String number = number(life);
        String digits = number.substring(4);

        String typed = String.format(
                Locale.ROOT, form, number, digits, digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));

        assertThat(search(GP, typed).all(Task.class)).hasSize(1);
        assertThat(search(GP, "WAW-1000000005," + typed).all(Task.class)).hasSize(1);
    }

    @Test
    void withoutItsSystemTheLettersTellWhatIsMeant() {
        String number = number(inProgress());

        assertThat(server.get(
                                GP,
                                "/Task?identifier="
                                        + number.toLowerCase(Locale.ROOT).replace('-', '+'))
                        .all(Task.class))
                .hasSize(1);
        assertThat(server.get(GP, "/Task?identifier=waw-2026-17").all(Task.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WAW-1000000006", "1000000006", "0100000005", "WAW-100000000", "een verwijzing", "06-12345678 9"
            })
    void aNumberThatCannotBeIsToldSo(String typed) {
        Answer answer = search(GP, typed);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly("parameter-invalid");
        assertThat(answer.body()).contains("referral number").doesNotContain(typed);
        assertThat(server.inDutch().get(GP, "/Task?identifier=WAW-1000000006").body())
                .contains("Laat het nummer nog eens voorlezen");
    }

    private ReferralLife inProgress() {
        ReferralLife life = ReferralLife.begin(server, 1);
        life.step(SANNE, TaskStatus.ACCEPTED, Set.of());
        life.step(SANNE, TaskStatus.INPROGRESS, Set.of());
        return life;
    }

    private void tell(Communication said) {
        Answer answer = server.post(SANNE, "/Communication", said);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String number(ReferralLife life) {
        return life.task().getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private Answer search(String client, String typed) {
        String values = Arrays.stream(typed.split(","))
                .map(number -> Canonicals.REFERRAL_NUMBER + "|" + number)
                .collect(Collectors.joining(","));
        return server.get(client, "/Task?identifier=" + URLEncoder.encode(values, StandardCharsets.UTF_8) + WITH_ALL);
    }

    private static List<Communication> said(Answer answer, String category) {
        return answer.all(Communication.class).stream()
                .filter(said -> Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category))
                .toList();
    }
}
