package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;

/** How long people wait at present: {@code 2 weken}, {@code geen}. */
final class WaitingTime implements Cell {
    static final Words HOW =
            words("Write the waiting time like this: 3 dagen, 2 weken, 1 maand, or geen when there is none.");

    private static final String UNITS = "http://unitsofmeasure.org";

    private static final Pattern SAID = Pattern.compile(
            "(?:(geen|none|no waiting time)|(\\d{1,3}) ?(?:(dag|dagen|day|days)|(week|weken|weeks)|(maand|maanden|month|months)))");

    @Override
    public String read(HealthcareService offer) {
        return said(offer).in(Language.DUTCH);
    }

    /** Empty when nothing is known of it. */
    static Words said(HealthcareService offer) {
        Extension held = offer.getExtensionByUrl(Canonicals.EXTENSION_WAITING_TIME);
        if (held == null || !(held.getValue() instanceof Duration wait) || wait.getValue() == null) {
            return Words.NONE;
        }
        String number = wait.getValue().stripTrailingZeros().toPlainString();
        if (wait.getValue().signum() == 0) {
            return words("no waiting time");
        }
        boolean one = number.equals("1");
        return switch (String.valueOf(wait.getCode())) {
            case "d" -> one ? words("one day") : words("{0} days", number);
            case "wk" -> one ? words("one week") : words("{0} weeks", number);
            case "mo" -> one ? words("one month") : words("{0} months", number);
            default -> Words.same(number + " " + wait.getUnit());
        };
    }

    @Override
    public Words write(String text, HealthcareService offer) {
        Matcher said = SAID.matcher(text.toLowerCase(Locale.ROOT));
        if (!text.isEmpty() && !said.matches()) {
            return HOW;
        }
        offer.getExtension().removeAll(offer.getExtensionsByUrl(Canonicals.EXTENSION_WAITING_TIME));
        if (!text.isEmpty()) {
            offer.addExtension(Canonicals.EXTENSION_WAITING_TIME, duration(said));
        }
        return Words.NONE;
    }

    private static Duration duration(Matcher said) {
        Duration wait = new Duration();
        wait.setSystem(UNITS);
        if (said.group(1) != null) {
            wait.setValue(BigDecimal.ZERO).setUnit("days").setCode("d");
        } else {
            wait.setValue(new BigDecimal(said.group(2)));
            if (said.group(3) != null) {
                wait.setUnit("days").setCode("d");
            } else if (said.group(4) != null) {
                wait.setUnit("weeks").setCode("wk");
            } else {
                wait.setUnit("months").setCode("mo");
            }
        }
        return wait;
    }
}
