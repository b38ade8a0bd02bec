package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.springframework.stereotype.Component;

/** The offers of the neighbourhood, to look for. */
@Component
public class Directory {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Offers offers;
    private final OfferRules rules;
    private final Concepts concepts;

    Directory(Offers offers, OfferRules rules, Concepts concepts) {
        this.offers = offers;
        this.rules = rules;
        this.concepts = concepts;
    }

    /**
     * What somebody looks for.
     *
     * @param areas codes of areas of life, of which an offer has one at least; any when empty
     * @param text words that an offer has all of
     * @param ended whether offers count to which nobody can go any more
     */
    public record Wish(List<String> areas, String text, boolean ended) {
        public Wish {
            areas = List.copyOf(areas);
        }
    }

    /** All that fit, by name. */
    public List<OfferCard> search(Wish wish, Language language) {
        Map<String, List<String>> criteria = new HashMap<>();
        if (!wish.ended()) {
            criteria.put("active", List.of("true"));
        }
        if (!wish.areas().isEmpty()) {
            criteria.put(
                    "service-type",
                    List.of(wish.areas().stream()
                            .map(area -> Canonicals.SYSTEM_LIFE_AREA + "|" + area)
                            .collect(Collectors.joining(","))));
        }
        List<String> words = SPACE.splitAsStream(plain(wish.text()))
                .filter(word -> !word.isEmpty())
                .toList();
        Collator order = Collator.getInstance(Locale.forLanguageTag(Language.DUTCH.code()));
        return offers.find(criteria).stream()
                .map(listed -> card(listed, language))
                .filter(card -> words.stream().allMatch(says(card)::contains))
                .sorted(Comparator.comparing(OfferCard::name, order))
                .toList();
    }

    OfferCard card(Listed listed, Language language) {
        OfferText text = rules.read(listed.offer());
        List<String> codes = LifeAreas.of(listed.offer());
        return new OfferCard(
                listed.id(),
                "HealthcareService/" + listed.id(),
                text.at(Column.NAME),
                listed.provider(),
                codes.stream().map(code -> called(code, language)).toList(),
                codes,
                text.at(Column.WHAT),
                text.at(Column.WHOM),
                text.at(Column.WHERE),
                OpeningTimes.text(listed.offer(), language),
                text.at(Column.REMARK),
                registration(text.at(Column.REGISTRATION)),
                WaitingTime.said(listed.offer()),
                GroupSize.said(listed.offer()),
                text.at(Column.PHONE),
                text.at(Column.EMAIL),
                text.at(Column.SITE),
                listed.offer().getActive());
    }

    /** The areas of life by code, in the order of the code system. */
    public Map<String, String> areas(Language language) {
        return areas(concepts, language);
    }

    static Map<String, String> areas(Concepts concepts, Language language) {
        Map<String, String> areas = new LinkedHashMap<>();
        for (String code : concepts.codes(Canonicals.SYSTEM_LIFE_AREA)) {
            areas.put(
                    code,
                    concepts.called(Canonicals.SYSTEM_LIFE_AREA, code, language).orElse(code));
        }
        return areas;
    }

    private String called(String code, Language language) {
        return concepts.called(Canonicals.SYSTEM_LIFE_AREA, code, language).orElse(code);
    }

    private static Words registration(String said) {
        return switch (said) {
            case "ja" -> words("Register first");
            case "nee" -> words("Just come along");
            default -> Words.NONE;
        };
    }

    private static String says(OfferCard card) {
        return plain(Stream.concat(
                        Stream.of(
                                card.name(),
                                card.provider(),
                                card.what(),
                                card.whom(),
                                card.where(),
                                card.when(),
                                card.remark()),
                        card.areas().stream())
                .collect(Collectors.joining("\n")));
    }

    /** Without capitals and accents, as people look for something. */
    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
