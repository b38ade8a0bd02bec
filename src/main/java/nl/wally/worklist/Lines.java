package nl.wally.worklist;

import java.util.Arrays;
import java.util.List;
import nl.wally.worklist.Todo.Group;

/**
 * A work list.
 *
 * @param all in the order in which they are to be done
 * @param more whether there are open referrals that it does not show
 */
record Lines(List<Line> all, boolean more) {
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
