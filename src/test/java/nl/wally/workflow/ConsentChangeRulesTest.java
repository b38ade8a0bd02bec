package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.wally.Consents;
import nl.wally.Messages;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may change what in a Consent: every element × every actor. */
class ConsentChangeRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");
    private static final Set<Actor> MAY = EnumSet.of(Actor.GP, Actor.OWNER, Actor.STAND_IN);
    private static final Set<String> PASSED_OVER = Set.of("id", "meta", "text");

    /** One change of each element. */
    private static final Map<String, Consumer<Consent>> CHANGES = new LinkedHashMap<>();

    static {
        CHANGES.put("id", consent -> consent.setId("Consent/other"));
        CHANGES.put("meta", consent -> consent.getMeta().addTag("http://example.org", "x", "x"));
        CHANGES.put("text", consent -> consent.getText().setDivAsString("<div>x</div>"));
        CHANGES.put("implicitRules", consent -> consent.setImplicitRules("http://example.org"));
        CHANGES.put("language", consent -> consent.setLanguage("nl"));
        CHANGES.put("contained", consent -> consent.addContained(new Patient().setId("p")));
        CHANGES.put("extension", consent -> consent.addExtension("http://example.org", new StringType("x")));
        CHANGES.put(
                "modifierExtension",
                consent -> consent.addModifierExtension()
                        .setUrl("http://example.org")
                        .setValue(new StringType("x")));
        CHANGES.put("identifier", consent -> consent.addIdentifier(new Identifier().setValue("x")));
        CHANGES.put("status", consent -> consent.setStatus(ConsentState.INACTIVE));
        CHANGES.put("scope", consent -> consent.setScope(new CodeableConcept().setText("x")));
        CHANGES.put("category", consent -> consent.addCategory().setText("x"));
        CHANGES.put("patient", consent -> consent.setPatient(new Reference("Patient/other")));
        CHANGES.put("dateTime", consent -> consent.setDateTime(Date.from(NOW)));
        CHANGES.put("performer", consent -> consent.addPerformer(new Reference("RelatedPerson/sister")));
        CHANGES.put("organization", consent -> consent.addOrganization(new Reference("Organization/practice-2")));
        CHANGES.put("source[x]", consent -> consent.setSource(new Reference("DocumentReference/x")));
        CHANGES.put("policy", consent -> consent.addPolicy().setUri("http://example.org"));
        CHANGES.put("policyRule", consent -> consent.getPolicyRule().setText("x"));
        CHANGES.put("verification", consent -> consent.addVerification().setVerified(true));
        CHANGES.put("provision", consent -> Consents.takeAway(consent, "feedback-to-gp"));
    }

    @Test
    void everyElementForEveryActor() {
        assertThat(given().children())
                .extracting(Property::getName)
                .containsExactlyInAnyOrderElementsOf(CHANGES.keySet());
        Map<String, Integer> counts = new TreeMap<>();
        for (Actor actor : Actor.values()) {
            CHANGES.forEach((element, change) -> {
                List<Problem> verdict = judge(actor, change);
                String what = element + " by " + actor.code();
                assertThat(verdict).as(what).isEqualTo(expected(element, actor));
                counts.merge(verdict.isEmpty() ? "may" : verdict.get(0).code(), 1, Integer::sum);
            });
        }
        System.out.println("Changes of a Consent, element x actor: " + counts);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(CHANGES.size() * Actor.values().length);
    }

    private static List<Problem> expected(String element, Actor actor) {
        if (!MAY.contains(actor)) {
            return List.of(Problem.FORBIDDEN);
        }
        if (PASSED_OVER.contains(element) || element.equals("status")) {
            return List.of();
        }
        boolean ofGp = Set.of("dateTime", "performer", "provision").contains(element);
        return !ofGp ? List.of(Problem.ELEMENT_IMMUTABLE) : actor == Actor.GP ? List.of() : List.of(Problem.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(value = ConsentState.class, names = "NULL", mode = EnumSource.Mode.EXCLUDE)
    void theStatusBecomesInactiveAndNothingElse(ConsentState status) {
        boolean may = status == ConsentState.INACTIVE || status == ConsentState.ACTIVE;
        for (Actor actor : MAY) {
            assertThat(judge(actor, consent -> consent.setStatus(status)))
                    .isEqualTo(may ? List.of() : List.of(Problem.ELEMENT_NOT_ALLOWED));
        }
    }

    @Test
    void whatIsWithdrawnOrHasLapsedStaysSo() {
        Consent inactive = given().setStatus(ConsentState.INACTIVE);
        for (Actor actor : MAY) {
            CHANGES.forEach((element, change) -> {
                Consent again = inactive.copy();
                change.accept(again);
                again.setStatus(element.equals("status") ? ConsentState.ACTIVE : ConsentState.INACTIVE);
                assertThat(judge(inactive, again, actor, false))
                        .as(element)
                        .isEqualTo(PASSED_OVER.contains(element) ? List.of() : List.of(Problem.ELEMENT_IMMUTABLE));
                Consent lapsed = given();
                change.accept(lapsed);
                assertThat(judge(given(), lapsed, actor, true))
                        .as(element)
                        .isEqualTo(PASSED_OVER.contains(element) ? List.of() : List.of(Problem.ELEMENT_IMMUTABLE));
            });
        }
    }

    @Test
    void thePracticeSaysWhatIsPermittedAndForHowLong() {
        for (Consumer<Consent> change : List.<Consumer<Consent>>of(
                consent -> Consents.takeAway(consent, "share-with-social"),
                consent -> consent.getProvision().setProvision(null),
                consent -> consent.getProvision().setPeriod(new Period().setEnd(Date.from(NOW))),
                consent -> part(consent).setPeriod(new Period().setEnd(Date.from(NOW))))) {
            assertThat(judge(Actor.GP, change)).isEmpty();
        }
        Consent without = given();
        Consents.takeAway(without, "feedback-to-gp");
        assertThat(judge(without, given(), Actor.GP, false)).isEmpty();
        for (Consumer<Consent> change : List.<Consumer<Consent>>of(
                consent -> consent.getProvision().setType(Consent.ConsentProvisionType.DENY),
                consent -> part(consent).setType(Consent.ConsentProvisionType.DENY),
                consent -> part(consent).addAction(new CodeableConcept().setText("x")),
                consent -> Consents.give(consent, "share-with-social"),
                consent -> consent.getProvision().addProvision().addCode(Codes.concept(Canonicals.LOINC, "x")))) {
            assertThat(judge(Actor.GP, change)).containsExactly(Problem.ELEMENT_NOT_ALLOWED);
        }
    }

    @Test
    void refusesATimeAheadAndAnotherPerson() {
        assertThat(judge(Actor.GP, consent -> consent.setDateTime(Date.from(NOW.plusSeconds(301)))))
                .containsExactly(Problem.TIME_IN_FUTURE);
        for (String other : List.of("Patient/other", "RelatedPerson/of-somebody-else")) {
            assertThat(judge(Actor.GP, consent -> consent.setPerformer(List.of(new Reference(other)))))
                    .containsExactly(Problem.REFERENCE_UNRESOLVED);
        }
    }

    @Test
    void oneActorThatMayIsEnough() {
        var facts = new ConsentChangeRules.Facts(EnumSet.of(Actor.COORDINATOR, Actor.OWNER), false, Set.of(), NOW);
        assertThat(ConsentChangeRules.judge(given(), given().setStatus(ConsentState.INACTIVE), facts))
                .isEmpty();
    }

    @Test
    void knowsUntilWhenItIsShared() {
        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        assertThat(ConsentRules.sharedUntil(given(), zone)).isEmpty();
        Consent whole = given();
        whole.getProvision()
                .setPeriod(new Period().setEndElement(new org.hl7.fhir.r4.model.DateTimeType("2026-03-31")));
        assertThat(ConsentRules.sharedUntil(whole, zone)).contains(Instant.parse("2026-03-31T22:00:00Z"));
        part(whole).setPeriod(new Period().setEndElement(new org.hl7.fhir.r4.model.DateTimeType("2026-03-10")));
        assertThat(ConsentRules.sharedUntil(whole, zone)).contains(Instant.parse("2026-03-10T23:00:00Z"));
        Consent feedback = given();
        feedback.getProvision().getProvision().get(1).setPeriod(new Period().setEnd(Date.from(NOW)));
        assertThat(ConsentRules.sharedUntil(feedback, zone)).isEmpty();
    }

    private static Consent.ProvisionComponent part(Consent consent) {
        return consent.getProvision().getProvisionFirstRep();
    }

    private static Consent given() {
        return Messages.example("Consent-TheaConsent", Consent.class);
    }

    private static List<Problem> judge(Actor actor, Consumer<Consent> change) {
        Consent after = given();
        change.accept(after);
        return judge(given(), after, actor, false);
    }

    private static List<Problem> judge(Consent before, Consent after, Actor actor, boolean ended) {
        var facts = new ConsentChangeRules.Facts(EnumSet.of(actor), ended, Set.of("RelatedPerson/sister"), NOW);
        return ConsentChangeRules.judge(before, after, facts).stream()
                .map(Refusal::problem)
                .toList();
    }
}
