package nl.wally.benchmark;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import nl.wally.people.Visitor;

/** Somebody of the demo region who goes from page to page by whatever link is there, and signs in again now and then. */
final class Stroll {
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(sign-out|sign-in|assets|fhir|ig|webjars)\\b.*|.*\\.(css|js|svg|png|ico|pdf)");

    private static final int PAGES_A_VISIT = 25;

    private final URI base;
    private final String person;
    private Visitor visitor;
    private String home = "";
    private String next = "";
    private int pages;

    Stroll(URI base, String person) {
        this.base = base;
        this.person = person;
        this.visitor = new Visitor(base);
    }

    /** One page. What is gone meanwhile, or not theirs, is no failure; whoever walks off just closes the browser. */
    void goOn() {
        if (pages++ % PAGES_A_VISIT == 0) {
            visitor = new Visitor(base);
            home = path(visitor.signIn(person, "demo"));
            next = home;
        }
        HttpResponse<String> page = visitor.get(next);
        if (page.statusCode() >= 500) {
            throw new IllegalStateException(next + ": " + page.statusCode());
        }
        if (page.statusCode() / 100 == 3) {
            next = path(page);
            return;
        }
        List<String> links = LINK.matcher(page.body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !NO_PAGE.matcher(link).matches())
                .toList();
        next = links.isEmpty() ? home : links.get(ThreadLocalRandom.current().nextInt(links.size()));
    }

    private static String path(HttpResponse<String> answer) {
        return Visitor.location(answer).replaceFirst("^https?://[^/]+", "");
    }
}
