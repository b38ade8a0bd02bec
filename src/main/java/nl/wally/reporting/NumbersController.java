package nl.wally.reporting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Names;
import nl.wally.people.Screens;
import nl.wally.people.Spreadsheet;
import nl.wally.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page with the numbers of the own organisation, and the same as a file. Both show what was published, and nothing else. */
@Controller
final class NumbersController {
    static final String PATH = "/numbers";

    private final Screens screens;
    private final CurrentCaller current;
    private final Publications publications;
    private final ReportingProperties settings;
    private final CategoryNames labels;
    private final Names names;

    NumbersController(
            Screens screens,
            CurrentCaller current,
            Publications publications,
            ReportingProperties settings,
            CategoryNames labels,
            Names names) {
        this.screens = screens;
        this.current = current;
        this.publications = publications;
        this.settings = settings;
        this.labels = labels;
        this.names = names;
    }

    @GetMapping(PATH)
    void show(
            @RequestParam(required = false) Optional<String> quarter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String organization = current.current().organization();
        SortedMap<Quarter, Integer> totals = publications.totals(organization);
        if (totals.isEmpty()) {
            screens.show(request, response, HttpServletResponse.SC_OK, "reporting/none", limits());
            return;
        }
        Quarter chosen = chosen(quarter, totals);
        Map<Breakdown, List<Group>> tables = publications.of(organization, chosen);
        Language language = language(request);
        var facts = new HashMap<String, Object>(limits());
        facts.put("organization", names.of(organization));
        facts.put("chosen", chosen);
        facts.put(
                "quarters",
                totals.keySet().stream().sorted(Comparator.reverseOrder()).toList());
        facts.put("columns", Columns.of(totals));
        facts.put("headlines", Headlines.of(tables));
        facts.put(
                "tables",
                tables.entrySet().stream()
                        .map(one -> Table.of(one.getKey(), one.getValue(), labels, language))
                        .toList());
        screens.show(request, response, HttpServletResponse.SC_OK, "reporting/numbers", facts);
    }

    @GetMapping(PATH + "/{quarter}.csv")
    void download(@PathVariable String quarter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String organization = current.current().organization();
        Quarter chosen = chosen(Optional.of(quarter), publications.totals(organization));
        byte[] file = Spreadsheet.write(rows(chosen, publications.of(organization, chosen), language(request)))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"waar-is-wally-" + chosen + ".csv\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    /** The last one where none is asked for; what was never published is not found. */
    private static Quarter chosen(Optional<String> asked, SortedMap<Quarter, Integer> totals) {
        return asked.map(written -> Quarter.read(written)
                        .filter(totals::containsKey)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .orElseGet(totals::lastKey);
    }

    private List<List<String>> rows(Quarter quarter, Map<Breakdown, List<Group>> tables, Language language) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kwartaal", "overzicht", "gemeentelijk begrip", "categorie", "aantal"));
        tables.forEach((breakdown, groups) -> groups.forEach(group -> rows.add(List.of(
                quarter.toString(),
                breakdown.title().in(language),
                labels.municipal(breakdown),
                String.join(
                        " / ",
                        group.categories().stream()
                                .map(category -> labels.of(breakdown, category, language))
                                .toList()),
                Integer.toString(group.referrals())))));
        return rows;
    }

    private Map<String, Object> limits() {
        return Map.of(
                "threshold", settings.threshold(),
                "days", settings.settle().toDays());
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
