package nl.wally.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A courier that writes down what it is given, and answers as it is told. */
final class Notebook implements Courier {
    static final String KIND = "notebook";

    final Map<Receiver, List<Long>> brought = new ConcurrentHashMap<>();
    final List<Message> messages = new CopyOnWriteArrayList<>();
    final List<Standing> changes = new CopyOnWriteArrayList<>();
    volatile BiFunction<Receiver, List<Message>, CompletionStage<Outcome>> answer = Notebook::arrived;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return 5;
    }

    @Override
    public CompletionStage<Outcome> deliver(Receiver receiver, List<Message> given) {
        messages.addAll(given);
        brought.computeIfAbsent(receiver, key -> new CopyOnWriteArrayList<>())
                .addAll(given.stream().map(Message::number).toList());
        return answer.apply(receiver, given);
    }

    @Override
    public void changed(Standing standing) {
        changes.add(standing);
    }

    static Receiver receiver(String key) {
        return new Receiver(KIND, key);
    }

    static CompletionStage<Outcome> arrived(Receiver receiver, List<Message> given) {
        return now(new Outcome.Delivered(given.get(given.size() - 1).number()));
    }

    static CompletionStage<Outcome> now(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    List<Long> numbers(Receiver receiver) {
        return new ArrayList<>(brought.getOrDefault(receiver, List.of()));
    }
}
