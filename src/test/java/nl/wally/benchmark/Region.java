package nl.wally.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import nl.wally.Messages;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A region of many practices, each with a GP and a Wally, made from the demo region's first practice. Practice 7 has
 * {@code Organization/practice-7}, {@code PractitionerRole/gp-7}, {@code CareTeam/team-7} with {@code
 * PractitionerRole/wally-7} as contact and the next practice's Wally as substitute.
 *
 * @param practices how many
 */
record Region(int practices) {
    private static final long HALF_A_YEAR = 182L * 24 * 60 * 60;
    private static final List<String> SHARED = List.of("Organization-social-1");
    private static final List<String> EACH = List.of(
            "Organization-practice-1",
            "Practitioner-gp-1",
            "PractitionerRole-gp-1",
            "Practitioner-wally-1",
            "PractitionerRole-wally-1");
    private static final String TEAM = "CareTeam-team-1";

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    /** By how many practices there are, and which one it is: a driver that sends hundreds a second must not be what is slow. */
    private static final Map<List<Integer>, String> REFERRALS = new ConcurrentHashMap<>();

    /** Everybody and everything, those first that others point to. */
    List<Resource> resources() {
        var all = new java.util.ArrayList<Resource>();
        SHARED.forEach(file -> all.add(Json.resource(file(file))));
        all.addAll(resources(1));
        return all;
    }

    /** The practices from this one on, with everybody there. */
    List<Resource> resources(int first) {
        var all = new java.util.ArrayList<Resource>();
        for (int practice = first; practice <= practices; practice++) {
            for (String file : EACH) {
                all.add(Json.resource(numbered(file(file), practice)));
            }
        }
        for (int practice = first; practice <= practices; practice++) {
            all.add(Json.resource(numbered(file(TEAM), practice)));
        }
        return all;
    }

    /** A referral of a new person by this practice, written at some moment of the last half year, as JSON. */
    String referral(int practice) {
        Instant written = Instant.now()
                .minusSeconds(ThreadLocalRandom.current().nextLong(60, HALF_A_YEAR))
                .truncatedTo(ChronoUnit.SECONDS);
        return REFERRALS
                .computeIfAbsent(List.of(practices, practice), key -> numbered(file("Bundle-TheaReferral"), practice))
                .replace("2026-03-02T10:15:00+01:00", written.toString())
                .replace("P-1001", "P-" + UUID.randomUUID())
                .replace("D-2026-0001", "D-" + UUID.randomUUID());
    }

    /** The GP's information system of a practice. */
    Caller his(int practice) {
        return new Caller("his-" + practice, "Organization/practice-" + practice, null, Caller.Capacity.PRACTICE);
    }

    /** The Wally of a practice. */
    Caller wally(int practice) {
        return wally("PractitionerRole/wally-" + practice);
    }

    /** A Wally by role. */
    Caller wally(String role) {
        return new Caller(
                role.substring(role.indexOf('/') + 1), "Organization/social-1", role, Caller.Capacity.SOCIAL_WORKER);
    }

    /** The text with the numbers of this practice, and with the next Wally as substitute. */
    private String numbered(String json, int practice) {
        int next = practice % practices + 1;
        return json.replace("wally-2", "wally-#")
                .replaceAll("(practice|gp|wally|team)-1\\b", "$1-" + practice)
                .replace("wally-#", "wally-" + next);
    }

    private static synchronized String file(String name) {
        return FILES.computeIfAbsent(name, key -> Json.text(Messages.example(key, Resource.class)));
    }

    /** The Bundle that {@link #referral} gives, parsed. */
    static Bundle bundle(String referral) {
        return (Bundle) Json.resource(referral);
    }
}
