package nl.wally.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours JSON and XML that has been escaped for HTML already: names, texts, and the rest. */
final class Highlight {
    private static final Pattern JSON = Pattern.compile("(?<name>&quot;(?:[^&\\\\]|\\\\.|&(?!quot;))*&quot;)(?=\\s*:)"
            + "|(?<text>&quot;(?:[^&\\\\]|\\\\.|&(?!quot;))*&quot;)"
            + "|(?<number>\\b(?:true|false|null|-?\\d+(?:\\.\\d+)?)\\b)");
    private static final Pattern XML = Pattern.compile(
            "(?<tag>&lt;[/?]?[\\w:-]+|[/?]?&gt;)|(?<name>[\\w:-]+)(?==&quot;)|(?<text>&quot;.*?&quot;)");

    private Highlight() {}

    static String of(String language, String escaped) {
        return switch (language) {
            case "json" -> json(escaped);
            case "xml" -> xml(escaped);
            default -> escaped;
        };
    }

    static String json(String escaped) {
        return coloured(JSON.matcher(escaped), "name", "text", "number");
    }

    static String xml(String escaped) {
        return coloured(XML.matcher(escaped), "tag", "name", "text");
    }

    private static String coloured(Matcher matcher, String... kinds) {
        return matcher.replaceAll(found -> {
            String kind = "";
            for (String candidate : kinds) {
                if (matcher.group(candidate) != null) {
                    kind = candidate;
                    break;
                }
            }
            return Matcher.quoteReplacement("<span class=\"hl-" + kind + "\">" + found.group() + "</span>");
        });
    }
}
