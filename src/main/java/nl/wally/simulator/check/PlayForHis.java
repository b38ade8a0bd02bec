package nl.wally.simulator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.wally.shared.Problem;

/**
 * A Wally for a HIS: its first referral plays the first use case, its second the second, and so on. The Wally does something
 * each time the client looks, so nobody has to wait and nothing depends on how fast either side is.
 */
final class PlayForHis implements Play {
    private static final int SHORT_WHILE = 2;
    private static final List<String> ORDER = List.of("H1", "H2", "H3", "H4", "H5", "H6");

    private final Map<String, List<Scene.Act>> acts;
    private final Scene.Act open;
    private final BiConsumer<Log.Kind, String> diary;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private boolean throttled;
    private boolean lost;

    PlayForHis(PlayedWally wally, BiConsumer<Log.Kind, String> diary) {
        this.diary = diary;
        this.open = wally::open;
        this.acts = Map.of(
                "H1", List.of(wally::open, wally::accept, wally::call, wally::begin, wally::complete),
                "H2", List.of(wally::accept, wally::ask, wally::completeWhenAnswered),
                "H4", List.of(wally::accept, wally::begin, wally::stopWhenAsked),
                "H6", List.of(wally::open, wally::accept));
    }

    @Override
    public Optional<Disturbance> before(Exchange.Request request) {
        boolean looks = request.method().equals("GET");
        if (looks && lost && !throttled) {
            throttled = true;
            diary.accept(Log.Kind.THROTTLED, "");
            return Optional.of(new Disturbance(Problem.TOO_MANY_REQUESTS, Log.Kind.THROTTLED, SHORT_WHILE));
        }
        boolean withdraws = List.of("PUT", "PATCH").contains(request.method());
        for (Scene scene : scenes) {
            if (looks && !isOpenedLate(scene)
                    || withdraws && isOpenedLate(scene) && request.target().equals(scene.task())) {
                scene.goOn(diary);
            }
        }
        return Optional.empty();
    }

    /** The third referral is opened just before it is withdrawn, so that the version is stale. */
    private boolean isOpenedLate(Scene scene) {
        return scenes.indexOf(scene) == ORDER.indexOf("H3");
    }

    @Override
    public Optional<Disturbance> after(Exchange exchange) {
        if (!exchange.isReferral() || !exchange.succeeded()) {
            return Optional.empty();
        }
        String task = exchange.reply().parts().stream()
                .filter(Part::isReferralTask)
                .map(Part::reference)
                .findFirst()
                .orElse("");
        if (task.isEmpty() || known.contains(task)) {
            return Optional.empty();
        }
        String useCase = next();
        known.add(task);
        scenes.add(new Scene(task, useCase.equals("H3") ? List.of(open) : acts.getOrDefault(useCase, List.of())));
        if (useCase.equals("H2")) {
            lost = true;
            diary.accept(Log.Kind.ANSWER_LOST, task);
            return Optional.of(new Disturbance(Problem.UNAVAILABLE, Log.Kind.ANSWER_LOST, SHORT_WHILE));
        }
        return Optional.empty();
    }

    @Override
    public String next() {
        return scenes.size() < ORDER.size() ? ORDER.get(scenes.size()) : ORDER.get(0);
    }
}
