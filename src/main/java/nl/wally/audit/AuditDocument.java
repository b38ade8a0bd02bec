package nl.wally.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.wally.shared.Occurrence.Kind;
import org.apache.commons.text.StringEscapeUtils;

/** Who looked at a person's data, in Dutch and without a word that only a programmer knows. */
final class AuditDocument {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm", Locale.forLanguageTag("nl"))
            .withZone(ZoneId.of("Europe/Amsterdam"));

    private static final Map<Kind, String> DONE = Map.of(
            Kind.READ, "bekeken",
            Kind.SEARCH, "opgezocht",
            Kind.WRITE, "vastgelegd of gewijzigd",
            Kind.OPERATION, "een vraag over gesteld",
            Kind.SIGN_IN, "aangemeld",
            Kind.NOTIFICATION, "een bericht over gekregen",
            Kind.EXPORT, "uitgeleverd",
            Kind.ERASURE, "gewist",
            Kind.LOG, "nagekeken wie uw gegevens bekeek");

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("Patient", "uw persoonsgegevens"),
            Map.entry("Task", "het verloop van uw verwijzing"),
            Map.entry("ServiceRequest", "uw verwijzing"),
            Map.entry("Communication", "berichten over u"),
            Map.entry("CommunicationRequest", "een vraag om terugkoppeling"),
            Map.entry("Consent", "uw toestemming"),
            Map.entry("RelatedPerson", "wie voor u spreekt"),
            Map.entry("QuestionnaireResponse", "uw vraagverheldering"),
            Map.entry("Provenance", "wie wat heeft vastgelegd"));

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <title>Wie uw gegevens heeft bekeken</title>
            <style>
            body { font-family: sans-serif; line-height: 1.5; max-width: 60em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-top: 1px solid #767676; padding: 0.4em; text-align: left; vertical-align: top; }
            </style>
            </head>
            <body>
            <main>
            <h1>Wie uw gegevens heeft bekeken</h1>
            """;

    private final UnaryOperator<String> called;

    /** @param called what somebody who works here is called, by reference */
    AuditDocument(UnaryOperator<String> called) {
        this.called = called;
    }

    String of(List<Entry> entries, Instant now) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p>Opgemaakt op ")
                .append(MOMENT.format(now))
                .append(". Het nieuwste staat bovenaan. Klopt er iets niet? Vraag het wie u dit overzicht gaf.</p>\n")
                .append("<table>\n<thead><tr><th scope=\"col\">Wanneer</th><th scope=\"col\">Wie</th>")
                .append("<th scope=\"col\">Namens</th><th scope=\"col\">Wat</th></tr></thead>\n<tbody>\n");
        for (Entry entry : entries) {
            page.append("<tr><td>").append(MOMENT.format(entry.moment())).append("</td><td>");
            page.append(escaped(who(entry))).append("</td><td>");
            page.append(escaped(named(entry.organization()))).append("</td><td>");
            page.append(escaped(what(entry))).append("</td></tr>\n");
        }
        return page.append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").toString();
    }

    private String who(Entry entry) {
        if (entry.person() != null) {
            return named(entry.person());
        }
        if (entry.client() == null) {
            return "iemand die zich niet kon aanmelden";
        }
        return entry.client().equals("system") ? "het verwijssysteem zelf" : "het systeem " + entry.client();
    }

    private String named(@org.jspecify.annotations.Nullable String reference) {
        return reference == null || reference.isEmpty() ? "" : called.apply(reference);
    }

    private static String what(Entry entry) {
        List<String> things = entry.objects() == null
                ? List.of()
                : entry.objects().stream()
                        .map(object -> THINGS.getOrDefault(object.replaceFirst("/.*", ""), "andere gegevens"))
                        .distinct()
                        .toList();
        String done = DONE.getOrDefault(entry.kind(), "gebruikt");
        String what = things.isEmpty() ? done : String.join(", ", things) + ": " + done;
        return entry.outcome().equals(Entry.OK) ? what : what + " (geweigerd)";
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }
}
