package nl.wally.worklist;

import java.util.Arrays;
import java.util.List;
import nl.wally.worklist.Todo.Group;

/**
 * A page of a work list.
 *
 * @param all in the order in which they are to be done
 * @param here where this page begins
 * @param following where the next one does; the first when there is none
 */
record Lines(List<Line> all, Place here, Place following) {
    /** Whether there are open referrals that it does not show. */
    public boolean inPart() {
        return !here.isFirst() || hasMore();
    }

    public boolean hasMore() {
        return !following.isFirst();
    }

    /** The groups in which there is something, in their order. */
    public List<Group> groups() {
        return Arrays.stream(Group.values())
                .filter(group -> !in(group).isEmpty())
                .toList();
    }

    public List<Line> in(Group group) {
        return all.stream().filter(line -> line.todo().group() == group).toList();
    }
}
