package nl.wally.benchmark;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.wally.people.Visitor;

/**
 * Every screen that somebody of the demo region can reach by links, and the parts that screens ask for by themselves: found
 * by following them, so that a new page is measured without anybody thinking of it.
 */
final class Screens {
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
    private static final Pattern NO_SCREEN =
            Pattern.compile("/(sign-out|sign-in|assets|fhir|ig|webjars)\\b.*|.*\\.(css|js|svg|png|ico)");

    /** How many examples of a screen are looked at: not every referral is alike. */
    private static final int EXAMPLES = 4;

    private static final int MOST = 150;

    private final Visitor visitor;
    private final Map<String, List<String>> paths = new LinkedHashMap<>();

    /** Signs in and looks around. */
    Screens(URI base, String person) {
        visitor = new Visitor(base);
        String home = Visitor.location(visitor.signIn(person, "demo"));
        if (home.isEmpty()) {
            throw new IllegalStateException(person + " cannot sign in");
        }
        find(home);
    }

    /** The addresses of each screen, by its path with an asterisk for what differs. */
    Map<String, List<String>> paths() {
        return paths;
    }

    /** Asks for a screen; the number of its characters. */
    int look(String path) {
        HttpResponse<String> answer = visitor.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body().length();
    }

    private void find(String home) {
        Deque<String> open = new ArrayDeque<>(List.of(home));
        Set<String> known = new HashSet<>(open);
        for (int looked = 0; !open.isEmpty() && looked < MOST; looked++) {
            String path = open.remove();
            HttpResponse<String> answer = visitor.get(path);
            String led = Visitor.location(answer);
            if (answer.statusCode() / 100 == 3) {
                follow(led.replaceFirst("^https?://[^/]+", ""), known, open);
            } else if (answer.statusCode() == 200) {
                paths.computeIfAbsent(kind(path), kind -> new ArrayList<>()).add(path);
                LINK.matcher(answer.body())
                        .results()
                        .forEach(link -> follow(link.group(1).replace("&amp;", "&"), known, open));
            }
        }
    }

    private void follow(String path, Set<String> known, Deque<String> open) {
        long alike = known.stream().filter(one -> kind(one).equals(kind(path))).count();
        if (path.startsWith("/") && !NO_SCREEN.matcher(path).matches() && alike < EXAMPLES && known.add(path)) {
            open.add(path);
        }
    }

    /** What holds a figure is the name of something. */
    private static String kind(String path) {
        return path.replaceAll("(?<=[/=])[^/&?=.]*\\d[^/&?=.]*", "*");
    }
}
