package nl.wally.worklist.onward;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.directory.Directory;
import nl.wally.directory.Directory.Wish;
import nl.wally.directory.OfferCard;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.dossier.Sharing;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.people.Screens;
import nl.wally.shared.Codes;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import nl.wally.worklist.Author;
import nl.wally.worklist.onward.OnwardRules.Form;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a Wally chooses where a person goes. What is looked for stands in a form that is posted, never in the
 * address: beside the id of a referral it would say something of a person.
 */
@Controller
@RequestMapping("/work/{id}/onward")
final class OnwardController {
    /** More than fit a page are found by looking for something. */
    private static final int MOST = 50;

    /** How much of what happened in the meantime is told. */
    private static final int NEWS = 3;

    private static final Words CHANGED = words(
            "Somebody has changed this referral in the meantime, so nothing was saved. What you chose is still here. Save again if it is still right.");

    private final Screens screens;
    private final Author author;
    private final Dossiers dossiers;
    private final Directory directory;
    private final InHouse house;
    private final Names names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OnwardController(
            Screens screens,
            Author author,
            Dossiers dossiers,
            Directory directory,
            InHouse house,
            Names names,
            WorkingCalendar calendar,
            Clock clock) {
        this.screens = screens;
        this.author = author;
        this.dossiers = dossiers;
        this.directory = directory;
        this.house = house;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    void choose(
            @PathVariable String id,
            @RequestParam Optional<String> done,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Dossier dossier = dossiers.of(id, language(request));
        Form form = new Form(dossier.version(), List.of(), "", "", "", "", "", "own");
        new Showing(dossier, form, request, response).show(Map.of(), done.isPresent(), List.of());
    }

    /** Looks for something, and records nothing. */
    @PostMapping(params = "deed=search")
    void search(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Showing(dossiers.of(id, language(request)), form(request), request, response)
                .show(Map.of(), false, List.of());
    }

    /** The same Task update as by the API. */
    @PostMapping(params = "deed!=search")
    void record(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Dossier dossier = dossiers.of(id, language(request));
        Form form = form(request);
        Map<String, String> open = directory.search(new Wish(List.of(), "", false), language(request)).stream()
                .collect(Collectors.toMap(OfferCard::reference, OfferCard::name));
        Map<String, Words> faults = OnwardRules.faults(form, open.keySet(), today());
        if (!faults.isEmpty()) {
            new Showing(dossier, form, request, response).show(faults, false, List.of());
            return;
        }
        Task task = OnwardRules.record(dossier.task(), form, open, author.now(), clock.instant(), mayTell(dossier));
        task.getMeta().setVersionId(form.version());
        try {
            house.update(task);
            Screens.lead(request, response, "/work/" + id + "/onward?done");
        } catch (RefusedException refused) {
            boolean stale = refused.refusals().get(0).problem() == Problem.VERSION_STALE;
            Dossier now = stale ? dossiers.of(id, language(request)) : dossier;
            new Showing(now, stale ? form.seen(now.version()) : form, request, response)
                    .show(Map.of(), false, stale ? List.of(CHANGED) : Screens.reasons(refused));
        }
    }

    private static boolean mayTell(Dossier dossier) {
        return dossier.sharing().filter(Sharing::feedbackToGp).isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    private static Form form(HttpServletRequest request) {
        Function<String, String> field = name ->
                Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        List<String> offers = Optional.ofNullable(request.getParameterValues("offers")).stream()
                .flatMap(Arrays::stream)
                .distinct()
                .toList();
        return new Form(
                field.apply("version"),
                offers,
                field.apply("elsewhere"),
                field.apply("handover"),
                field.apply("on"),
                field.apply("with"),
                field.apply("text"),
                field.apply("area"));
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** One answer with the page. */
    private final class Showing {
        private final Dossier dossier;
        private final Form form;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Showing(Dossier dossier, Form form, HttpServletRequest request, HttpServletResponse response) {
            this.dossier = dossier;
            this.form = form;
            this.request = request;
            this.response = response;
        }

        void show(Map<String, Words> faults, boolean done, List<Words> reasons) throws IOException {
            Language language = language(request);
            List<OfferCard> found = directory.search(wish(), language);
            Map<String, Object> facts = new HashMap<>();
            facts.put("dossier", dossier);
            facts.put("form", form);
            facts.put("faults", faults);
            facts.put("done", done);
            facts.put("reasons", reasons);
            facts.put(
                    "news",
                    reasons.contains(CHANGED)
                            ? dossier.timeline().stream().limit(NEWS).toList()
                            : List.of());
            facts.put("mayTell", mayTell(dossier));
            facts.put("areas", directory.areas(language));
            facts.put("handOvers", HandOver.values());
            facts.put("chosen", chosen(found, language));
            facts.put(
                    "found",
                    found.stream()
                            .filter(card -> !form.offers().contains(card.reference()))
                            .limit(MOST)
                            .toList());
            facts.put("total", found.size());
            facts.put("most", MOST);
            facts.put(
                    "places",
                    OnwardRules.places(dossier.task()).map(this::called).toList());
            boolean fine = faults.isEmpty() && reasons.isEmpty();
            screens.show(
                    request,
                    response,
                    fine ? HttpServletResponse.SC_OK : HttpStatus.UNPROCESSABLE_ENTITY.value(),
                    "worklist/onward",
                    facts);
        }

        /** At first, offers that help with what the referral is about; when it names no area of life, all. */
        private Wish wish() {
            List<String> areas = form.area().equals("own")
                    ? dossier.papers().referral().stream()
                            .flatMap(referral -> referral.getReasonCode().stream())
                            .flatMap(reason -> Codes.of(reason, Canonicals.SYSTEM_LIFE_AREA).stream())
                            .distinct()
                            .toList()
                    : directory.areas(Language.DUTCH).containsKey(form.area())
                            ? List.of(form.area())
                            : List.<String>of();
            return new Wish(areas, form.text(), false);
        }

        /** What is ticked stays on the page, whatever somebody looks for next. */
        private List<OfferCard> chosen(List<OfferCard> found, Language language) {
            if (form.offers().isEmpty()) {
                return List.of();
            }
            boolean all = found.stream()
                    .map(OfferCard::reference)
                    .collect(Collectors.toSet())
                    .containsAll(form.offers());
            List<OfferCard> from = all ? found : directory.search(new Wish(List.of(), "", false), language);
            return from.stream()
                    .filter(card -> form.offers().contains(card.reference()))
                    .toList();
        }

        private String called(String place) {
            if (place.startsWith("Organization/")) {
                return names.of(place);
            }
            return place.startsWith("HealthcareService/")
                    ? house.read(org.hl7.fhir.r4.model.HealthcareService.class, place.substring(place.indexOf('/') + 1))
                            .getName()
                    : place;
        }
    }
}
