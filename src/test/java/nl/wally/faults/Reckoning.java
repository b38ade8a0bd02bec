package nl.wally.faults;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.FhirClient;
import nl.wally.faults.Ledger.Entry;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Reads back over the API what the ledger says, and asks the database whether all of it is whole. */
final class Reckoning {
    private final Installation installation;
    private final Ledger ledger;
    private final FhirClient server;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> half = new ArrayList<>();

    Reckoning(Installation installation, Ledger ledger) {
        this.installation = installation;
        this.ledger = ledger;
        this.server = new FhirClient(installation.node().base(), FhirContext.forR4Cached());
    }

    /** Of everything that the ledger holds from this place on; the database is looked at whole. */
    Verdict of(int place, Outage unanswered, Outage unwritten) throws IOException {
        List<Entry> entries = ledger.since(place);
        List<Entry> acknowledged =
                entries.stream().filter(Entry::isAcknowledged).toList();
        Books books = new Books(installation.database());
        if (installation.isServed()) {
            books.settle();
            Map<String, List<String>> tasks = books.tasksByNumber();
            entries.stream()
                    .collect(Collectors.groupingBy(Entry::number, TreeMap::new, Collectors.toList()))
                    .forEach((number, deeds) -> readBack(deeds, tasks.getOrDefault(number, List.of())));
        }
        lost.addAll(books.lost(acknowledged));
        doubled.addAll(books.doubled());
        half.addAll(books.halves());
        half.addAll(AuditChain.faults(installation));
        return new Verdict(
                acknowledged.size(),
                (int) acknowledged.stream().filter(Entry::isSentAgain).count(),
                lost.stream().distinct().toList(),
                doubled,
                half,
                unanswered.longest(),
                unwritten.longest());
    }

    /** What was done with one referral. */
    private void readBack(List<Entry> deeds, List<String> tasks) {
        if (tasks.isEmpty()) {
            deeds.stream().filter(Entry::isAcknowledged).map(Entry::toString).forEach(lost::add);
            return;
        }
        String task = "Task/" + tasks.get(0);
        List<Task> versions = server.get(Load.GP, "/" + task + "/_history").all(Task.class).stream()
                .sorted(Comparator.comparing(
                        version -> Integer.valueOf(version.getMeta().getVersionId())))
                .toList();
        List<String> told =
                server.get(Load.GP, "/Communication?category=message&part-of=" + task).all(Communication.class).stream()
                        .map(message ->
                                ((StringType) message.getPayloadFirstRep().getContent()).getValue())
                        .toList();
        for (Entry deed : deeds) {
            judge(deed, task, times(deed, versions, told));
        }
        int named = versions.get(versions.size() - 1).getInput().size();
        if (named != told.size()) {
            half.add(task + ": names " + named + " messages, and " + told.size() + " are there");
        }
        // A step of the Wally has one, a referral and a message speak for themselves.
        int steps = turns(versions, TaskStatus.ACCEPTED) + turns(versions, TaskStatus.INPROGRESS);
        int provenance = server.get(Load.GP, "/Provenance?target=" + task)
                .all(Provenance.class)
                .size();
        if (provenance != steps) {
            half.add(task + ": " + steps + " steps, and " + provenance + " Provenances");
        }
    }

    /** There once, as the Task that the client was told. */
    private void judge(Entry deed, String task, int times) {
        boolean elsewhere = deed.acknowledgement()
                .filter(told -> !task.equals("Task/" + told.task()))
                .isPresent();
        if (elsewhere || times == 0 && deed.isAcknowledged()) {
            lost.add(deed.toString());
        }
        if (times > 1) {
            doubled.add(times + " times " + deed);
        }
    }

    /** How often it has happened. */
    private static int times(Entry deed, List<Task> versions, List<String> told) {
        return switch (deed.deed()) {
            case REFERRED -> versions.isEmpty() ? 0 : 1;
            case ACCEPTED -> turns(versions, TaskStatus.ACCEPTED);
            case BEGUN -> turns(versions, TaskStatus.INPROGRESS);
            case TOLD ->
                Math.max(
                        Collections.frequency(told, deed.text()),
                        versions.stream()
                                .mapToInt(version -> version.getInput().size())
                                .max()
                                .orElse(0));
        };
    }

    /** In how many versions the Task came to have this status. */
    private static int turns(List<Task> versions, TaskStatus status) {
        int turns = 0;
        TaskStatus before = null;
        for (Task version : versions) {
            if (version.getStatus() == status && before != status) {
                turns++;
            }
            before = version.getStatus();
        }
        return turns;
    }
}
