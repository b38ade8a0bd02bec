package nl.wally.guide;

import org.jspecify.annotations.Nullable;

/** Writes HTML; what is not called {@code raw} is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Opens a tag; attributes come in pairs of name and value, and a pair whose value is null is left out. */
    Html open(String tag, @Nullable String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escape(value))
                        .append('"');
            }
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html element(String tag, @Nullable String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Html link(String href, String text) {
        return element("a", text, "href", href);
    }

    Html text(@Nullable String text) {
        out.append(escape(text));
        return this;
    }

    Html raw(CharSequence html) {
        out.append(html);
        return this;
    }

    Html newLine() {
        out.append('\n');
        return this;
    }

    static String escape(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String code(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : "<code>" + escape(text) + "</code>";
    }

    static String linkTo(String href, @Nullable String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
