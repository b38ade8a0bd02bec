package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;

/** The areas of life with which an offer helps, by their Dutch names: {@code Financiën, Sociaal netwerk}. */
final class LifeAreas implements Cell {
    private static final Pattern BETWEEN = Pattern.compile("[,;/\\n]");

    private final Map<String, String> dutch;
    private final Map<String, String> english;
    private final Map<String, String> codes = new HashMap<>();

    /** Areas that are called so: names by code, in the order of the code system. */
    LifeAreas(Map<String, String> dutch, Map<String, String> english) {
        this.dutch = new LinkedHashMap<>(dutch);
        this.english = new LinkedHashMap<>(english);
        dutch.forEach((code, name) -> {
            codes.put(code, code);
            codes.put(name.toLowerCase(Locale.ROOT), code);
        });
        english.forEach((code, name) -> codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code));
    }

    /** The codes of an offer, as many as are areas of ours. */
    static List<String> of(HealthcareService offer) {
        return offer.getType().stream()
                .flatMap(type -> Codes.of(type, Canonicals.SYSTEM_LIFE_AREA).stream())
                .distinct()
                .toList();
    }

    @Override
    public String read(HealthcareService offer) {
        return of(offer).stream().map(code -> dutch.getOrDefault(code, code)).collect(Collectors.joining(", "));
    }

    /** What is not an area of life of ours stays. */
    @Override
    public Words write(String text, HealthcareService offer) {
        List<CodeableConcept> types = new ArrayList<>();
        List<String> said = Arrays.stream(BETWEEN.split(text))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : said) {
            String code = codes.get(name.toLowerCase(Locale.ROOT));
            if (code == null) {
                return words(
                        "This is not an area of life: {0}. Choose from: {1}.", name, String.join(", ", dutch.values()));
            }
            types.add(new CodeableConcept(new Coding(Canonicals.SYSTEM_LIFE_AREA, code, english.get(code))));
        }
        offer.getType().stream()
                .filter(type -> Codes.of(type, Canonicals.SYSTEM_LIFE_AREA).isEmpty())
                .forEach(types::add);
        offer.setType(types);
        return Words.NONE;
    }
}
