package nl.wally.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What so many practices need, computed from the inputs of docs/scale.md. */
record Scale(Map<String, Double> inputs) {
    private static final Pattern INPUT = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9.]+) \\|");
    private static final double SECONDS = 3600;
    private static final double GIGA = 1_000_000;

    /** Reads the rows of the table of inputs. */
    static Scale of(String text) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        Matcher row = INPUT.matcher(text);
        while (row.find()) {
            inputs.put(row.group(1), Double.valueOf(row.group(2)));
        }
        return new Scale(inputs);
    }

    private double in(String name) {
        Double value = inputs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("docs/scale.md has no input " + name);
        }
        return value;
    }

    /** The table of results: a row for each need, a column for each size. */
    String markdown() {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (String size : new String[] {"region", "province", "country"}) {
            columns.put(size, needs(in("practices-" + size)));
        }
        var text = new StringBuilder("| | region | province | country |\n|---|---|---|---|\n");
        columns.get("region")
                .keySet()
                .forEach(need -> text.append("| ")
                        .append(need)
                        .append(" | ")
                        .append(String.join(
                                " | ",
                                columns.values().stream()
                                        .map(column -> column.get(need))
                                        .toList()))
                        .append(" |\n"));
        return text.toString();
    }

    private Map<String, String> needs(double practices) {
        double year = practices * in("referrals");
        double day = year / in("days");
        double peakHour = day * in("peak-share");
        double referralsASecond = peakHour / SECONDS * in("peak-minute");
        double polls = practices * in("polls") / SECONDS;
        double screens = practices / in("practices-a-screen") * in("screens") / SECONDS;
        double requests = referralsASecond * in("deeds") + polls + screens;
        double server =
                (polls * in("ms-poll") + screens * in("ms-screen") + referralsASecond * in("ms-referral")) / 1000;
        double processors = server / in("busy");
        double nodes = Math.max(2, Math.ceil(processors / in("processors-node")));
        double readsADay = (polls + screens) * SECONDS * in("hours");
        double records = readsADay * in("records-poll") + day * in("deeds");
        double log = readsADay * in("kb-log-poll") + day * in("kb-log-referral");
        double kept = year * in("years-kept") * in("kb-referral");
        double audit = records * in("days") * in("kb-record");
        Map<String, String> needs = new LinkedHashMap<>();
        needs.put("practices", number(practices));
        needs.put("referrals a year", number(year));
        needs.put("referrals a working day", number(day));
        needs.put("referrals in the peak hour", number(peakHour));
        needs.put("requests a second at the peak", number(requests));
        needs.put("of these polls", number(polls));
        needs.put("of these screens that refresh themselves", number(screens));
        needs.put("processors of the servers, half busy at the peak", number(processors));
        needs.put("nodes of the server, two at least", number(nodes));
        needs.put("memory of the servers, GB", number(nodes * in("gb-node")));
        needs.put("processors of PostgreSQL, half busy at the peak", number(processors * in("database-part")));
        needs.put("connections", number(nodes * in("connections-node")));
        needs.put("commits with fsync a second at the peak", number(requests));
        needs.put("that is of what one disk did, %", number(100 * requests / in("commits-disk")));
        needs.put("GB of referrals once as many are erased as come in", number(kept / GIGA));
        needs.put("GB of audit trail a year", number(audit / GIGA));
        needs.put("GB of audit trail when the oldest may go", number(audit * in("years-audit") / GIGA));
        needs.put("GB of write-ahead log a working day", number(log / GIGA));
        needs.put(
                "GB of a base copy and its log to restore from",
                number((kept + audit * in("years-audit") + log * in("log-days")) / GIGA));
        needs.put("Mbit/s of answers at the peak", number(requests * in("kb-poll") * 8 / 1000));
        needs.put(
                "GB of audit trail a year without any poll",
                number((screens * SECONDS * in("hours") + day * in("deeds")) * in("days") * in("kb-record") / GIGA));
        return needs;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT,
                size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f",
                value);
    }
}
