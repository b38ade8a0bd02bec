package nl.wally.directory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wally.directory.OfferSheet.Wrong;
import org.hl7.fhir.r4.model.HealthcareService;

/**
 * What a file would change. Nothing of it is taken while a line is wrong.
 *
 * @param entries one a line, in the order of the file
 */
record Plan(List<Entry> entries, List<Wrong> wrong) {
    Plan {
        entries = List.copyOf(entries);
        wrong = List.copyOf(wrong);
    }

    enum Verdict {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * What becomes of one line.
     *
     * @param offer as it would be
     * @param newProvider what its provider is called, when that is an organisation that does not exist yet; or empty
     * @param changed in what it differs from what is there
     */
    record Entry(
            int line,
            OfferText text,
            Verdict verdict,
            HealthcareService offer,
            String newProvider,
            List<Column> changed) {
        Entry {
            changed = List.copyOf(changed);
        }

        /** What the line says in this column. */
        public String says(String column) {
            return text.at(Column.valueOf(column));
        }
    }

    List<Entry> of(Verdict verdict) {
        return entries.stream().filter(entry -> entry.verdict() == verdict).toList();
    }

    /** What is written, in the order of the file. */
    public List<Entry> writes() {
        return entries.stream()
                .filter(entry -> entry.verdict() != Verdict.UNCHANGED)
                .toList();
    }

    /** Organisations that are made first; one that is written in two ways is one. */
    public List<String> newProviders() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        writes().stream()
                .map(Entry::newProvider)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** Tells whether the directory is still as it was when somebody looked at this plan; for the same file only. */
    public String fingerprint() {
        return entries.stream()
                        .map(entry -> entry.verdict() + " "
                                + entry.offer().getIdElement().getIdPart() + " "
                                + entry.offer().getMeta().getVersionId())
                        .collect(Collectors.joining("\n"))
                        .hashCode()
                + "-" + entries.size();
    }
}
