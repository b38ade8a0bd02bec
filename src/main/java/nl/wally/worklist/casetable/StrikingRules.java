package nl.wally.worklist.casetable;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strikes out of a text what tells whom it is about: the names, places and numbers of this referral, and whatever looks like
 * a name behind a title, an address, a date or a number. It strikes too much rather than too little, and still finds not
 * everything: who writes "de zoon van de bakker" tells it all. A person reads the text before anybody else does.
 */
final class StrikingRules {
    static final String STRUCK = "[weggelaten]";

    /** Parts of names that are words too, and say nothing. */
    private static final Set<String> LITTLE_WORDS = Set.of(
            "van",
            "de",
            "der",
            "den",
            "het",
            "ten",
            "ter",
            "te",
            "op",
            "in",
            "aan",
            "en",
            "von",
            "el",
            "al",
            "la",
            "le",
            "du",
            "dos",
            "da",
            "di",
            "bij",
            "voor",
            "dr",
            "drs",
            "mr",
            "mevrouw",
            "meneer",
            "huisarts",
            "huisartsen",
            "huisartsenpraktijk",
            "praktijk",
            "gezondheidscentrum",
            "centrum",
            "welzijn",
            "stichting",
            "gemeente",
            "wally");

    /** What stands between the parts of a name. Repetitions have a bound: each costs a level of the stack. */
    private static final String PARTICLE = "(?:van|de|der|den|het|'t|ten|ter|te|von|el|al|la|le|du|da|di)";

    private static final String LITTLE = "(?:" + PARTICLE + "\\s{1,3}){0,4}";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’-]*";

    /** What tells something in whatever text it stands. Case counts. */
    private static final List<Pattern> TELLING = Stream.of(
                    // E-mail and pages of the web.
                    "(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+",
                    "(?:https?://|www\\.)\\S+",
                    // Six digits or more, however they are parted: phone, BSN, account, date, number of a file.
                    "(?<!\\p{L})(?:[A-Z]{2}\\d{2} ?[A-Z]{4} ?|WAW-?)?[+(]?\\d(?:[ ./()-]{0,3}\\d){5,40}",
                    // Days with a month in words, and the shorter ones in digits.
                    "(?<!\\d)\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?(?![\\d:])",
                    "(?<!\\d)\\d{1,2}e?\\s+(?i:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\\b\\.?(?:\\s+\\d{4})?",
                    // How old somebody is: the case says it in tens of years.
                    "(?<!\\d)\\d{1,3}(?: jaar oud|[ -]?jarige?)(?![\\p{L}])",
                    // Postal codes.
                    "(?<!\\d)[1-9]\\d{3}\\s?[A-Z]{2}(?![\\p{L}])",
                    "(?<!\\d)[1-9]\\d{3}(?:[a-z]{2}|\\s(?!(?:en|is|in|op|of|om|te|de|ze|we|er|al|na|zo|ik|je|nu|uw|af)\\b)[a-z]{2})(?![\\p{L}])",
                    // Streets with a number.
                    "\\p{Lu}[\\p{L}'-]{0,40}(?:straat|laan|weg|plein|kade|gracht|hof|dijk|singel|pad|steeg|dreef|markt|park|plantsoen|wal|brink|erf)\\s+\\d+\\s?[a-zA-Z]?(?![\\p{L}])",
                    // A name behind a title.
                    "(?i:mevrouw|mevr\\.?|mw\\.?|meneer|mijnheer|dhr\\.?|de heer|dokter|dr\\.?|drs\\.?|huisarts|tante|oom|opa|oma)\\s+"
                            + LITTLE + CAPITAL + "(?:\\s{1,3}" + LITTLE + CAPITAL + "){0,4}",
                    // Initials, with the name behind them.
                    "(?<![\\p{L}.])\\p{Lu}[a-z]?\\.(?:\\s?\\p{Lu}[a-z]?\\.){1,8}(?:\\s{0,3}" + LITTLE + CAPITAL + ")?",
                    "(?<![\\p{L}.])\\p{Lu}\\.\\s+" + LITTLE + CAPITAL)
            .map(Pattern::compile)
            .toList();

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern BETWEEN = Pattern.compile("[ '-]{0,3}(?:" + PARTICLE + "[ -]){0,4}");

    /** How a name is bent: Thea's, Sannes, Jansje. */
    private static final String BENT = "(?:['’]?s|['’]|t?jes?|p?jes?|['’]tjes?)?(?![\\p{L}\\d])";

    private StrikingRules() {}

    /** The text without what tells; what was struck before stays as it is. */
    static String strike(String story, Traces traces) {
        String text = Normalizer.normalize(story, Normalizer.Form.NFC);
        BitSet struck = new BitSet(text.length());
        String plain = fold(text);
        String small = plain.toLowerCase(Locale.ROOT);
        for (Pattern telling : TELLING) {
            mark(telling, plain, struck);
        }
        named(traces).forEach(name -> mark(name, name.flags() == 0 ? plain : small, struck));
        keep(text, struck);
        return replaced(text, struck);
    }

    private static Stream<Pattern> named(Traces traces) {
        Stream<Pattern> names = Stream.concat(traces.names().stream(), traces.places().stream())
                .flatMap(PARTS::splitAsStream)
                .map(StrikingRules::fold)
                .filter(part -> part.length() > 1 && !LITTLE_WORDS.contains(part.toLowerCase(Locale.ROOT)))
                .distinct()
                .map(StrikingRules::name);
        Stream<Pattern> values = traces.values().stream()
                .map(value -> fold(value).toLowerCase(Locale.ROOT).strip())
                .filter(value -> value.length() > 2)
                .map(value -> Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(value), Pattern.CASE_INSENSITIVE));
        return Stream.of(names, values, traces.born().stream().flatMap(StrikingRules::birth))
                .flatMap(all -> all);
    }

    /** Short names are words too when they are written small: An, Bo, Jan, Wil. */
    private static Pattern name(String part) {
        boolean isShort = part.length() < 4;
        String capital = part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
        return isShort
                ? Pattern.compile("(?<![\\p{L}\\d])(?:" + Pattern.quote(capital) + "|"
                        + Pattern.quote(part.toUpperCase(Locale.ROOT)) + ")" + BENT)
                : Pattern.compile(
                        "(?<![\\p{L}\\d])" + Pattern.quote(part.toLowerCase(Locale.ROOT)) + BENT,
                        Pattern.CASE_INSENSITIVE);
    }

    private static Stream<Pattern> birth(LocalDate born) {
        return Stream.of(Pattern.compile("(?<!\\d)" + born.getYear() + "(?!\\d)"));
    }

    private static void mark(Pattern pattern, String text, BitSet struck) {
        pattern.matcher(text).results().forEach((MatchResult hit) -> struck.set(hit.start(), hit.end()));
    }

    /** What was struck already is left as it stands, and gaps between two strokes that say nothing go too. */
    private static void keep(String text, BitSet struck) {
        for (int at = text.indexOf(STRUCK); at >= 0; at = text.indexOf(STRUCK, at + 1)) {
            struck.clear(at, at + STRUCK.length());
        }
        for (int end = struck.nextClearBit(0); end >= 0 && end < text.length(); end = struck.nextClearBit(end + 1)) {
            int next = struck.nextSetBit(end);
            boolean within = end > 0 && struck.get(end - 1) && next > 0;
            if (within && BETWEEN.matcher(text.substring(end, next)).matches()) {
                struck.set(end, next);
            }
        }
    }

    private static String replaced(String text, BitSet struck) {
        StringBuilder said = new StringBuilder();
        int from = 0;
        for (int start = struck.nextSetBit(0); start >= 0; start = struck.nextSetBit(from)) {
            said.append(text, from, start).append(STRUCK);
            from = struck.nextClearBit(start);
        }
        return said.append(text.substring(from)).toString();
    }

    /** Letter for letter without accents, so that places in the one are places in the other. */
    private static String fold(String text) {
        return text.codePoints()
                .mapToObj(letter -> {
                    String one = Character.toString(letter);
                    String bare = Normalizer.normalize(one, Normalizer.Form.NFD);
                    return one.length() == 1 ? bare.substring(0, 1) : one;
                })
                .collect(Collectors.joining());
    }
}
