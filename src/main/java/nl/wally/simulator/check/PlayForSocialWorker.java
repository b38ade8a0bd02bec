package nl.wally.simulator.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.wally.shared.Problem;

/** A practice for the system of a social worker: its referrals are there from the start, one for each use case. */
final class PlayForSocialWorker implements Play {
    private static final int SHORT_WHILE = 2;
    private static final int BUSY_AT = 5;

    private final BiConsumer<Log.Kind, String> diary;
    private final Map<String, Scene> onLook = new LinkedHashMap<>();
    private final Map<String, Scene> onWrite = new LinkedHashMap<>();
    private int looks;

    PlayForSocialWorker(PlayedPractice practice, List<UseCase> useCases, BiConsumer<Log.Kind, String> diary) {
        this.diary = diary;
        Map<String, List<Scene.Act>> acts = Map.of(
                "S3", List.of(practice::answerWhenAsked),
                "S4", List.of(practice::askToStopWhenBegun),
                "S5", List.of(practice::withdrawConsentWhenAccepted));
        for (UseCase useCase : useCases) {
            String task = practice.refer(useCase);
            diary.accept(Log.Kind.REFERRED, task);
            onLook.put(useCase.id(), new Scene(task, acts.getOrDefault(useCase.id(), List.of())));
            if (useCase.id().equals("S3")) {
                onWrite.put(useCase.id(), new Scene(task, List.of(practice::note)));
            }
        }
    }

    @Override
    public Optional<Disturbance> before(Exchange.Request request) {
        if (request.method().equals("GET")) {
            looks++;
            if (looks == BUSY_AT) {
                diary.accept(Log.Kind.THROTTLED, "");
                return Optional.of(new Disturbance(Problem.TOO_MANY_REQUESTS, Log.Kind.THROTTLED, SHORT_WHILE));
            }
            onLook.values().forEach(scene -> scene.goOn(diary));
        } else if (List.of("PUT", "PATCH").contains(request.method())) {
            onWrite.values().stream()
                    .filter(scene -> scene.task().equals(request.target()))
                    .forEach(scene -> scene.goOn(diary));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Disturbance> after(Exchange exchange) {
        return Optional.empty();
    }

    @Override
    public String next() {
        return "";
    }
}
