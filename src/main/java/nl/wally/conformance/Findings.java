package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Finding;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;

/**
 * Turns what the validator says into a refusal without a person's data. The texts of the library quote the values found, so
 * none of them is passed on: a finding is recognised by the id of its message, and told in our own words of what the profile
 * asks for, and of what was found only how many, of which type, or a code that everybody knows.
 */
final class Findings {
    private static final Pattern CARDINALITY = Pattern.compile(
            "([A-Za-z0-9.:\\-\\[\\]]+): (?:minimum required|max allowed) = (\\d+), but (?:only )?found (\\d+)");
    private static final Pattern SLICE = Pattern.compile(
            "Slice '([A-Za-z0-9.:\\-\\[\\]]+)'(?: for extension '(\\S+)')?: a matching slice is required");
    private static final Pattern PROFILE = Pattern.compile(
            "(?:from|defined in|in the profile|defined in the profile|The Profile '?) ?(http://[A-Za-z0-9:/.\\-]+)");
    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9.\\[\\]()]*");

    private final Constraints constraints;
    private final Choices choices;
    private final Set<String> profiles;

    /** More than anybody mends in one go; whoever has mended these hears of the next. */
    private static final int MOST_REMARKS = 200;

    Findings(Definitions definitions) {
        this(definitions, List.of());
    }

    /** Also of profiles that are not of the guide. */
    Findings(Definitions definitions, List<StructureDefinition> others) {
        this.profiles = Stream.concat(definitions.all(StructureDefinition.class).stream(), others.stream())
                .map(StructureDefinition::getUrl)
                .collect(Collectors.toUnmodifiableSet());
        this.constraints = new Constraints(definitions, others);
        this.choices = new Choices();
    }

    /**
     * All findings but mere hints, each once: the same fault is found twice where both the profile and the definition of the
     * type see it, or where a code is neither in its code system nor in the value set.
     *
     * @param profile against which was validated, for what a message does not say itself
     */
    List<Remark> remarks(List<ValidationMessage> messages, String profile) {
        Map<List<Object>, Remark> remarks = new LinkedHashMap<>();
        for (ValidationMessage message : messages) {
            if (remarks.size() == MOST_REMARKS) {
                break;
            }
            if (message.getLevel() != IssueSeverity.INFORMATION && message.getLevel() != IssueSeverity.NULL) {
                Refusal refusal = refusal(message, profile);
                boolean error = message.getLevel() != IssueSeverity.WARNING;
                remarks.putIfAbsent(List.of(refusal.expression(), refusal.explanation()), new Remark(error, refusal));
            }
        }
        Set<String> bound = remarks.values().stream()
                .filter(remark -> remark.error() && remark.rule().equals("binding"))
                .map(remark -> remark.refusal().expression())
                .collect(Collectors.toSet());
        return remarks.values().stream()
                .filter(remark -> !remark.rule().equals("code")
                        || !bound.contains(remark.refusal().expression()))
                .toList();
    }

    /**
     * The finding in our words.
     *
     * @param profile against which was validated, for what the message does not say itself
     */
    Refusal refusal(ValidationMessage message, String profile) {
        String text = String.valueOf(message.getMessage());
        Said said = said(message, text);
        return new Refusal(Problem.PROFILE_VIOLATION, element(message, text), said.words())
                .with(new Finding(said.rule(), profile(text, profile), said.expected(), said.found()))
                .at(message.getLine() > 0 ? new Place(message.getLine(), message.getCol()) : Place.UNKNOWN);
    }

    /** What is said of a finding: the kind of rule, the sentence, what was expected and what was found. */
    record Said(String rule, Words words, Words expected, Words found) {
        static Said of(String rule, Words words, Words expected) {
            return new Said(rule, words, expected, Words.NONE);
        }
    }

    private Said said(ValidationMessage message, String text) {
        String id = String.valueOf(message.getMessageId());
        return constraints
                .said(message)
                .or(() -> counted(text))
                .or(() -> choices.said(id, text))
                .or(() -> Forms.said(id, text))
                .orElseGet(() -> Said.of(
                        "other", words("This element does not conform to the profile ({0})", known(id)), Words.NONE));
    }

    private static Optional<Said> counted(String text) {
        Matcher counted = CARDINALITY.matcher(text);
        if (counted.lookingAt()) {
            String path = counted.group(1);
            String bound = counted.group(2);
            Words found = Words.same(counted.group(3));
            if (text.contains("minimum required")) {
                Words required = counted.group(3).equals("0")
                        ? words("{0} is required, but missing", path)
                        : words("{0} occurs {1} times, at least {2} are required", path, counted.group(3), bound);
                return Optional.of(new Said("min", required, words("at least {0}", bound), found));
            }
            return Optional.of(
                    bound.equals("0")
                            ? new Said("max", words("{0} is not used here: leave it out", path), words("none"), found)
                            : new Said(
                                    "max",
                                    words("{0} occurs {1} times, at most {2} may", path, counted.group(3), bound),
                                    words("at most {0}", bound),
                                    found));
        }
        Matcher slice = SLICE.matcher(text);
        return slice.lookingAt()
                ? Optional.of(new Said(
                        "slice",
                        words("{0} is required: see this slice in the profile", slice.group(1)),
                        slice.group(2) == null
                                ? Words.same(slice.group(1))
                                : words("the extension {0}", slice.group(2)),
                        words("none")))
                : Optional.empty();
    }

    /** Of something missing or too much the validator names the parent; a reader wants the element itself. */
    private static String element(ValidationMessage message, String text) {
        String location = location(message.getLocation());
        for (Pattern counted : List.of(CARDINALITY, SLICE)) {
            Matcher matcher = counted.matcher(text);
            if (matcher.lookingAt()) {
                String path = matcher.group(1);
                String last = path.substring(path.lastIndexOf('.') + 1);
                return location + "." + last.replaceAll("[:\\[].*", "");
            }
        }
        return location;
    }

    /** The library puts the url of an extension into the path, and a client may have put anything there. */
    private static String location(String said) {
        String path = said == null
                ? ""
                : said.replaceAll("\\[url='.*?'\\]|/\\*.*?\\*/", "").replace("[x]", "");
        Matcher plain = LOCATION.matcher(path);
        return plain.lookingAt() ? plain.group().replaceFirst("\\.$", "") : "";
    }

    private String profile(String text, String otherwise) {
        Matcher named = PROFILE.matcher(text);
        return named.results()
                .map(match -> match.group(1).replaceFirst("\\.$", ""))
                .filter(url -> profiles.contains(url))
                .findFirst()
                .orElse(otherwise);
    }

    /** An id of the library, which has no data in it; constraints of others are named by their address. */
    private static String known(String id) {
        return id.matches("[A-Za-z0-9_]{1,80}") ? id : "-";
    }
}
