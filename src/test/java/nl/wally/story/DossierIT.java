package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nl.wally.Beside;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.dossier.Attempt;
import nl.wally.dossier.Contact;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.dossier.Event;
import nl.wally.dossier.Papers;
import nl.wally.dossier.Sharing;
import nl.wally.dossier.StopRequest;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a page tells of Thea's referral, and to whom. */
class DossierIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private Dossiers dossiers;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void sanneReadsEverything() {
        ReferralLife thea = underWay();
        signIn(SANNE, Capacity.SOCIAL_WORKER, "social-1", "wally-1");
        Dossier dossier = dossiers.of(id(thea), Language.DUTCH);

        assertThat(dossier.number()).startsWith("WAW-");
        assertThat(dossier.ownerName()).isEqualTo("Sanne Bakker");
        assertThat(dossier.standing().isOpen()).isTrue();
        assertThat(dossier.standing().firstContactDue()).isPresent();
        assertThat(dossier.asked().question()).startsWith("Ik slaap slecht.");
        assertThat(dossier.asked().areas()).containsExactly("Financiën");
        assertThat(dossier.asked().complaints()).hasSize(2);
        assertThat(dossier.asked().referrer()).isEqualTo("Dr. Van Dijk");
        assertThat(dossier.asked().practiceName()).isEqualTo("Huisartsenpraktijk De Rivier");
        assertThat(dossier.asked().phones()).extracting(Contact::link).contains("tel:0570000101");
        assertThat(dossier.person()).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Thea de Vries");
            assertThat(person.contacts()).extracting(Contact::link).contains("tel:0600001001");
            assertThat(person.isNotSafeToCall()).isFalse();
            assertThat(person.isVoicemailForbidden()).isTrue();
        });
        assertThat(dossier.sharing()).get().matches(Sharing::withSocial).matches(Sharing::feedbackToGp);
        assertThat(dossier.attempts()).extracting(Attempt::result).containsExactly("no-answer");
        assertThat(dossier.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.answer())
                        .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("Na vieren.")));
        assertThat(dossier.stops()).singleElement().matches(StopRequest::isOpen);
        assertThat(dossier.feedbackRequest()).isPresent();
        assertThat(dossier.timeline().stream().map(DossierIT::said))
                // What systems say of the same second comes in any order.
                .containsExactlyInAnyOrder(
                        "Dr. Van Dijk heeft gevraagd de verwijzing te stoppen.",
                        "Sanne Bakker is met de inwoner aan de slag gegaan.",
                        "Dr. Van Dijk heeft de vraag beantwoord.",
                        "Sanne Bakker heeft de huisarts een vraag gesteld.",
                        "Sanne Bakker heeft geprobeerd de inwoner te bereiken: geen gehoor.",
                        "Sanne Bakker heeft de verwijzing aangenomen.",
                        "Dr. Van Dijk heeft de verwijzing gestuurd.")
                .endsWith("Dr. Van Dijk heeft de verwijzing gestuurd.");
    }

    @Test
    void thePracticeReadsThatSanneTriedAndNotWhatCameOfIt() {
        ReferralLife thea = underWay();
        signIn(GP, Capacity.PRACTICE, "practice-1", "gp-1");
        Dossier dossier = dossiers.of(id(thea), Language.DUTCH);

        assertThat(dossier.attempts()).extracting(Attempt::result).containsExactly("");
        assertThat(dossier.timeline())
                .extracting(DossierIT::said)
                .contains("Sanne Bakker heeft geprobeerd de inwoner te bereiken.");
    }

    @Test
    void theCoordinatorReadsWhoHasItAndNoStory() {
        ReferralLife thea = underWay();
        signIn("coordinator-demo", Capacity.COORDINATOR, "social-1", "none");
        Dossier dossier = dossiers.of(id(thea), Language.DUTCH);

        assertThat(dossier.ownerName()).isEqualTo("Sanne Bakker");
        assertThat(dossier.asked().question()).isEmpty();
        assertThat(dossier.asked().practiceName()).isEqualTo("Huisartsenpraktijk De Rivier");
        assertThat(dossier.person()).isEmpty();
        assertThat(dossier.sharing()).isEmpty();
        Papers papers = dossier.papers();
        assertThat(papers.said()).isEmpty();
        assertThat(papers.steps()).isEmpty();
    }

    @Test
    void anotherPracticeFindsNothing() {
        ReferralLife thea = underWay();
        signIn("his-demo-2", Capacity.PRACTICE, "practice-2", "gp-2");

        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> dossiers.of(id(thea), Language.DUTCH));
        assertThat(refused.refusals().get(0).problem()).isEqualTo(Problem.NOT_FOUND);
        assertThat(dossiers.byNumber(number(thea))).isEmpty();
    }

    @Test
    void aNumberIsTypedAsPeopleTypeIt() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        signIn(SANNE, Capacity.SOCIAL_WORKER, "social-1", "wally-1");
        String digits = number(thea).substring("WAW-".length());

        for (String typed :
                List.of(number(thea), " waw " + digits, digits, digits.substring(0, 4) + " " + digits.substring(4))) {
            assertThat(dossiers.byNumber(typed)).as(typed).contains(id(thea));
        }
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> dossiers.byNumber("Thea"));
        assertThat(refused.refusals().get(0).problem()).isEqualTo(Problem.PARAMETER_INVALID);
    }

    /** Accepted, called in vain, asked, begun; and the GP asks to stop. */
    private ReferralLife underWay() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.change(SANNE, task -> task.setStatus(TaskStatus.ACCEPTED)));
        server.post(SANNE, "/Communication", Messages.attempt(thea.task(), "no-answer"));
        Task asked = ok(server.post(SANNE, "", Beside.question(thea.task(), "Wanneer kan ik bellen?")))
                .first(Task.class);
        CommunicationRequest question = server.read(GP, asked.getFocus().getReference(), CommunicationRequest.class);
        ok(server.post(GP, "", Beside.answering(asked, Beside.answer(question, "Na vieren."))));
        ok(thea.change(SANNE, task -> task.setStatus(TaskStatus.INPROGRESS)));
        assertThat(server.post(GP, "/Task", Beside.cancellation(thea.task())).status())
                .isEqualTo(201);
        return thea;
    }

    private static String said(Event event) {
        return event.says().in(Language.DUTCH);
    }

    private static String id(ReferralLife thea) {
        return thea.reference(Task.class).substring("Task/".length());
    }

    private static String number(ReferralLife thea) {
        return Dossier.numberOf(thea.task());
    }

    private static void signIn(String client, Capacity capacity, String organization, String role) {
        Caller caller = new Caller(client, "Organization/" + organization, "PractitionerRole/" + role, capacity);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, ""));
    }
}
