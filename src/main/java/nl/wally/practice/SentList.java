package nl.wally.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import nl.wally.fhir.PracticeReferrals;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks for the referrals that a practice sent, in a few searches of one page each, whatever there is: which ones, an index tells;
 * only of those it is asked what they say.
 */
@Component
class SentList {
    private static final String QUESTIONS = Canonicals.SYSTEM_TASK_CODE + "|provide-information";
    private static final String ATTEMPTS = Canonicals.SYSTEM_COMMUNICATION_CATEGORY + "|contact-attempt";
    private static final String FOR_READING = Stream.of("interim-feedback", "final-feedback", "closing-notice")
            .map(category -> Canonicals.SYSTEM_COMMUNICATION_CATEGORY + "|" + category)
            .collect(Collectors.joining(","));

    /** How a referral stands of which it is told how often somebody tried to reach the person. */
    private static final Set<TaskStatus> COUNTS_ATTEMPTS =
            Set.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS);

    /** What a page of a search holds at most. */
    private static final String PAGE = "100";

    /** How many open referrals, and how many of the last that ended, are looked through for what asks something. */
    private static final int OPEN_LOOKED_THROUGH = 100;

    private static final int ENDED_LOOKED_THROUGH = 60;

    /** How many lines there are at most of what asks something; and how many of each of the others, before a link to more. */
    private static final int MOST_ASKING = 40;

    private static final int MOST = 30;

    /**
     * What a list tells of a Communication, whose text it does not. As over HTTP, feedback of which somebody gets a part is not
     * received yet: that is when it is opened.
     */
    private static final Map<String, List<String>> IN_PART =
            Map.of("_elements", List.of("category,received,sent,partOf,reasonCode,extension"));

    private final InHouse server;
    private final PracticeReferrals referrals;
    private final Dossiers dossiers;
    private final Lines lines;
    private final Clock clock;

    SentList(InHouse server, PracticeReferrals referrals, Dossiers dossiers, Lines lines, Clock clock) {
        this.server = server;
        this.referrals = referrals;
        this.dossiers = dossiers;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Some lines of the list.
     *
     * @param more the parameters of the page with the next ones; empty at the end
     */
    record Part(List<Line> lines, String more) {}

    /** What asks something of the practice; what is under way, and what has ended, beside that. */
    record Now(List<Line> asking, Part underWay, Part ended) {}

    Now now(Whose whose, Language language) {
        List<String> open = referrals.open(whose.practice(), 0, OPEN_LOOKED_THROUGH);
        List<String> ended = referrals.ended(whose.practice(), 0, ENDED_LOOKED_THROUGH);
        Set<String> asked = asked(open);
        List<Communication> toRead = toRead(together(open, ended));
        Set<String> asking = Stream.concat(asked.stream(), toRead.stream().flatMap(said -> about(said.getPartOf())))
                .distinct()
                .limit(MOST_ASKING)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> shown = together(asking, together(first(open), first(ended)));
        Map<String, Line> told = told(shown, asked, toRead, whose, language);
        return new Now(
                told.values().stream()
                        .filter(line -> asking.contains(line.id()))
                        .toList(),
                new Part(
                        told.values().stream()
                                .filter(line -> first(open).contains(line.id()) && !asking.contains(line.id()))
                                .toList(),
                        more("open", open, 0, whose)),
                new Part(
                        first(ended).stream()
                                .filter(id -> told.containsKey(id) && !asking.contains(id))
                                .map(told::get)
                                .toList(),
                        more("ended", ended, 0, whose)));
    }

    /** More of what is under way. */
    Part underWay(Whose whose, int skip, Language language) {
        List<String> open = referrals.open(whose.practice(), skip, MOST + 1);
        return new Part(lines(open, asked(open), whose, language), more("open", open, skip, whose));
    }

    /** More of what has ended. */
    Part ended(Whose whose, int skip, Language language) {
        List<String> ended = referrals.ended(whose.practice(), skip, MOST + 1);
        return new Part(lines(ended, Set.of(), whose, language), more("ended", ended, skip, whose));
    }

    private List<Line> lines(List<String> ids, Set<String> asked, Whose whose, Language language) {
        Map<String, Line> told = told(Set.copyOf(first(ids)), asked, toRead(ids), whose, language);
        return first(ids).stream().filter(told::containsKey).map(told::get).toList();
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(MOST, ids.size()));
    }

    private static String more(String name, List<String> ids, int skip, Whose whose) {
        return ids.size() > MOST ? name + "=" + (skip + MOST) + (whose.mine() ? "&mine" : "") : "";
    }

    private static Set<String> together(Collection<String> some, Collection<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
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

    /** Of which of these referrals a question to the practice is open. */
    private Set<String> asked(Collection<String> ids) {
        return all(Task.class, of(ids, Map.of("code", List.of(QUESTIONS), "status", List.of("requested"))))
                .flatMap(question -> about(question.getPartOf()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What was written of these referrals and asks to be read, the latest first. */
    private List<Communication> toRead(Collection<String> ids) {
        Instant now = clock.instant();
        return all(Communication.class, of(ids, Map.of("category", List.of(FOR_READING))))
                .filter(said -> NewsRules.news(said, now).isPresent())
                .toList();
    }

    /** The lines of these referrals, those first that were sent last. */
    private Map<String, Line> told(
            Set<String> ids, Set<String> asked, List<Communication> toRead, Whose whose, Language language) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> criteria = new HashMap<>(Sent.WITH);
        criteria.putAll(IN_PART);
        criteria.put("_id", List.of(String.join(",", ids)));
        criteria.put("_count", List.of(PAGE));
        Bundle found = server.search("Task", criteria);
        List<String> underWay = matches(found, Task.class)
                .filter(whose::covers)
                .filter(task -> COUNTS_ATTEMPTS.contains(task.getStatus()))
                .map(task -> task.getIdElement().getIdPart())
                .toList();
        Stream<Communication> attempts = all(Communication.class, of(underWay, Map.of("category", List.of(ATTEMPTS))));
        Instant now = clock.instant();
        Map<String, Line> told = new LinkedHashMap<>();
        Sent.of(found, Stream.concat(toRead.stream(), attempts)).stream()
                .filter(sent -> whose.covers(sent.task()))
                .forEach(sent -> told.put(sent.id(), lines.of(sent, asked.contains(sent.id()), language, now)));
        return told;
    }

    /** A search for what is part of these referrals; none where there are none. */
    private static Map<String, List<String>> of(Collection<String> ids, Map<String, List<String>> what) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> criteria = new HashMap<>(what);
        criteria.putAll(IN_PART);
        criteria.put("part-of", List.of(ids.stream().map("Task/"::concat).collect(Collectors.joining(","))));
        criteria.put("_count", List.of(PAGE));
        return criteria;
    }

    /** Everything that a search finds, which is one page as a rule. */
    private <T extends Resource> Stream<T> all(Class<T> type, Map<String, List<String>> criteria) {
        Stream<T> all = Stream.empty();
        for (var next = criteria; !next.isEmpty(); ) {
            Bundle page = server.search(type.getSimpleName(), next);
            all = Stream.concat(all, matches(page, type));
            next = Optional.ofNullable(page.getLink("next"))
                    .map(SentList::cursor)
                    .map(cursor -> Map.of("_cursor", List.of(cursor), "_elements", IN_PART.get("_elements")))
                    .orElse(Map.of());
        }
        return all;
    }

    private static @Nullable String cursor(BundleLinkComponent next) {
        return UriComponentsBuilder.fromUriString(next.getUrl())
                .build()
                .getQueryParams()
                .getFirst("_cursor");
    }

    private static Stream<String> about(List<Reference> tasks) {
        return tasks.stream().map(task -> References.key(task).replace("Task/", ""));
    }

    private static <T extends Resource> Stream<T> matches(Bundle found, Class<T> type) {
        return found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
