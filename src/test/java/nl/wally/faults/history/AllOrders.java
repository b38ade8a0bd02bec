package nl.wally.faults.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The definition of linearizability word for word: tries every order. For a handful of operations. */
final class AllOrders {
    private AllOrders() {}

    static <S, D> boolean allow(Model<S, D> model, List<Operation<D>> operations) {
        return allow(model, model.start(), operations);
    }

    private static <S, D> boolean allow(Model<S, D> model, S state, List<Operation<D>> left) {
        long firstAnswer = left.stream().mapToLong(Operation::returned).min().orElse(Operation.NEVER);
        return left.stream().noneMatch(Operation::isAnswered)
                || IntStream.range(0, left.size())
                        .filter(index -> left.get(index).invoked() <= firstAnswer)
                        .anyMatch(index -> {
                            Optional<S> next =
                                    model.after(state, left.get(index).deed());
                            return next.isPresent() && allow(model, next.get(), without(left, index));
                        });
    }

    private static <T> List<T> without(List<T> all, int index) {
        return IntStream.range(0, all.size())
                .filter(other -> other != index)
                .mapToObj(all::get)
                .toList();
    }
}
