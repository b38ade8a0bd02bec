package nl.wally.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.directory.ImportRules.Facts;
import nl.wally.directory.ImportRules.Provider;
import nl.wally.directory.OfferSheet.Sheet;
import nl.wally.fhir.InHouse;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.Providers;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the offers that a coordination keeps out as CSV, and in again. */
@Component
class OfferExchange {
    /** As many entries as a transaction has at most. */
    private static final int BATCH = 50;

    private final Offers offers;
    private final OfferRules rules;
    private final ImportRules imports;
    private final Providers providers;
    private final InHouse house;
    private final Clock clock;

    OfferExchange(Offers offers, OfferRules rules, Providers providers, InHouse house, Clock clock) {
        this.offers = offers;
        this.rules = rules;
        this.imports = new ImportRules(rules);
        this.providers = providers;
        this.house = house;
        this.clock = clock;
    }

    /** What was done of a plan; and why the rest was not, if it was not. */
    record Done(int added, int changed, @Nullable RefusedException refused) {}

    /** The offers that this coordination keeps, the ended ones too, in the order of their names. */
    String export(String coordination) {
        return OfferSheet.write(kept(coordination).entrySet().stream()
                .map(kept -> rules.read(kept.getValue().offer())
                        .with(Column.KEY, kept.getKey())
                        .with(Column.PROVIDER, kept.getValue().provider()))
                .sorted(Comparator.comparing(text -> text.at(Column.NAME).toLowerCase(Locale.ROOT)))
                .toList());
    }

    Plan plan(String content, String coordination) {
        Sheet sheet = OfferSheet.read(content);
        if (sheet.lines().isEmpty()) {
            return new Plan(List.of(), sheet.wrong());
        }
        Map<String, Listed> kept = kept(coordination);
        Map<String, List<Provider>> named = new HashMap<>();
        sheet.lines().stream()
                .map(OfferSheet.Line::text)
                .filter(text -> !isAsBefore(text, kept))
                .map(text -> text.at(Column.PROVIDER))
                .filter(name -> !name.isEmpty() && name.length() <= Column.PROVIDER.longest())
                .forEach(name ->
                        named.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> called(name, coordination)));
        named.values().removeIf(List::isEmpty);
        return imports.plan(sheet, new Facts(coordination, kept, named));
    }

    /** Whether the provider of an offer stays, so that nobody need be looked up. */
    private static boolean isAsBefore(OfferText text, Map<String, Listed> kept) {
        Listed before = kept.get(text.at(Column.KEY));
        return before != null && before.provider().equalsIgnoreCase(text.at(Column.PROVIDER));
    }

    /** Organisations of this name, and whether this coordination keeps their offers. */
    List<Provider> called(String name, String coordination) {
        return offers.called(name).stream()
                .map(reference -> new Provider(reference, providers.keeps(coordination, reference, clock.instant())))
                .toList();
    }

    /**
     * Writes what is to be written, in transactions of as many as the server takes. At the first that is refused it stops; what
     * was written until then stays, and the same file goes on from there.
     */
    Done take(Plan plan) {
        int added = 0;
        int changed = 0;
        try {
            Map<String, String> made = make(plan.newProviders());
            for (List<Plan.Entry> batch : batches(plan.writes())) {
                house.transact(transaction(batch, made));
                long fresh = batch.stream()
                        .filter(entry -> entry.verdict() == Plan.Verdict.NEW)
                        .count();
                added += (int) fresh;
                changed += batch.size() - (int) fresh;
            }
            return new Done(added, changed, null);
        } catch (RefusedException refused) {
            return new Done(added, changed, refused);
        }
    }

    /** Makes social organisations; returns the reference of each name. */
    private Map<String, String> make(List<String> names) {
        Map<String, String> made = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (List<String> batch : batches(names)) {
            Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
            batch.forEach(name -> Writes.post(transaction, Writes.provider(name)));
            List<Resource> stored = house.transact(transaction);
            for (int index = 0; index < batch.size(); index++) {
                made.put(batch.get(index), References.key(stored.get(index)));
            }
        }
        return made;
    }

    private static Bundle transaction(List<Plan.Entry> batch, Map<String, String> made) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (Plan.Entry entry : batch) {
            if (!entry.newProvider().isEmpty()) {
                entry.offer().setProvidedBy(new Reference(made.get(entry.newProvider())));
            }
            Writes.write(transaction, entry.offer());
        }
        return transaction;
    }

    private Map<String, Listed> kept(String coordination) {
        Map<String, Boolean> keeps = new HashMap<>();
        return offers.find(Map.of()).stream()
                .filter(listed -> keeps.computeIfAbsent(
                        listed.providedBy(), provider -> providers.keeps(coordination, provider, clock.instant())))
                .collect(Collectors.toMap(listed -> key(listed, coordination), listed -> listed, (one, other) -> one));
    }

    /** Under which this coordination took the offer, or else its id. */
    private static String key(Listed listed, String coordination) {
        return listed.offer().getIdentifier().stream()
                .filter(identifier -> Canonicals.OFFER_KEY.equals(identifier.getSystem())
                        && References.key(identifier.getAssigner()).equals(coordination))
                .map(identifier -> identifier.getValue())
                .findFirst()
                .orElseGet(listed::id);
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < all.size(); start += BATCH) {
            batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
        }
        return batches;
    }
}
