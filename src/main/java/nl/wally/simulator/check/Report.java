package nl.wally.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.wally.simulator.check.Requirement.Level;
import nl.wally.simulator.check.Verdict.Result;

/**
 * What a check has shown up to now.
 *
 * @param client under check
 * @param his whether it is the system of a practice; otherwise of a social worker
 * @param next the use case that the next referral plays; empty when all referrals are there
 * @param full whether later requests were not looked at
 */
record Report(
        String client,
        boolean his,
        Instant began,
        Log log,
        List<Shown> plays,
        List<Line> lines,
        String next,
        boolean full) {
    /** One requirement and what was said of it. */
    record Line(Requirement requirement, Verdict verdict) {
        boolean binds() {
            return requirement.level() == Level.SHALL;
        }
    }

    /** One use case, and whether everything that it must show was seen. */
    record Shown(UseCase useCase, boolean shown) {}

    static Report of(
            String client, boolean his, Instant began, Checklist checklist, Log log, String next, boolean full) {
        List<Line> lines = checklist.requirements().stream()
                .map(requirement -> new Line(requirement, requirement.judge().judge(log)))
                .toList();
        List<Shown> plays = new ArrayList<>();
        for (UseCase useCase : checklist.useCases()) {
            plays.add(new Shown(useCase, isShown(useCase, lines)));
        }
        return new Report(client, his, began, log, List.copyOf(plays), lines, next, full);
    }

    /** By what binds; where nothing does, by what should be. */
    private static boolean isShown(UseCase useCase, List<Line> lines) {
        List<Line> here = lines.stream()
                .filter(line -> line.requirement().useCase().equals(useCase.id()))
                .toList();
        boolean binding = here.stream().anyMatch(Line::binds);
        return here.stream()
                .filter(line -> line.binds() || !binding)
                .allMatch(line -> line.verdict().result() == Result.PASSED);
    }

    long count(Result result) {
        return lines.stream().filter(line -> line.verdict().result() == result).count();
    }

    /** Failed when anything that binds failed, passed when all of it passed, and otherwise not seen. */
    Result result() {
        List<Result> binding = lines.stream()
                .filter(Line::binds)
                .map(line -> line.verdict().result())
                .toList();
        if (binding.contains(Result.FAILED)) {
            return Result.FAILED;
        }
        return binding.contains(Result.NOT_SEEN) ? Result.NOT_SEEN : Result.PASSED;
    }

    /** In a sentence. */
    Phrase conclusion() {
        return switch (result()) {
            case PASSED ->
                new Phrase(
                        "Alles wat moet is gezien en was goed.",
                        "Everything that must be shown was seen and was right.");
            case FAILED -> new Phrase("Er is iets niet goed: zie hieronder.", "Something is not right: see below.");
            case NOT_SEEN ->
                new Phrase(
                        "Nog niet alles is gezien; niets was fout.", "Not everything was seen yet; nothing was wrong.");
        };
    }
}
