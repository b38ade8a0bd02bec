package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** How many people take part at once: {@code 4-10}, {@code tot 10}, {@code vanaf 4}. */
final class GroupSize implements Cell {
    static final Words HOW = words("Write the size of the group like this: 4-10, tot 10, or vanaf 4.");

    private static final Pattern SAID = Pattern.compile(
            "(?:(?<low>\\d{1,4}) ?[-–] ?(?<high>\\d{1,4})|(?:tot|up to) (?<most>\\d{1,4})|(?:vanaf|from) (?<least>\\d{1,4})|(?<all>\\d{1,4}))");

    @Override
    public String read(HealthcareService offer) {
        return said(offer).in(Language.DUTCH);
    }

    /** Empty when nothing is known of it. */
    static Words said(HealthcareService offer) {
        Extension held = offer.getExtensionByUrl(Canonicals.EXTENSION_GROUP_SIZE);
        if (held == null || !(held.getValue() instanceof Range size)) {
            return Words.NONE;
        }
        String low = number(size.getLow());
        String high = number(size.getHigh());
        if (low.isEmpty() || high.isEmpty()) {
            return low.isEmpty() && high.isEmpty()
                    ? Words.NONE
                    : low.isEmpty() ? words("up to {0}", high) : words("from {0}", low);
        }
        return Words.same(low.equals(high) ? low : low + "-" + high);
    }

    private static String number(Quantity quantity) {
        return quantity.getValue() == null
                ? ""
                : quantity.getValue().stripTrailingZeros().toPlainString();
    }

    @Override
    public Words write(String text, HealthcareService offer) {
        Matcher said = SAID.matcher(text.toLowerCase(Locale.ROOT));
        if (!text.isEmpty() && !said.matches()) {
            return HOW;
        }
        Range size = text.isEmpty() ? new Range() : range(said);
        if (size.hasLow()
                && size.hasHigh()
                && size.getLow().getValue().compareTo(size.getHigh().getValue()) > 0) {
            return HOW;
        }
        offer.getExtension().removeAll(offer.getExtensionsByUrl(Canonicals.EXTENSION_GROUP_SIZE));
        if (!size.isEmpty()) {
            offer.addExtension(Canonicals.EXTENSION_GROUP_SIZE, size);
        }
        return Words.NONE;
    }

    private static Range range(Matcher said) {
        Range size = new Range();
        for (String low : new String[] {"low", "least", "all"}) {
            if (said.group(low) != null) {
                size.setLow(new Quantity(Integer.parseInt(said.group(low))));
            }
        }
        for (String high : new String[] {"high", "most", "all"}) {
            if (said.group(high) != null) {
                size.setHigh(new Quantity(Integer.parseInt(said.group(high))));
            }
        }
        return size;
    }
}
