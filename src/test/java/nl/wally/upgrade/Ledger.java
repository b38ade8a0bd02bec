package nl.wally.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Task;

/** What the server has acknowledged, and when whoever sent it heard so. */
final class Ledger {
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /**
     * One acknowledged write.
     *
     * @param heard when its sender had the answer
     * @param task the id of the Task
     * @param version of the Task, as answered
     * @param status of that version
     */
    record Line(Instant heard, String task, int version, String status) {}

    /** Its sender has just heard that this is stored. */
    void heard(Task task) {
        lines.add(new Line(
                Instant.now(),
                task.getIdElement().getIdPart(),
                Integer.parseInt(task.getMeta().getVersionId()),
                task.getStatus().toCode()));
    }

    int size() {
        return lines.size();
    }

    /** What was acknowledged of each Task up to this moment: the newest version, by the id of the Task. */
    Map<String, Integer> upTo(Instant moment) {
        return lines.stream()
                .filter(line -> !line.heard().isAfter(moment))
                .collect(Collectors.toMap(Line::task, Line::version, Math::max, TreeMap::new));
    }

    /** Whether nothing that was acknowledged contradicts this. */
    boolean allows(String task, int version, String status) {
        return lines.stream()
                .filter(line -> line.task().equals(task) && line.version() == version)
                .allMatch(line -> line.status().equals(status));
    }
}
