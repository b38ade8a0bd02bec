package nl.wally.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Subscriber;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;

/** When a row of {@link RightsTable} holds: one plain question about the caller, the resource and its referrals. */
public enum Condition {
    ANY("always", facts -> true),

    NOBODY("never", facts -> false),

    /** Which those are is a question to the log itself: only they are made into resources for this caller. */
    OWN_LOG(
            "a caller of the own organisation did it, or it concerns a person whose referral that organisation sent or"
                    + " coordinates",
            facts -> facts.resource() instanceof AuditEvent),

    /** By client: what one system asked for is no business of another one of the same house. */
    OWN_SUBSCRIPTION(
            "the caller's client asked for it",
            facts -> facts.resource() instanceof Subscription subscription
                    && Subscriber.of(subscription)
                            .filter(subscriber -> subscriber.is(facts.caller()))
                            .isPresent()),

    OWN_PATIENT(
            "the person is registered with the caller's practice",
            facts -> facts.resource() instanceof Patient patient
                    && facts.caller()
                            .organization()
                            .equals(patient.getManagingOrganization().getReference())),

    OWN_PRACTICE(
            "the caller's practice sent the referral",
            facts -> facts.anyReferral(
                    referral -> referral.practice().equals(facts.caller().organization()))),

    CONCERNED(
            "the caller owns the referral or may come to own it, and the person permits sharing",
            facts -> facts.asPerson(Referral::concerns)),

    /** Who was concerned hears that it has ended, also after consent was withdrawn (W-2). */
    TOLD_OF_THE_END(
            "it is the closing notice, and the caller owned the referral or might have",
            facts -> facts.resource() instanceof Communication communication
                    && Codes.anyHas(
                            communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "closing-notice")
                    && facts.asPerson(Referral::names)),

    /**
     * W-4: what the Wally and the person found stays with the owner, and whoever follows as owner; not with an idle
     * substitute.
     */
    OWNER_OR_STANDING_IN(
            "the caller owns the referral, or stands in now for an owner who is absent or late, and the person permits sharing",
            facts -> facts.asPerson((referral, role) -> referral.concerns(role)
                    && (referral.owner().equals(role)
                            || referral.isOpen()
                                    && (referral.escalated()
                                            || !facts.presence().isPresent(referral.owner()))))),

    COORDINATED(
            "the caller's organisation coordinates the team of the referral",
            facts -> facts.anyReferral(
                    referral -> referral.coordination().equals(facts.caller().organization()))),

    MEMBER(
            "it is the team of the caller's practice, or a team with the caller or its organisation in it",
            facts -> facts.resource() instanceof CareTeam team && isIn(team, facts.member())),

    /** W-11. Who joined the team after the meeting was planned belongs there as well. */
    MEETING(
            "it is a meeting of the caller's practice, or of one in whose team the caller or its organisation is now",
            facts -> facts.resource() instanceof Appointment meeting
                    && practice(meeting)
                            .filter(practice -> practice.equals(facts.caller().organization())
                                    || facts.presence().belongsTo(facts.member(), practice))
                            .isPresent()),

    SELF(
            "it is the role in which the caller acts",
            facts -> facts.caller()
                    .person()
                    .filter(role -> role.equals("PractitionerRole/"
                            + facts.resource().getIdElement().getIdPart()))
                    .isPresent());

    private final String meaning;
    private final Predicate<Facts> question;

    Condition(String meaning, Predicate<Facts> question) {
        this.meaning = meaning;
        this.question = question;
    }

    /** The name in the table, for instance {@code own-practice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When it holds, in English, as the end of a sentence. */
    public String meaning() {
        return meaning;
    }

    static Optional<Condition> ofCode(String code) {
        return Arrays.stream(values())
                .filter(condition -> condition.code().equals(code))
                .findFirst();
    }

    /** Whether it asks nothing of a resource, so that it can be answered before there is one. */
    boolean isGeneral() {
        return this == ANY || this == NOBODY;
    }

    boolean holds(Facts facts) {
        return question.test(facts);
    }

    private static Optional<String> practice(Appointment meeting) {
        return meeting.getExtensionsByUrl(Canonicals.EXTENSION_PRACTICE).stream()
                .filter(practice -> practice.getValue() instanceof Reference)
                .map(practice -> ((Reference) practice.getValue()).getReference())
                .findFirst();
    }

    private static boolean isIn(CareTeam team, String self) {
        return team.getManagingOrganization().stream().anyMatch(practice -> self.equals(practice.getReference()))
                || team.getParticipant().stream()
                        .anyMatch(participant ->
                                self.equals(participant.getMember().getReference()));
    }

    /**
     * What a condition is judged by.
     *
     * @param resource as stored
     * @param referrals those it belongs to, as they are now
     */
    record Facts(Caller caller, Resource resource, List<Referral> referrals, Presence presence) {
        boolean anyReferral(Predicate<Referral> question) {
            return referrals.stream().anyMatch(question);
        }

        /** Whether it is so of a referral and the acting person; a system without one is nobody. */
        boolean asPerson(java.util.function.BiPredicate<Referral, String> question) {
            return caller.person()
                    .filter(role -> anyReferral(referral -> question.test(referral, role)))
                    .isPresent();
        }

        /** Who would be named in a team: the person, for social workers, or the organisation. */
        String member() {
            return caller.capacity() == Caller.Capacity.SOCIAL_WORKER ? caller.agent() : caller.organization();
        }
    }
}
