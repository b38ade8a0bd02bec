package nl.wally.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Which rules of the guide were broken how often, and which kinds of message came. */
final class RuleHits {
    private static final String GUIDE = "http://waariswally.nl/fhir/StructureDefinition/";
    private static final Pattern CARDINALITY = Pattern.compile(
            "^([A-Za-z.:\\[\\]]+): (minimum required|max allowed) = .*\\(from " + GUIDE + "([a-z\\-]+)");
    private static final Pattern SLICE = Pattern.compile("^Slice '([^']+)'.*\\(from " + GUIDE + "([a-z\\-]+)");
    private static final Pattern VALUE = Pattern.compile("the profile " + GUIDE + "([a-z\\-]+)");
    private static final Pattern VALUE_SET = Pattern.compile("\\(http://waariswally.nl/fhir/ValueSet/([a-z\\-]+)");

    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();
    private final Map<String, Integer> rules = new ConcurrentHashMap<>();

    void count(ValidationMessage message) {
        String id = String.valueOf(message.getMessageId());
        String text = message.getMessage();
        kinds.merge(
                message.getLevel().toCode() + " " + (id.contains(" ") ? "of the text itself" : id), 1, Integer::sum);
        if (id.startsWith(GUIDE)) {
            hit(id.substring(GUIDE.length()).replace("#", " "));
        }
        Matcher cardinality = CARDINALITY.matcher(text);
        if (cardinality.find()) {
            hit(cardinality.group(3) + " " + cardinality.group(1) + " "
                    + cardinality.group(2).substring(0, 3));
        }
        Matcher slice = SLICE.matcher(text);
        if (slice.find()) {
            hit(slice.group(2) + " " + slice.group(1) + " min");
        }
        Matcher value = VALUE.matcher(text);
        if (value.find()) {
            hit(value.group(1) + " " + message.getLocation().replaceAll("\\[\\d+]", "") + " value");
        }
        Matcher valueSet = VALUE_SET.matcher(text);
        if (valueSet.find() && message.getLevel().isError()) {
            hit("value set " + valueSet.group(1));
        }
    }

    private void hit(String rule) {
        rules.merge(rule, 1, Integer::sum);
    }

    Map<String, Integer> kinds() {
        return new TreeMap<>(kinds);
    }

    /** Every rule of the guide, also those that nothing broke. */
    Map<String, Integer> rules(Definitions definitions) {
        return rulesOf(definitions).stream()
                .collect(Collectors.toMap(
                        rule -> rule, rule -> rules.getOrDefault(rule, 0), Integer::sum, TreeMap::new));
    }

    /** The rules of the guide that nothing broke. */
    Set<String> untouched(Definitions definitions) {
        Set<String> untouched = rulesOf(definitions);
        untouched.removeAll(rules.keySet());
        return untouched;
    }

    private static Set<String> rulesOf(Definitions definitions) {
        Set<String> all = new TreeSet<>();
        for (StructureDefinition profile : definitions.all(StructureDefinition.class)) {
            if (profile.getType().equals("Extension")) {
                continue;
            }
            String name = profile.getUrl().substring(GUIDE.length());
            List<ElementDefinition> elements = profile.getDifferential().getElement();
            for (ElementDefinition element : elements) {
                element.getConstraint().forEach(constraint -> all.add(name + " " + constraint.getKey()));
                if (element.getMin() > 0) {
                    all.add(name + " " + element.getId() + " min");
                }
                if (element.hasMax() && !element.getMax().equals("*")) {
                    all.add(name + " " + element.getId() + " max");
                }
                if ((element.hasFixed() || element.hasPattern())
                        && !element.getId().contains(":")) {
                    all.add(name + " " + element.getPath() + " value");
                }
                if (element.getBinding().getStrength() == BindingStrength.REQUIRED
                        && element.getBinding().getValueSet().startsWith(Canonicals.VALUE_SET)) {
                    all.add("value set " + element.getBinding().getValueSet().replaceAll(".*/|\\|.*", ""));
                }
            }
        }
        return all;
    }
}
