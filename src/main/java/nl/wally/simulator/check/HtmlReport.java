package nl.wally.simulator.check;

import nl.wally.simulator.check.Verdict.Finding;
import org.springframework.web.util.HtmlUtils;

/** A report as a page in the style of the guide; it works without scripts. */
final class HtmlReport {
    private HtmlReport() {}

    /** The page of a check that is under way. */
    static String of(Report report, Wording wording) {
        StringBuilder body = new StringBuilder();
        body.append("<p><strong>")
                .append(text(wording.of(report.conclusion())))
                .append("</strong> ")
                .append(text(wording.counts(report)))
                .append(". ")
                .append(text(wording.began(report)))
                .append("</p>\n<p><a href=\"check\">")
                .append(text(wording.of("Vernieuwen", "Refresh")))
                .append("</a></p>\n");
        body.append(begin(wording.of("Opnieuw beginnen", "Start again")));
        heading(wording.of("Wat u speelt", "What to play"), body);
        body.append("<p>").append(text(wording.next(report))).append("</p>\n<ol>\n");
        report.plays().forEach(play -> play(play, wording, body));
        body.append("</ol>\n");
        heading(wording.of("Eisen", "Requirements"), body);
        body.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(text(wording.of("Eisen", "Requirements")))
                .append("\">\n<table>\n<thead><tr><th scope=\"col\">")
                .append(text(wording.of("Eis", "Requirement")))
                .append("</th><th scope=\"col\">")
                .append(text(wording.of("Oordeel", "Verdict")))
                .append("</th><th scope=\"col\">")
                .append(text(wording.of("Wat is gezien", "What was seen")))
                .append("</th></tr></thead>\n<tbody>\n");
        report.lines().forEach(line -> line(line, wording, body));
        body.append("</tbody>\n</table>\n</div>\n");
        heading(wording.of("Wat de simulator deed", "What the simulator did"), body);
        body.append("<ul>\n");
        report.log()
                .deeds()
                .forEach(deed -> body.append("<li>")
                        .append(Wording.time(deed.at()))
                        .append(' ')
                        .append(text(wording.of(deed.kind().words())))
                        .append("</li>\n"));
        body.append("</ul>\n");
        return page(wording.title(report), body.toString(), wording);
    }

    /** The page for whoever has no check under way. */
    static String none(Wording wording) {
        String what =
                wording.of("Er is voor deze client geen controle bezig.", "No check is under way for this client.");
        return page(
                wording.of("Conformiteitscontrole", "Conformance check"),
                "<p>" + text(what) + "</p>\n" + begin(wording.of("Beginnen", "Start")),
                wording);
    }

    private static String begin(String label) {
        return "<form method=\"post\" action=\"check\"><button type=\"submit\">" + text(label) + "</button></form>\n";
    }

    private static void heading(String words, StringBuilder body) {
        body.append("<h2>").append(text(words)).append("</h2>\n");
    }

    private static void play(Report.Shown play, Wording wording, StringBuilder body) {
        body.append("<li><h3>")
                .append(play.useCase().id())
                .append(' ')
                .append(text(wording.of(play.useCase().title())))
                .append(": ")
                .append(text(play.shown() ? wording.of("gezien", "seen") : wording.of("nog te spelen", "to be played")))
                .append("</h3>\n<p>")
                .append(text(wording.of(play.useCase().client())))
                .append("</p>\n<p class=\"quiet\">")
                .append(text(wording.of(play.useCase().simulator())))
                .append("</p></li>\n");
    }

    private static void line(Report.Line line, Wording wording, StringBuilder body) {
        Requirement requirement = line.requirement();
        body.append("<tr id=\"")
                .append(requirement.id())
                .append("\"><td><a href=\"")
                .append(text(wording.page(requirement)))
                .append("\">")
                .append(requirement.id())
                .append("</a> ")
                .append(requirement.level())
                .append("<br>")
                .append(text(wording.of(requirement.text())))
                .append("</td><td>")
                .append(text(wording.of(line.verdict().result().words())))
                .append("</td><td><ul>");
        for (Finding finding : Wording.shown(line.verdict())) {
            body.append("<li>").append(text(wording.of(finding))).append("</li>");
        }
        body.append("</ul></td></tr>\n");
    }

    private static String page(String title, String body, Wording wording) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Waar is Wally</title>
                <link rel="stylesheet" href="%sguide.css">
                </head>
                <body>
                <header class="top"><a class="brand" href="%s%s">Waar is Wally</a></header>
                <div class="frame">
                <main id="text">
                <h1>%s</h1>
                <div class="prose">
                %s</div>
                </main>
                </div>
                </body>
                </html>
                """.formatted(
                        wording.of("nl", "en"),
                        text(title),
                        text(wording.guide()),
                        text(wording.guide()),
                        wording.of("index-nl.html", "index.html"),
                        text(title),
                        body);
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
