package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;

/** When an offer is there each week, as people write it: {@code ma, do 10:00-11:30 / di 9:00-12:00}. */
final class OpeningTimes implements Cell {
    static final Words HOW = words(
            "Write days and times like this: ma, do 10:00-11:30. Put a / between different times. For a whole day: ma hele dag.");

    private static final List<String> DUTCH = List.of("ma", "di", "wo", "do", "vr", "za", "zo");
    private static final List<String> ENGLISH = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String ALL_DAY = "hele dag";
    private static final Pattern BETWEEN = Pattern.compile("[/;\\n]");
    private static final Pattern TIMES = Pattern.compile(
            "([a-z, ]*?)\\s*(?:(hele dag|all day)|(\\d{1,2})[:.](\\d\\d) ?[-–] ?(\\d{1,2})[:.](\\d\\d))");
    /** Longer names of a day begin like the short one. */
    private static final Map<String, Integer> DAYS = days();

    private static Map<String, Integer> days() {
        Map<String, Integer> days = new java.util.HashMap<>();
        for (int day = 0; day < DUTCH.size(); day++) {
            days.put(DUTCH.get(day), day);
            days.put(ENGLISH.get(day), day);
        }
        List<String> names = List.of("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag");
        names.forEach(name -> days.put(name, names.indexOf(name)));
        return Map.copyOf(days);
    }

    @Override
    public String read(HealthcareService offer) {
        return text(offer, Language.DUTCH);
    }

    /** For people who read this language. */
    static String text(HealthcareService offer, Language language) {
        return offer.getAvailableTime().stream()
                .map(time -> text(time, language == Language.DUTCH ? DUTCH : ENGLISH))
                .collect(Collectors.joining(" / "));
    }

    private static String text(HealthcareServiceAvailableTimeComponent time, List<String> names) {
        String days = time.getDaysOfWeek().stream()
                .map(Enumeration::getValue)
                .map(day -> names.get(day.ordinal()))
                .collect(Collectors.joining(", "));
        String hours = time.getAllDay()
                ? names == DUTCH ? ALL_DAY : "all day"
                : minutes(time.getAvailableStartTime()) + "-" + minutes(time.getAvailableEndTime());
        return (days + " " + hours).strip();
    }

    private static String minutes(String time) {
        return time == null ? "" : time.substring(0, 5);
    }

    @Override
    public Words write(String text, HealthcareService offer) {
        List<HealthcareServiceAvailableTimeComponent> times = new ArrayList<>();
        for (String part : BETWEEN.split(text)) {
            if (part.isBlank()) {
                continue;
            }
            Optional<HealthcareServiceAvailableTimeComponent> time =
                    time(part.strip().toLowerCase(Locale.ROOT));
            if (time.isEmpty()) {
                return HOW;
            }
            times.add(time.get());
        }
        offer.setAvailableTime(times);
        return Words.NONE;
    }

    private static Optional<HealthcareServiceAvailableTimeComponent> time(String part) {
        Matcher said = TIMES.matcher(part);
        if (!said.matches()) {
            return Optional.empty();
        }
        var time = new HealthcareServiceAvailableTimeComponent();
        List<String> days = Arrays.stream(said.group(1).split("[, ]+"))
                .filter(day -> !day.isEmpty() && !day.equals("en"))
                .toList();
        if (!DAYS.keySet().containsAll(days)) {
            return Optional.empty();
        }
        days.stream().map(DAYS::get).distinct().sorted().forEach(day -> time.addDaysOfWeek(DaysOfWeek.values()[day]));
        if (said.group(2) != null) {
            return Optional.of(time.setAllDay(true));
        }
        String start = "%2s:%s:00".formatted(said.group(3), said.group(4)).replace(' ', '0');
        String end = "%2s:%s:00".formatted(said.group(5), said.group(6)).replace(' ', '0');
        boolean real = isTime(start) && isTime(end) && start.compareTo(end) < 0;
        return real ? Optional.of(time.setAvailableStartTime(start).setAvailableEndTime(end)) : Optional.empty();
    }

    private static boolean isTime(String time) {
        return time.matches("([01]\\d|2[0-3]):[0-5]\\d:00");
    }
}
