package nl.wally.directory;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages on which a coordinator takes the directory out as CSV, and in again: first shown, then taken. */
@Controller
final class ExchangeController {
    private static final long LARGEST = DataSize.ofMegabytes(1).toBytes();

    private final Screens screens;
    private final CurrentCaller current;
    private final OfferExchange exchange;
    private final OfferImports files;

    ExchangeController(Screens screens, CurrentCaller current, OfferExchange exchange, OfferImports files) {
        this.screens = screens;
        this.current = current;
        this.exchange = exchange;
        this.files = files;
    }

    @GetMapping(DirectoryConfig.EXPORT)
    void export(HttpServletResponse response) throws IOException {
        byte[] file = exchange.export(coordination()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sociale-kaart.csv\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    @GetMapping(DirectoryConfig.IMPORT)
    void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choose(Words.NONE, request, response);
    }

    /** Keeps the file, and leads to what it would change. */
    @PostMapping(DirectoryConfig.IMPORT)
    void upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            choose(words("Choose a file first."), request, response);
            return;
        }
        if (file.getSize() > LARGEST) {
            choose(words("This file is too large: at most 1 MB."), request, response);
            return;
        }
        // PostgreSQL stores no such character, and no text has one.
        String content = OfferSheet.decode(file.getBytes()).replace("\0", "");
        UUID id = files.keep(coordination(), content);
        Screens.lead(request, response, DirectoryConfig.IMPORT + "/" + id);
    }

    @GetMapping(DirectoryConfig.IMPORT + "/{id}")
    void preview(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(id, exchange.plan(content(id), coordination()), false, request, response);
    }

    /** Takes the file, if the directory is still as it was when the coordinator saw what would change. */
    @PostMapping(DirectoryConfig.IMPORT + "/{id}")
    void take(
            @PathVariable UUID id, @RequestParam String seen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String content = files.takeOut(id, coordination()).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        boolean through = false;
        try {
            through = take(id, content, seen, request, response);
        } finally {
            if (!through) {
                files.putBack(id, coordination(), content);
            }
        }
    }

    /** Whether all of it was taken. */
    private boolean take(UUID id, String content, String seen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Plan plan = exchange.plan(content, coordination());
        if (!plan.wrong().isEmpty() || !plan.fingerprint().equals(seen)) {
            show(id, plan, true, request, response);
            return false;
        }
        OfferExchange.Done done = exchange.take(plan);
        RefusedException refused = done.refused();
        if (refused == null) {
            Screens.lead(
                    request,
                    response,
                    "%s?added=%d&changed=%d".formatted(DirectoryConfig.IMPORT, done.added(), done.changed()));
            return true;
        }
        Map<String, Object> facts = Map.of(
                "added", done.added(),
                "changed", done.changed(),
                "left", plan.writes().size() - done.added() - done.changed(),
                "reasons", Screens.reasons(refused),
                "id", id.toString());
        int status = refused.refusals().get(0).problem().status();
        screens.show(request, response, status, "directory/imported", facts);
        return false;
    }

    /** What came of a file that was taken as a whole. */
    @GetMapping(
            path = DirectoryConfig.IMPORT,
            params = {"added", "changed"})
    void taken(
            @RequestParam int added,
            @RequestParam int changed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = Map.of("added", added, "changed", changed, "reasons", List.of());
        screens.show(request, response, HttpServletResponse.SC_OK, "directory/imported", facts);
    }

    private void choose(Words wrong, HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(
                request,
                response,
                wrong.isEmpty() ? HttpServletResponse.SC_OK : HttpStatus.UNPROCESSABLE_ENTITY.value(),
                "directory/import",
                Map.of("wrong", wrong));
    }

    private void show(UUID id, Plan plan, boolean again, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean fine = plan.wrong().isEmpty() && !again;
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", id.toString());
        facts.put("plan", plan);
        facts.put("fresh", plan.of(Plan.Verdict.NEW));
        facts.put("changed", plan.of(Plan.Verdict.CHANGED));
        facts.put("same", plan.of(Plan.Verdict.UNCHANGED).size());
        facts.put("again", again && plan.wrong().isEmpty());
        screens.show(
                request,
                response,
                fine ? HttpServletResponse.SC_OK : HttpStatus.UNPROCESSABLE_ENTITY.value(),
                "directory/preview",
                facts);
    }

    private String content(UUID id) {
        return files.find(id, coordination()).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
    }

    private String coordination() {
        return current.current().organization();
    }
}
