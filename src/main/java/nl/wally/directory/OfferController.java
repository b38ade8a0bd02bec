package nl.wally.directory;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.directory.ImportRules.Provider;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a coordinator adds, changes and ends offers. */
@Controller
final class OfferController {
    private final Screens screens;
    private final CurrentCaller current;
    private final Offers offers;
    private final OfferRules rules;
    private final OfferExchange exchange;
    private final Directory directory;

    OfferController(
            Screens screens,
            CurrentCaller current,
            Offers offers,
            OfferRules rules,
            OfferExchange exchange,
            Directory directory) {
        this.screens = screens;
        this.current = current;
        this.offers = offers;
        this.rules = rules;
        this.exchange = exchange;
        this.directory = directory;
    }

    @GetMapping(DirectoryConfig.EDIT)
    void fresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new OfferForm("", "", new OfferText(Map.of()), false), List.of(), request, response);
    }

    @GetMapping(DirectoryConfig.EDIT + "/{id}")
    void edit(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Listed listed = offers.read(id);
        show(form(listed), List.of(), request, response);
    }

    @PostMapping(DirectoryConfig.EDIT)
    void add(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OfferForm form = OfferForm.of("", request.getParameterMap());
        take(form, new Listed(new HealthcareService().setActive(true), ""), request, response);
    }

    @PostMapping(DirectoryConfig.EDIT + "/{id}")
    void change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OfferForm form = OfferForm.of(id, request.getParameterMap());
        Listed listed = offers.read(id);
        if (form.version().equals(listed.offer().getMeta().getVersionId())) {
            take(form, listed, request, response);
        } else {
            stale(form, request, response);
        }
    }

    /** Ends an offer, or begins it again. */
    @PostMapping(DirectoryConfig.DIRECTORY + "/{id}")
    void activate(
            @PathVariable String id,
            @RequestParam String version,
            @RequestParam boolean active,
            HttpServletRequest request,
            HttpServletResponse response) {
        HealthcareService offer = offers.read(id).offer().setActive(active);
        offer.getMeta().setVersionId(version);
        offers.update(offer);
        Screens.lead(request, response, DirectoryConfig.DIRECTORY + "/" + id);
    }

    private void take(OfferForm form, Listed before, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HealthcareService offer = before.offer();
        List<Fault> faults = new ArrayList<>(rules.write(form.text(), offer));
        String provider = form.text().at(Column.PROVIDER);
        String made = "";
        if (!provider.isEmpty() && !provider.equalsIgnoreCase(before.provider())) {
            List<Provider> called = exchange.called(provider, current.current().organization());
            made = ImportRules.name(provider, offer, called, faults);
            if (!made.isEmpty() && !form.newProvider()) {
                faults.add(new Fault(
                        Column.PROVIDER,
                        words("Nobody here is called so. Mend the name, or tick that this is a new organisation.")));
            }
        }
        if (!faults.isEmpty()) {
            show(form, faults, request, response);
            return;
        }
        try {
            String id = offers.store(offer, made);
            Screens.lead(request, response, DirectoryConfig.DIRECTORY + "/" + id);
        } catch (RefusedException refused) {
            refused(refused, form, request, response);
        }
    }

    private void refused(
            RefusedException refused, OfferForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (refused.refusals().get(0).problem()) {
            case VERSION_STALE, CONFLICT -> stale(form, request, response);
            case FORBIDDEN ->
                show(form, List.of(new Fault(Column.PROVIDER, ImportRules.KEPT_BY_ANOTHER)), request, response);
            default -> show(form, List.of(), Map.of(), Screens.reasons(refused), request, response);
        }
    }

    /** Somebody else was first: all that was typed stays, beside what is there now. Who saves again has seen it. */
    private void stale(OfferForm form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OfferForm now = form(offers.read(form.id()));
        Map<String, String> theirs = new HashMap<>(now.fields());
        theirs.entrySet()
                .removeIf(field -> field.getValue().equals(form.fields().get(field.getKey())));
        theirs.keySet().removeAll(List.of(Column.KEY.field(), Column.ACTIVE.field()));
        OfferForm again = new OfferForm(form.id(), now.version(), form.text(), form.newProvider());
        show(again, List.of(), theirs, List.of(), request, response);
    }

    private OfferForm form(Listed listed) {
        return new OfferForm(
                listed.id(),
                listed.offer().getMeta().getVersionId(),
                rules.read(listed.offer()).with(Column.PROVIDER, listed.provider()),
                false);
    }

    private void show(OfferForm form, List<Fault> faults, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        show(form, faults, Map.of(), List.of(), request, response);
    }

    private void show(
            OfferForm form,
            List<Fault> faults,
            Map<String, String> theirs,
            List<Words> reasons,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean fine = faults.isEmpty() && theirs.isEmpty() && reasons.isEmpty();
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("fields", form.fields());
        facts.put("faults", OfferForm.byField(faults));
        facts.put("theirs", theirs);
        facts.put("reasons", reasons);
        facts.put("areas", directory.areas(DirectoryController.language(request)));
        facts.put("dutch", directory.areas(Language.DUTCH));
        screens.show(
                request,
                response,
                fine ? HttpServletResponse.SC_OK : HttpStatus.UNPROCESSABLE_ENTITY.value(),
                "directory/edit",
                facts);
    }
}
