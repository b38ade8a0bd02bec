package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Ahead;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Property;

/**
 * Who may change what in a Consent (W-2). Owner and stand-in make it inactive, as people tell the Wally; the GP side also
 * says what is permitted and for how long. What is withdrawn stays withdrawn: a new consent comes with a new referral.
 */
final class ConsentChangeRules {
    private static final Set<Actor> SOCIAL_SIDE = EnumSet.of(Actor.OWNER, Actor.STAND_IN);

    /** What only the GP side may change. */
    private static final Set<String> OF_GP = Set.of("dateTime", "performer", "provision");

    /** What the server keeps as it is stored, whatever is sent. */
    private static final Set<String> PASSED_OVER = Set.of("id", "meta", "text");

    private ConsentChangeRules() {}

    /**
     * What the verdict depends on.
     *
     * @param actors who the caller is on the Task of the referral, as stored
     * @param ended whether sharing has ended already: consent was withdrawn or has lapsed
     * @param representatives who speaks for the person in this referral, for instance {@code RelatedPerson/1}
     */
    record Facts(Set<Actor> actors, boolean ended, Set<String> representatives, Instant now) {}

    /** Every reason why the Consent may not change like that, the most important first; empty when it may. */
    static List<Refusal> judge(Consent before, Consent after, Facts facts) {
        boolean gp = facts.actors().contains(Actor.GP);
        if (!gp && facts.actors().stream().noneMatch(SOCIAL_SIDE::contains)) {
            return List.of(
                    new Refusal(
                            Problem.FORBIDDEN,
                            "Consent",
                            words(
                                    "The practice of the referral, and the owner of its Task or who stands in now, may change a Consent")));
        }
        List<String> changed = changed(before, after);
        if (!changed.isEmpty() && (facts.ended() || before.getStatus() != ConsentState.ACTIVE)) {
            return List.of(new Refusal(
                    Problem.ELEMENT_IMMUTABLE,
                    "Consent",
                    words("What is withdrawn or has lapsed stays so: a new consent comes with a new referral")));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (String element : changed) {
            refusal(element, before, after, gp, facts).ifPresent(refusals::add);
        }
        return List.copyOf(refusals);
    }

    private static Optional<Refusal> refusal(String element, Consent before, Consent after, boolean gp, Facts facts) {
        String path = "Consent." + element.replace("[x]", "");
        if (element.equals("status")) {
            return after.getStatus() == ConsentState.INACTIVE
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            Problem.ELEMENT_NOT_ALLOWED,
                            path,
                            words("Consent.status may become inactive and nothing else")));
        }
        if (!OF_GP.contains(element)) {
            return Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, path));
        }
        if (!gp) {
            return Optional.of(
                    new Refusal(
                            Problem.FORBIDDEN,
                            path,
                            words(
                                    "The owner may set Consent.status to inactive and change nothing else; the rest is for the practice")));
        }
        return switch (element) {
            case "dateTime" -> inTime(after, facts.now());
            case "performer" -> byPerson(before, after, facts);
            default -> permitted(before, after);
        };
    }

    private static Optional<Refusal> inTime(Consent after, Instant now) {
        return Ahead.isAhead(after.getDateTimeElement(), now)
                ? Optional.of(Refusal.of(Problem.TIME_IN_FUTURE, "Consent.dateTime"))
                : Optional.empty();
    }

    private static Optional<Refusal> byPerson(Consent before, Consent after, Facts facts) {
        String person = References.key(before.getPatient());
        boolean other = after.getPerformer().stream()
                .map(References::key)
                .anyMatch(performer -> !performer.isEmpty()
                        && !performer.equals(person)
                        && !facts.representatives().contains(performer));
        return other
                ? Optional.of(
                        new Refusal(
                                Problem.REFERENCE_UNRESOLVED,
                                "Consent.performer",
                                words(
                                        "The performer is the person of the Consent, or a representative who came with the referral")))
                : Optional.empty();
    }

    /** Feedback to the GP comes and goes, sharing only goes; periods are free. */
    private static Optional<Refusal> permitted(Consent before, Consent after) {
        boolean stillShared = shares(after);
        boolean same = Base.compareDeep(
                fixed(before.getProvision(), stillShared), fixed(after.getProvision(), stillShared), true);
        return same
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.ELEMENT_NOT_ALLOWED,
                        "Consent.provision",
                        words(
                                "In Consent.provision only periods and the permission feedback-to-gp may change, and the permission"
                                        + " share-with-social may be taken away")));
    }

    private static ProvisionComponent fixed(ProvisionComponent provision, boolean withSharing) {
        ProvisionComponent fixed = provision.copy().setPeriod(null);
        fixed.getProvision()
                .removeIf(part -> is(part, ConsentRules.SHARE_WITH_SOCIAL)
                        ? !withSharing
                        : is(part, ConsentRules.FEEDBACK_TO_GP));
        fixed.getProvision().forEach(part -> part.setPeriod(null));
        return fixed;
    }

    private static boolean shares(Consent consent) {
        return consent.getProvision().getProvision().stream()
                .anyMatch(part -> is(part, ConsentRules.SHARE_WITH_SOCIAL));
    }

    private static boolean is(ProvisionComponent provision, String sharing) {
        return Codes.anyHas(provision.getCode(), Canonicals.SYSTEM_SHARING, sharing);
    }

    private static List<String> changed(Consent before, Consent after) {
        return before.children().stream()
                .map(Property::getName)
                .filter(name -> !PASSED_OVER.contains(name))
                .filter(name -> !Base.compareDeep(values(before, name), values(after, name), true))
                .toList();
    }

    private static List<Base> values(Consent consent, String name) {
        Property property = consent.getNamedProperty(name);
        return property == null
                ? List.of()
                : property.getValues().stream()
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }
}
