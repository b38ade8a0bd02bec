package nl.wally.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.InHouse;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks for the referrals that a practice sent, in a few searches of one page each, whatever there is. */
@Component
class SentList {
    private static final String REFERRALS = Canonicals.TASK_CODE + "|fulfill";
    private static final String QUESTIONS = Canonicals.SYSTEM_TASK_CODE + "|provide-information";
    private static final String OPEN = "requested,received,accepted,in-progress,on-hold";
    private static final String ENDED = "completed,rejected,failed,cancelled,entered-in-error";
    private static final String FOR_READING = Stream.of("interim-feedback", "final-feedback", "closing-notice")
            .map(category -> Canonicals.SYSTEM_COMMUNICATION_CATEGORY + "|" + category)
            .collect(Collectors.joining(","));

    /** Of what was written to the practice the newest are looked through for what nobody has read. */
    private static final String NEWEST = "100";

    private static final int MOST_ASKING = 50;

    /**
     * What a list tells of a Communication, whose text it does not. As over HTTP, feedback of which somebody gets a part is not
     * received yet: that is when it is opened.
     */
    private static final Map<String, List<String>> IN_PART =
            Map.of("_elements", List.of("category,received,sent,partOf,reasonCode,extension"));

    private final InHouse server;
    private final Dossiers dossiers;
    private final Lines lines;
    private final Clock clock;

    SentList(InHouse server, Dossiers dossiers, Lines lines, Clock clock) {
        this.server = server;
        this.dossiers = dossiers;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Some lines of the list.
     *
     * @param more where the next ones begin; empty at the end
     */
    record Part(List<Line> lines, String more) {}

    /** What asks something of the practice, and what is under way beside that. */
    record Now(List<Line> asking, Part underWay) {}

    Now now(Whose whose, Language language) {
        Set<String> asked = questions(whose);
        Set<String> wanted = Stream.concat(asked.stream(), unread(whose).stream())
                .limit(MOST_ASKING)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Line> asking = wanted.isEmpty()
                ? List.of()
                : told(
                                tasks(
                                        Map.of("_id", List.of(String.join(",", wanted)), "_count", List.of(NEWEST)),
                                        whose),
                                asked,
                                language)
                        .lines();
        Part open = told(tasks(Map.of("status", List.of(OPEN), "_count", List.of("50")), whose), asked, language);
        return new Now(asking, beside(asking, open));
    }

    /** What has ended, beside what of that still asks something. */
    Part ended(Whose whose, Now now, Language language) {
        Map<String, List<String>> criteria =
                Map.of("status", List.of(ENDED), "_count", List.of("20"), "_sort", List.of("-_lastUpdated"));
        return beside(now.asking(), told(tasks(criteria, whose), Set.of(), language));
    }

    private static Part beside(List<Line> asking, Part part) {
        Set<String> shown = asking.stream().map(Line::id).collect(Collectors.toSet());
        return new Part(
                part.lines().stream().filter(line -> !shown.contains(line.id())).toList(), part.more());
    }

    /** What comes after a part. */
    Part after(String more, Language language) {
        return told(
                server.search("Task", Map.of("_cursor", List.of(more), "_elements", IN_PART.get("_elements"))),
                Set.of(),
                language);
    }

    /** The Task of the referral with this number, as somebody typed it; empty when the practice sent none. */
    Optional<String> numbered(String typed) {
        try {
            return dossiers.byNumber(typed);
        } catch (RefusedException noNumber) {
            if (noNumber.refusals().get(0).problem() == Problem.PARAMETER_INVALID) {
                return Optional.empty();
            }
            throw noNumber;
        }
    }

    /** Whether anything of the practice has changed since then. */
    boolean changed(Whose whose, Instant since) {
        Map<String, List<String>> criteria = Map.of(
                "practice", List.of(whose.caller().organization()),
                "_lastUpdated", List.of("gt" + since.truncatedTo(ChronoUnit.MILLIS)),
                "_count", List.of("1"),
                "_elements", List.of("status"));
        return server.search("Task", criteria).hasEntry()
                || server.search("Communication", criteria).hasEntry();
    }

    /** The referrals of which a question to the practice is open. */
    private Set<String> questions(Whose whose) {
        Map<String, List<String>> criteria = Map.of(
                "code", List.of(QUESTIONS),
                "status", List.of("requested"),
                "practice", List.of(whose.caller().organization()),
                "_count", List.of(NEWEST));
        return all(server.search("Task", criteria), Task.class)
                .flatMap(task -> task.getPartOf().stream())
                .map(SentList::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The referrals of which something is to be read. */
    private Set<String> unread(Whose whose) {
        Map<String, List<String>> criteria = new HashMap<>(IN_PART);
        criteria.put("category", List.of(FOR_READING));
        criteria.put("practice", List.of(whose.caller().organization()));
        criteria.put("_count", List.of(NEWEST));
        Instant now = clock.instant();
        return all(server.search("Communication", criteria), Communication.class)
                .filter(said -> NewsRules.news(said, now).isPresent())
                .flatMap(said -> said.getPartOf().stream())
                .map(SentList::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Bundle tasks(Map<String, List<String>> own, Whose whose) {
        Map<String, List<String>> criteria = new HashMap<>(own);
        criteria.putAll(Sent.WITH);
        criteria.putAll(IN_PART);
        criteria.putAll(whose.criterion());
        criteria.put("code", List.of(REFERRALS));
        return server.search("Task", criteria);
    }

    private Part told(Bundle found, Set<String> asked, Language language) {
        Instant now = clock.instant();
        List<Line> told = Sent.of(found).stream()
                .map(sent -> lines.of(sent, asked.contains(sent.id()), language, now))
                .toList();
        return new Part(told, more(found));
    }

    private static String more(Bundle found) {
        return Optional.ofNullable(found.getLink("next"))
                .map(next -> UriComponentsBuilder.fromUriString(next.getUrl())
                        .build()
                        .getQueryParams()
                        .getFirst("_cursor"))
                .orElse("");
    }

    private static String id(Reference task) {
        return References.key(task).replace("Task/", "");
    }

    private static <T extends Resource> Stream<T> all(Bundle found, Class<T> type) {
        return found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
