package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.directory.OfferSheet.Line;
import nl.wally.directory.OfferSheet.Sheet;
import nl.wally.directory.OfferSheet.Wrong;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/**
 * What a file would change in the directory. The key of a line is the one under which the coordination took the offer before,
 * or else the id of an offer that it keeps: the same file a second time changes nothing.
 */
final class ImportRules {
    static final Words KEPT_BY_ANOTHER = words("Another coordinator keeps the offers of this organisation.");

    private final OfferRules rules;

    ImportRules(OfferRules rules) {
        this.rules = rules;
    }

    /**
     * An organisation that a line names.
     *
     * @param kept whether the coordination keeps its offers
     */
    record Provider(String reference, boolean kept) {}

    /**
     * What there is to know of the directory.
     *
     * @param coordination whose file it is
     * @param kept the offers that this coordination keeps, by key
     * @param providers by name in small letters; nobody who is not there exists
     */
    record Facts(String coordination, Map<String, Listed> kept, Map<String, List<Provider>> providers) {}

    Plan plan(Sheet sheet, Facts facts) {
        List<Plan.Entry> entries = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>(sheet.wrong());
        Set<String> keys = new HashSet<>();
        for (Line line : sheet.lines()) {
            String key = line.text().at(Column.KEY);
            Optional<Listed> before = Optional.ofNullable(facts.kept().get(key));
            List<Fault> faults = new ArrayList<>();
            if (!key.isEmpty() && !keys.add(key)) {
                faults.add(new Fault(Column.KEY, words("This key is in the file twice.")));
            }
            entries.add(entry(line, before, facts, faults));
            faults.forEach(
                    fault -> wrong.add(new Wrong(line.number(), fault.column().head(), fault.reason())));
        }
        return new Plan(entries, wrong);
    }

    private Plan.Entry entry(Line line, Optional<Listed> before, Facts facts, List<Fault> faults) {
        // A new offer is there unless the file says otherwise.
        OfferText text =
                line.text().has(Column.ACTIVE) && line.text().at(Column.ACTIVE).isEmpty()
                        ? line.text().with(Column.ACTIVE, "ja")
                        : line.text();
        HealthcareService offer = before.map(listed -> listed.offer().copy())
                .orElseGet(() -> fresh(text.at(Column.KEY), facts.coordination()));
        OfferText was = rules.read(offer);
        faults.addAll(rules.write(text, offer));
        String providerBefore = before.map(Listed::provider).orElse("");
        String provider = text.at(Column.PROVIDER);
        boolean moved = !provider.equalsIgnoreCase(providerBefore);
        String newProvider = moved && !provider.isEmpty() ? name(provider, offer, facts, faults) : "";
        OfferText is = rules.read(offer);
        List<Column> changed = Arrays.stream(Column.values())
                .filter(column ->
                        column == Column.PROVIDER ? moved : !is.at(column).equals(was.at(column)))
                .toList();
        Plan.Verdict verdict =
                before.isEmpty() ? Plan.Verdict.NEW : changed.isEmpty() ? Plan.Verdict.UNCHANGED : Plan.Verdict.CHANGED;
        return new Plan.Entry(line.number(), text, verdict, offer, newProvider, changed);
    }

    private static String name(String provider, HealthcareService offer, Facts facts, List<Fault> faults) {
        List<Provider> called = facts.providers().getOrDefault(provider.toLowerCase(Locale.ROOT), List.of());
        return name(provider, offer, called, faults);
    }

    /**
     * Names the provider in the offer, if it is known who that is and the coordination keeps its offers.
     *
     * @param called the organisations of that name
     * @return its name when it has to be made; otherwise empty
     */
    static String name(String provider, HealthcareService offer, List<Provider> called, List<Fault> faults) {
        List<Provider> kept = called.stream().filter(Provider::kept).toList();
        if (called.isEmpty()) {
            return provider;
        }
        if (kept.isEmpty()) {
            faults.add(new Fault(Column.PROVIDER, KEPT_BY_ANOTHER));
        } else if (kept.size() > 1) {
            faults.add(new Fault(Column.PROVIDER, words("More than one organisation is called so.")));
        } else {
            offer.setProvidedBy(new Reference(kept.get(0).reference()));
        }
        return "";
    }

    private static HealthcareService fresh(String key, String coordination) {
        HealthcareService offer = new HealthcareService().setActive(true);
        if (!key.isEmpty()) {
            offer.addIdentifier(new Identifier()
                    .setSystem(Canonicals.OFFER_KEY)
                    .setValue(key)
                    .setAssigner(new Reference(coordination)));
        }
        return offer;
    }
}
