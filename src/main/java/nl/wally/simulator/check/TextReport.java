package nl.wally.simulator.check;

import nl.wally.simulator.check.Verdict.Finding;

/** A report for the terminal. */
final class TextReport {
    private TextReport() {}

    static String of(Report report, Wording wording) {
        StringBuilder text = new StringBuilder();
        text.append(wording.title(report)).append('\n');
        text.append(wording.began(report))
                .append(' ')
                .append(wording.counts(report))
                .append(".\n");
        text.append(wording.of(report.conclusion())).append("\n\n");
        text.append(wording.of("Wat u speelt", "What to play")).append(". ");
        text.append(wording.next(report)).append('\n');
        report.plays().forEach(play -> play(play, wording, text));
        text.append('\n').append(wording.of("Eisen", "Requirements")).append('\n');
        report.lines().forEach(line -> line(line, wording, text));
        text.append('\n')
                .append(wording.of("Wat de simulator deed", "What the simulator did"))
                .append('\n');
        report.log()
                .deeds()
                .forEach(deed -> text.append("  ")
                        .append(Wording.time(deed.at()))
                        .append(' ')
                        .append(wording.of(deed.kind().words()))
                        .append('\n'));
        return text.toString();
    }

    private static void play(Report.Shown play, Wording wording, StringBuilder text) {
        text.append(play.shown() ? "  [x] " : "  [ ] ")
                .append(play.useCase().id())
                .append(' ')
                .append(wording.of(play.useCase().title()))
                .append('\n');
        if (!play.shown()) {
            text.append("      ").append(wording.of(play.useCase().client())).append('\n');
            text.append("      ").append(wording.of(play.useCase().simulator())).append('\n');
        }
    }

    private static void line(Report.Line line, Wording wording, StringBuilder text) {
        Requirement requirement = line.requirement();
        text.append("  ")
                .append(requirement.id())
                .append(' ')
                .append(requirement.level())
                .append(' ')
                .append(wording.of(line.verdict().result().words()))
                .append(": ")
                .append(wording.of(requirement.text()))
                .append('\n');
        for (Finding finding : Wording.shown(line.verdict())) {
            text.append("      ").append(wording.of(finding)).append('\n');
        }
        if (line.verdict().result() != Verdict.Result.PASSED) {
            text.append("      ")
                    .append(requirement.useCase())
                    .append(", ")
                    .append(wording.page(requirement))
                    .append('\n');
        }
    }
}
